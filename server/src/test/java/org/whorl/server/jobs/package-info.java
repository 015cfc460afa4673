@NullMarked
package org.whorl.server.jobs;

import org.jspecify.annotations.NullMarked;

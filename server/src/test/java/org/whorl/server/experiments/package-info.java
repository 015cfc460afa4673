@NullMarked
package org.whorl.server.experiments;

import org.jspecify.annotations.NullMarked;

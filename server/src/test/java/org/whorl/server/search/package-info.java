@NullMarked
package org.whorl.server.search;

import org.jspecify.annotations.NullMarked;

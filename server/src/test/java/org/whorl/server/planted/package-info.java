/** What must not be, so that a test can see that it is found. */
@NullMarked
package org.whorl.server.planted;

import org.jspecify.annotations.NullMarked;

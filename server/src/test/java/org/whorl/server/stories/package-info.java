/** The parts behind telling and caring. */
@NullMarked
package org.whorl.server.stories;

import org.jspecify.annotations.NullMarked;

/** Tests of spirals. */
@NullMarked
package org.whorl.server.spirals;

import org.jspecify.annotations.NullMarked;

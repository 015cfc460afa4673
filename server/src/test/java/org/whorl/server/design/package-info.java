/** Tests of design. */
@NullMarked
package org.whorl.server.design;

import org.jspecify.annotations.NullMarked;

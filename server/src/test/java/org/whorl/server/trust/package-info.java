/** Tests of trust. */
@NullMarked
package org.whorl.server.trust;

import org.jspecify.annotations.NullMarked;

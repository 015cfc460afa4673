/** Tests of the ground, on a real PostgreSQL. */
@NullMarked
package org.whorl.server.platform;

import org.jspecify.annotations.NullMarked;

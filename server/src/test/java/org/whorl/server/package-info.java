/** Tests of the whole application, over HTTP, on a real PostgreSQL. */
@NullMarked
package org.whorl.server;

import org.jspecify.annotations.NullMarked;

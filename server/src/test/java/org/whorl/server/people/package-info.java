/** Tests of people. */
@NullMarked
package org.whorl.server.people;

import org.jspecify.annotations.NullMarked;

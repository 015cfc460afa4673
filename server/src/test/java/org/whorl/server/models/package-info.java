/** The parts behind the picture. */
@NullMarked
package org.whorl.server.models;

import org.jspecify.annotations.NullMarked;

/** The exact tier: people played through a network of services, one event after another. */
@NullMarked
package org.whorl.engine.simulation;

import org.jspecify.annotations.NullMarked;

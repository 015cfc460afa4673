/** The exact tier: people played through a network of services, event by event. */
@NullMarked
package org.whorl.engine.simulation;

import org.jspecify.annotations.NullMarked;

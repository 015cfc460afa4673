/** How far people of one partner trust another, told in private, shown only of five or more. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "trust", "design", "people", "spirals"})
package org.whorl.server.pulses;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

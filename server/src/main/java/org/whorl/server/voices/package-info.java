/** Who has taken part, who is missing, on whom the bridges rest, and whether the pace is one that relationships can keep. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "trust", "design", "people", "spirals", "stories"})
package org.whorl.server.voices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

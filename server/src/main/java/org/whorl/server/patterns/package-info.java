/** Making sense together: what stories have in common and where people differ, with every claim open down to its quotes. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform", "trust", "design", "thread", "people", "search", "spirals", "stories"})
package org.whorl.server.patterns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

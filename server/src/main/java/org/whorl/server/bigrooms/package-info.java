/** A room that meets every week about one pathway: a story first, measures and tests, asks, and what came of it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "trust",
            "design",
            "thread",
            "people",
            "spirals",
            "stories",
            "models",
            "findings",
            "measures",
            "experiments",
            "gatherings",
            "permissions",
            "decisions",
            "news"
        })
package org.whorl.server.bigrooms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

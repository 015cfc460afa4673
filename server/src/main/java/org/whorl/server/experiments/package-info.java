/** Small experiments: what is tried and why, what was expected, who stops it, what was learnt, and whether it lasts. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "trust",
            "design",
            "thread",
            "people",
            "search",
            "news",
            "spirals",
            "pulses",
            "stories",
            "decisions",
            "permissions",
            "findings",
            "measures"
        })
package org.whorl.server.experiments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

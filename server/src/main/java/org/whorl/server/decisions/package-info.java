/** Decisions: what was decided and why, what it rests on, who signed and who sees to it; and who sees to everything else. */
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
            "stories",
            "models",
            "shifts",
            "findings",
            "patterns",
            "opinions",
            "circles"
        })
package org.whorl.server.decisions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

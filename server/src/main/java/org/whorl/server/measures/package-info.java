/** Measures of a spiral: points by day and place, charts that tell a signal from chance, and the story at a point. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "trust",
            "design",
            "thread",
            "people",
            "search",
            "spirals",
            "stories",
            "decisions",
            "news"
        })
package org.whorl.server.measures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Rules and what they cost, and permissions to try without some of them: signed, with a last day, stopped at once. */
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
            "decisions",
            "measures"
        })
package org.whorl.server.permissions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Circles that decide together: owned items, rounds in which each is heard once, and consent. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "trust",
            "design",
            "thread",
            "people",
            "news",
            "mail",
            "spirals",
            "gatherings"
        })
package org.whorl.server.circles;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** What experiments came to, what that makes of a belief about a number, and how a decision lets the model learn it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform", "trust", "design", "thread", "models", "decisions", "measures", "experiments"
        })
package org.whorl.server.beliefs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

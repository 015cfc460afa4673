/** The example partnership that is there on first start; its places are real, its people and words made up. */
@NullMarked
@ApplicationModule(allowedDependencies = {"trust", "models", "shifts", "findings", "experiments"})
package org.whorl.server.example;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

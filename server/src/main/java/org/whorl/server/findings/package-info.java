/** What analyses came to: each finding ends in an action, or it is not published. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "trust", "design", "thread", "people", "search", "models"})
package org.whorl.server.findings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

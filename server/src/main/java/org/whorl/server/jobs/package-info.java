/** Long work done beside the pages, with its progress, and a way to stop it: backups, checks, exports, and what comes. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "trust", "design"})
package org.whorl.server.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Statements that people vote on without a login, and what they agree on, where they differ, and when nobody can tell. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform", "trust", "design", "thread", "people", "spirals", "stories", "jobs", "news"})
package org.whorl.server.opinions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Shifts of resource: what moves, what it does to each partner, how sure, and a page for a board. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "trust", "design", "thread", "people", "jobs", "models"})
package org.whorl.server.shifts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** What people tell: telling it without a login, caring for it before anybody hears of it, and answering them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform", "trust", "design", "thread", "people", "search", "news", "spirals", "jobs"})
package org.whorl.server.stories;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

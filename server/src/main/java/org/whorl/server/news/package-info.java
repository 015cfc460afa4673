/** What members are told of what others have done: in a list of their own, as much of it as they like. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "trust", "design", "jobs"})
package org.whorl.server.news;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** One box that finds whatever features publish, for those who may see it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "trust", "design"})
package org.whorl.server.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

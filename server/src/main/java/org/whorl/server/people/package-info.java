/** Partnerships and who is in them: partners, places, members, circles, roles, perspectives; how one gets in. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "trust", "design", "thread", "search"})
package org.whorl.server.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** For people who write programs: what the interface offers, from the one document that describes it. */
@NullMarked
@ApplicationModule(allowedDependencies = "design")
package org.whorl.server.programs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

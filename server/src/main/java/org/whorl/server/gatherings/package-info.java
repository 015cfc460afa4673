/** People in one room who think together by their phones, step by step, and what comes of it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "trust", "design", "thread", "people"})
package org.whorl.server.gatherings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

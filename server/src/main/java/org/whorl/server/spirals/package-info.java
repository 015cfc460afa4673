/** Spirals of people around a question: their turns, scope, plan and asks. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "trust", "design", "thread", "people", "search", "news", "mail"})
package org.whorl.server.spirals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** What there is here already, what people offer, and who could help with what is asked. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform", "trust", "design", "thread", "people", "search", "spirals", "stories", "news"
        })
package org.whorl.server.strengths;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

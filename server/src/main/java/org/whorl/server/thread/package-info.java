/** One unbroken thread: from anything to what led to it, and to what came of it. Features say what they keep. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "trust", "design"})
package org.whorl.server.thread;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

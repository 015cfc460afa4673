/**
 * What makes Whorl worth trusting, each as one mechanism: who may do what, the record of what was done, and which counts
 * may be shown. Every feature's door goes through here.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "platform")
package org.whorl.server.trust;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

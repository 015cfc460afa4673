/**
 * The ground the rest stands on: the private PostgreSQL and how it is started, whose rows a transaction may see, and the
 * folder everything is kept in. Knows no feature.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.whorl.server.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

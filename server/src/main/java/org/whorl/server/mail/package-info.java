/** Letters by e-mail and the answers to them; calendars that follow a meeting; news gathered into one letter. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "trust", "design", "people", "news"})
package org.whorl.server.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** How Whorl looks and speaks: the layout, the parts of a page, and every sentence in Welsh and English. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "trust"})
package org.whorl.server.design;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

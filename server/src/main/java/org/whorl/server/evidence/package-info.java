/** What works elsewhere: the library of effects that comes with Whorl, to read and to search. It knows no partnership. */
@NullMarked
@ApplicationModule(allowedDependencies = "design")
package org.whorl.server.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * How it goes between people, turn by turn: how far those of one partner trust another, told in private, shown only of five or
 * more; and how sure people feel before a turn and after it, told by a link, shown only of ten or more.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "trust", "design", "people", "spirals"})
package org.whorl.server.pulses;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

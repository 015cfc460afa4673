/**
 * How many people need something, and why that changes. Population by age, sex, place and fifth of deprivation; how it
 * grows; segments of need; rates that rise with age and deprivation; circumstances that push them; and which of these made
 * how much of a change.
 */
@NullMarked
package org.whorl.engine.need;

import org.jspecify.annotations.NullMarked;

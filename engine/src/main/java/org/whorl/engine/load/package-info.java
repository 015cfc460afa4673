/** The instant tier: formulas that answer in milliseconds. */
@NullMarked
package org.whorl.engine.load;

import org.jspecify.annotations.NullMarked;

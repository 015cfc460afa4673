/** Chance in named streams: the same person has the same life in every scenario, on any number of threads. */
@NullMarked
package org.whorl.engine.random;

import org.jspecify.annotations.NullMarked;

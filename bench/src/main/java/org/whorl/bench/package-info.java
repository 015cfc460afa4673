/** Speed and memory, beside others, in one run. */
@NullMarked
package org.whorl.bench;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.whorl.cli;

import org.jspecify.annotations.NullMarked;

/** The command line: it reads arguments, asks the modules below, and prints. */
@NullMarked
package org.whorl.cli;

import org.jspecify.annotations.NullMarked;

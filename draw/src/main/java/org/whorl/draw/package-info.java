/** Charts as SVG, each with a title, a description and a table; the same in page, report and print. */
@NullMarked
package org.whorl.draw;

import org.jspecify.annotations.NullMarked;

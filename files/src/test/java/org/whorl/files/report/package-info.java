@NullMarked
package org.whorl.files.report;

import org.jspecify.annotations.NullMarked;

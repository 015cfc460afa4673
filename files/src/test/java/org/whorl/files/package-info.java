@NullMarked
package org.whorl.files;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.whorl.cluster;

import org.jspecify.annotations.NullMarked;

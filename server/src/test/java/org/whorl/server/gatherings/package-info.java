@NullMarked
package org.whorl.server.gatherings;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.whorl.server.permissions;

import org.jspecify.annotations.NullMarked;

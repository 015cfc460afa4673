@NullMarked
package org.whorl.server.people.secrets;

import org.jspecify.annotations.NullMarked;

/** Walks through the application in real Chromium, as people take them. */
@NullMarked
package org.whorl.e2e;

import org.jspecify.annotations.NullMarked;

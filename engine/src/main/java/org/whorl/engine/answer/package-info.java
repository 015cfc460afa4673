/**
 * What every tier answers with: estimates that carry their interval and its kind, in the fields the command line, the
 * pages and the report share.
 */
@NullMarked
package org.whorl.engine.answer;

import org.jspecify.annotations.NullMarked;

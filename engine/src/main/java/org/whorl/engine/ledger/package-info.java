/** Money by partner, in three columns that are never added. */
@NullMarked
package org.whorl.engine.ledger;

import org.jspecify.annotations.NullMarked;

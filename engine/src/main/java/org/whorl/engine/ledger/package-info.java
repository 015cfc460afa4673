/**
 * Money by partner, in three columns that are never added: cash now, cash when steps have closed, and capacity.
 *
 * <p>Start at {@link org.whorl.engine.ledger.Ledger}, which both tiers ask to turn use into an
 * {@link org.whorl.engine.ledger.Account}. What they find comes out as figures of partners, bills and agreements, from which
 * {@link org.whorl.engine.ledger.Statement} makes what a partner reads, {@link org.whorl.engine.ledger.Books} double-entry
 * books to the penny, and {@link org.whorl.engine.ledger.Compensation} the payments after which nobody is worse off than it
 * can bear. The formulas are in docs/method/money.md.
 */
@NullMarked
package org.whorl.engine.ledger;

import org.jspecify.annotations.NullMarked;

/**
 * Better ways to use what there is: several plans, each near the best, each checked by simulation.
 *
 * <p>Start at {@link org.whorl.optimise.Optimiser#search}, and have what it finds played through by
 * {@link org.whorl.optimise.Optimiser#verify}. What may change, and what must be kept, the partners write in the model
 * ({@link org.whorl.engine.model.Limits}). A plan is an ordinary scenario. The formulas are in docs/method/allocation.md.
 */
@NullMarked
package org.whorl.optimise;

import org.jspecify.annotations.NullMarked;

/**
 * Where money does most good.
 *
 * <p>Start at {@link org.whorl.engine.allocation.Marginal}: it says which small changes to ask a tier about, and reads from
 * the answer what 100,000 pounds more or less would do at each service. {@link org.whorl.engine.allocation.FiveQuestions}
 * makes of that what a panel talks about; {@link org.whorl.engine.allocation.LetGo} what could stop;
 * {@link org.whorl.engine.allocation.Frontier} what value triangles come to;
 * {@link org.whorl.engine.allocation.DelayCurve} what delay costs; {@link org.whorl.engine.allocation.ByGroup} and
 * {@link org.whorl.engine.allocation.Atkinson} who gains; {@link org.whorl.engine.allocation.ShiftLeft} how far left resource
 * lies. The solver is in the module {@code optimise}. The formulas are in docs/method/allocation.md.
 */
@NullMarked
package org.whorl.engine.allocation;

import org.jspecify.annotations.NullMarked;

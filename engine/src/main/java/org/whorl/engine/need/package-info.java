/**
 * How many people need something, and why that changes. Begin with {@link org.whorl.engine.need.Needs#answer}: a
 * {@link org.whorl.engine.need.NeedQuestion} about a model in, a {@link org.whorl.engine.need.NeedAnswer} out. What stands
 * beside it works on tables alone: {@link org.whorl.engine.need.Segments} and {@link org.whorl.engine.need.AgedSegments}
 * project people in segments of need, {@link org.whorl.engine.need.Gradient} measures how a rate rises with deprivation,
 * {@link org.whorl.engine.need.Shrinkage} steadies the rates of small areas, and {@link org.whorl.engine.need.Shapley} shares
 * a change among its causes.
 */
@NullMarked
package org.whorl.engine.need;

import org.jspecify.annotations.NullMarked;

/**
 * What works elsewhere: effects that others measured, what each of them says, and how far a model here may lean on it. An
 * effect is somebody else's measurement; it becomes a prior, never a result.
 *
 * <p>And what was tried here: what could be noticed ({@link org.whorl.engine.evidence.Power}), what came of it
 * ({@link org.whorl.engine.evidence.Panel}, {@link org.whorl.engine.evidence.Verdict}), and what that makes of a belief
 * ({@link org.whorl.engine.evidence.Belief}).
 */
@NullMarked
package org.whorl.engine.evidence;

import org.jspecify.annotations.NullMarked;

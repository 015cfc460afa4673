/**
 * What works elsewhere: effects that others measured, what each of them says, and how far a model here may lean on it. An
 * effect is somebody else's measurement; it becomes a prior, never a result.
 */
@NullMarked
package org.whorl.engine.evidence;

import org.jspecify.annotations.NullMarked;

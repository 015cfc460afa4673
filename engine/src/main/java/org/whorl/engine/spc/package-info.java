/**
 * Telling a signal from chance in figures that are collected again and again. {@link org.whorl.engine.spc.Funnel} sets many
 * teams beside each other without ranking them. The rules are in docs/method/voices.md.
 */
@NullMarked
package org.whorl.engine.spc;

import org.jspecify.annotations.NullMarked;

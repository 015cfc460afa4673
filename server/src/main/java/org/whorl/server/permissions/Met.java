package org.whorl.server.permissions;

import org.whorl.server.measures.Beyond;
import org.whorl.server.measures.Measure;

/**
 * Something that was to stop a permission, and that figures meet or may meet.
 *
 * @param number which of them, from 1
 * @param stop what was said
 * @param measure the measure that shows it
 * @param figures the figures by which it is met, or may be
 */
public record Met(int number, Stop stop, Measure measure, Beyond figures) {}

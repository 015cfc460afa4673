package org.whorl.server.experiments;

import org.whorl.server.measures.Measure;

/**
 * A measure that an experiment looks at.
 *
 * @param measure which one
 * @param part what for: main, other, balancing or leading
 */
public record Looked(Measure measure, String part) {}

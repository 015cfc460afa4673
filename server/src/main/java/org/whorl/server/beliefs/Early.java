package org.whorl.server.beliefs;

import org.whorl.server.measures.Measure;

/**
 * A measure that moves before the outcome does.
 *
 * @param measure which one
 * @param newest its newest figure, in a sentence
 * @param chart its chart in a place that tries; blank where there are no figures
 */
public record Early(Measure measure, String newest, String chart) {}

package org.whorl.engine.model;

import java.time.LocalDate;

/**
 * What was really seen, to hold a model against.
 *
 * @param measure the measure it is a value of
 * @param date when
 * @param value what was counted
 * @param source who counted
 */
public record Observation(String measure, LocalDate date, double value, String source) {}

package org.whorl.server.measures;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A figure as somebody writes it down.
 *
 * @param site where; blank where there is but one place
 * @param day when
 * @param value what was seen
 * @param exposure out of how many, for shares and rates
 */
public record Entry(String site, LocalDate day, double value, Optional<Double> exposure) {}

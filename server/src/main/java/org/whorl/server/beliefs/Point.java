package org.whorl.server.beliefs;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a measure was on a day in one place.
 *
 * @param site where; blank where there is but one
 * @param day when
 * @param value what was seen
 * @param exposure out of how many, for shares and rates
 */
record Point(String site, LocalDate day, double value, Optional<Double> exposure) {}

package org.whorl.server.experiments;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What was expected of an experiment before it began.
 *
 * @param figure the number
 * @param low the lowest that was thought likely
 * @param high the highest that was thought likely
 * @param unit of what
 * @param on the day it is for
 * @param by the name of whoever expected it; blank where it is not known, and for whoever may not see who takes part
 */
public record Prediction(
        double figure, Optional<Double> low, Optional<Double> high, String unit, LocalDate on, String by) {}

package org.whorl.server.strengths;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Something that is counted in several teams: of so many people it went well for so many.
 *
 * @param id which one
 * @param name what it is
 * @param language of the name and the source: en or cy
 * @param moreIsBetter whether a high share is what people want
 * @param source where the figures come from
 * @param on of which day they are
 */
public record Measure(UUID id, String name, String language, boolean moreIsBetter, String source, LocalDate on) {}

package org.whorl.server.decisions;

import java.time.LocalDate;
import java.util.List;

/**
 * What came of looking at a decision again.
 *
 * @param outcome one of {@link #OUTCOMES}
 * @param learnt what was learnt
 * @param language of the words
 * @param on the day
 */
public record Review(String outcome, String learnt, String language, LocalDate on) {

    /** What can come of it, as in the database and in message keys. */
    public static final List<String> OUTCOMES = List.of("keep", "change", "stop");
}

package org.whorl.server.stories;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who cares for stories.
 *
 * @param member who
 * @param name what they are called
 * @param trainedOn when they were last trained in keeping people safe; nobody reads before
 * @param avoids would they rather not read hard things?
 * @param today are they there today?
 * @param read how many they have read in the last four weeks
 * @param hard how many of these were hard to read
 */
public record Carer(
        UUID member, String name, Optional<LocalDate> trainedOn, boolean avoids, boolean today, int read, int hard) {

    /** After so many years it is time to be trained again. */
    public static final int TRAINED_YEARS = 3;

    /** Is their training recent enough? */
    public boolean isTrained(LocalDate day) {
        return trainedOn
                .filter(last ->
                        !last.isAfter(day) && last.plusYears(TRAINED_YEARS).isAfter(day))
                .isPresent();
    }
}

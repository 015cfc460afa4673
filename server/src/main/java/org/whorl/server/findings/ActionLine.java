package org.whorl.server.findings;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is to be done about a finding. Every part may be blank while it is a draft.
 *
 * @param which the intervention
 * @param whom for whom
 * @param place where
 * @param effect what is expected to change for people
 * @param amount by how much, with its number
 * @param effectBy by when
 * @param measure what will be counted, so that we shall know
 * @param measureOn when it will be looked at
 */
public record ActionLine(
        String which,
        String whom,
        String place,
        String effect,
        String amount,
        Optional<LocalDate> effectBy,
        String measure,
        Optional<LocalDate> measureOn) {

    /** Is nothing of it written yet? */
    public boolean isBlank() {
        return which.isBlank()
                && whom.isBlank()
                && place.isBlank()
                && effect.isBlank()
                && amount.isBlank()
                && effectBy.isEmpty()
                && measure.isBlank()
                && measureOn.isEmpty();
    }

    /** Does it say by how much, with a number? */
    boolean hasNumber() {
        return amount.chars().anyMatch(Character::isDigit);
    }
}

package org.whorl.server.spirals;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.whorl.server.trust.Disclosure;

/**
 * One turn of a spiral.
 *
 * @param number from 1
 * @param phase what it is called
 * @param question what it is about: what mattered at the end of the one before; at first, what was first asked
 * @param startedOn its first day
 * @param endedOn its last; none while it goes on
 * @param learned what was learned, said at its end
 * @param joined who joined, said at its end
 * @param matters what matters now, said at its end
 * @param newcomers people who took part for the first time, as the viewer may know
 * @param people people who have taken part since the spiral began, as the viewer may know
 * @param drawn how wide a picture may draw it
 */
public record Turn(
        int number,
        Phase phase,
        String question,
        LocalDate startedOn,
        Optional<LocalDate> endedOn,
        String learned,
        String joined,
        String matters,
        Disclosure.Shown newcomers,
        Disclosure.Shown people,
        int drawn) {

    /** How many days it has taken, its first and last day included. */
    public long days(LocalDate today) {
        LocalDate last = endedOn.orElse(today.isBefore(startedOn) ? startedOn : today);
        return ChronoUnit.DAYS.between(startedOn, last) + 1;
    }
}

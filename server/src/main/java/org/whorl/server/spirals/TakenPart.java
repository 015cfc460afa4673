package org.whorl.server.spirals;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who took part in a turn, for working something out of it; how many that is, {@link org.whorl.server.trust.Disclosure} says.
 *
 * @param spiral of which spiral
 * @param number which turn of it
 * @param phase what it is called
 * @param startedOn its first day
 * @param endedOn its last; none while it goes on
 * @param members those of them who are known
 * @param others somebody each who is not, counted in a conversation
 */
public record TakenPart(
        UUID spiral,
        int number,
        Phase phase,
        LocalDate startedOn,
        Optional<LocalDate> endedOn,
        Set<UUID> members,
        Set<String> others) {

    /** Keeps copies. */
    public TakenPart {
        members = Set.copyOf(members);
        others = Set.copyOf(others);
    }

    /** How many days it has lasted, its first and last day included. */
    public long days(LocalDate today) {
        LocalDate last = endedOn.orElse(today.isBefore(startedOn) ? startedOn : today);
        return ChronoUnit.DAYS.between(startedOn, last) + 1;
    }

    /**
     * Two members, one of whom answered what the other asked.
     *
     * @param asker who asked
     * @param answerer who answered
     */
    public record Exchange(UUID asker, UUID answerer) {}
}

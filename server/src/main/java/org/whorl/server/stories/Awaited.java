package org.whorl.server.stories;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.design.Language;
import org.whorl.server.platform.WorkingDays;

/**
 * Something that was told, as the clock of being answered sees it. Reading is no answer: somebody is answered when a person
 * has written words to them or said what came of theirs.
 *
 * @param id which one
 * @param kind what it is
 * @param language in which it was told
 * @param answerIn the language its teller is answered in
 * @param toldAt when it came
 * @param readAt when a trained person had read it
 * @param answeredAt when a person first answered
 */
public record Awaited(
        UUID id,
        Kind kind,
        Language language,
        Language answerIn,
        Instant toldAt,
        Optional<Instant> readAt,
        Optional<Instant> answeredAt) {

    /** Within so many working days after the day of telling. */
    public static final int WORKING_DAYS = 5;

    private static final ZoneId HERE = ZoneId.of("Europe/London");

    /** The last day on which an answer is in time, for something told then. */
    static LocalDate due(Instant toldAt) {
        return WorkingDays.after(LocalDate.ofInstant(toldAt, HERE), WORKING_DAYS);
    }

    /** The last day on which an answer is in time. */
    public LocalDate due() {
        return due(toldAt);
    }

    /** Was it answered in time? */
    boolean isInTime() {
        return answeredAt
                .filter(at -> !LocalDate.ofInstant(at, HERE).isAfter(due()))
                .isPresent();
    }

    /** Is the time over, and nobody has answered? */
    public boolean isOverdue(LocalDate today) {
        return answeredAt.isEmpty() && today.isAfter(due());
    }
}

package org.whorl.server.mail;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How often somebody wants a letter with what happened. */
public enum HowOften {
    /** Not by e-mail. */
    NEVER,
    /** On Monday mornings. */
    WEEKLY,
    /** Every morning. */
    DAILY;

    private static final ZoneId WALES = ZoneId.of("Europe/London");
    private static final LocalTime MORNING = LocalTime.of(7, 0);

    /** As in the database and in message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of that key. */
    public static Optional<HowOften> find(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }

    /** The next morning after that moment on which a letter goes; none for never. */
    Optional<Instant> next(Instant now) {
        ZonedDateTime here = now.atZone(WALES);
        ZonedDateTime today = here.with(MORNING);
        return switch (this) {
            case NEVER -> Optional.empty();
            case DAILY -> Optional.of((today.isAfter(here) ? today : today.plusDays(1)).toInstant());
            case WEEKLY -> {
                ZonedDateTime monday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
                yield Optional.of((monday.isAfter(here) ? monday : monday.plusWeeks(1)).toInstant());
            }
        };
    }
}

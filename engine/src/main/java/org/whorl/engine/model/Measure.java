package org.whorl.engine.model;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A count of people that matters to the partnership.
 *
 * @param id its name
 * @param name what people call it
 * @param count who is counted
 * @param in where they physically are: services, {@code outside} or {@code home}; empty for anywhere
 * @param waitingFor the services they wait for; empty for any
 * @param where tags they must carry
 * @param longerThan only those who have waited, held their place or been blocked for more than this many days; 0 for all
 * @param on only on this day of each month; null for every day
 * @param crisis a day with more than this many is a day of crisis; null when none is named
 */
public record Measure(
        String id,
        Name name,
        Count count,
        List<String> in,
        List<String> waitingFor,
        SequencedMap<String, String> where,
        double longerThan,
        @Nullable CensusDay on,
        @Nullable Double crisis) {

    /** The place of people who wait for a service without room to wait in. */
    public static final String OUTSIDE = "outside";

    /** The place of people who wait at home. */
    public static final String HOME = "home";

    /** Who is counted. */
    public enum Count {
        /** Ready for a service, and not there yet. */
        WAITING,
        /** Holding a place. */
        IN_PLACE,
        /** Holding a place with their stay over. */
        BLOCKED
    }

    /**
     * A day of the month such as the third Wednesday.
     *
     * @param week 1 to 5
     * @param weekday 1 (Monday) to 7
     */
    public record CensusDay(int week, int weekday) {
        /** Whether it falls on this date. */
        public boolean fallsOn(LocalDate date) {
            return date.getDayOfWeek().getValue() == weekday && (date.getDayOfMonth() - 1) / 7 + 1 == week;
        }
    }

    public Measure {
        in = List.copyOf(in);
        waitingFor = List.copyOf(waitingFor);
        where = java.util.Collections.unmodifiableSequencedMap(new LinkedHashMap<>(where));
    }
}

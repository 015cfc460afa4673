package org.whorl.server.stories;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a story was told about, where a page asked for it.
 *
 * @param story which story; its own id when it is said, that of what may be heard when it is listed
 * @param kind {@link #MEASURE} or {@link #EXPERIMENT}
 * @param thing which measure, which experiment
 * @param site where; blank for nowhere in particular
 * @param day when; none for no day in particular
 */
public record About(UUID story, String kind, UUID thing, String site, Optional<LocalDate> day) {

    /** A point of a measure. */
    public static final String MEASURE = "measure";

    /** An experiment. */
    public static final String EXPERIMENT = "experiment";

    private static final Set<String> KINDS = Set.of(MEASURE, EXPERIMENT);
    private static final UUID NONE = new UUID(0, 0);
    private static final int LONGEST = 200;

    /**
     * As the address of the telling page carries it: {@code /tell?point=...}.
     *
     * @param site where; blank for nowhere in particular
     */
    public static String written(String kind, UUID thing, Optional<LocalDate> day, String site) {
        return kind + ":" + thing + ":" + day.map(LocalDate::toString).orElse("") + ":" + site;
    }

    /** What an address carries; none if it carries nothing of that kind. */
    static Optional<About> read(String written) {
        String[] parts = written.split(":", 4);
        if (parts.length < 4 || !KINDS.contains(parts[0]) || parts[3].length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(new About(
                    NONE,
                    parts[0],
                    UUID.fromString(parts[1]),
                    parts[3],
                    parts[2].isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(parts[2]))));
        } catch (DateTimeException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}

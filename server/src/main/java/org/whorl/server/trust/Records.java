package org.whorl.server.trust;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.platform.Course;

/** The door to the record of what was done. */
@Door
public class Records {

    private static final int NEWEST = 200;

    private final Logbook logbook;

    Records(Logbook logbook) {
        this.logbook = logbook;
    }

    /**
     * A line as it is shown.
     *
     * @param number counts from 1
     * @param at when
     * @param actor who, by id
     * @param action what, as in {@link Action#key}
     * @param subject to what
     * @param why the reason given, or nothing
     */
    public record Entry(long number, Instant at, String actor, String action, String subject, String why) {}

    /** The newest lines of this partnership, newest first. */
    @Needs(Action.SEE_RECORD)
    public List<Entry> listNewest() {
        return logbook.newest(Viewer.current().partnership().orElse(Logbook.HOUSE), NEWEST).stream()
                .map(line ->
                        new Entry(line.number(), line.at(), line.actor(), line.action(), line.subject(), line.why()))
                .toList();
    }

    /** The same, watched, for a record that has grown long. */
    @Needs(Action.CHECK_RECORD)
    public Optional<String> findFault(Course course) {
        return logbook.fault(Viewer.current().partnership().orElse(Logbook.HOUSE), course);
    }

    /** Every partnership with a record; the house's own is among them. */
    @Needs(Action.KEEP_HOUSE)
    public List<UUID> listKept() {
        return logbook.kept();
    }

    /** What is wrong with this partnership's record first; empty if nothing is. */
    @Needs(Action.CHECK_RECORD)
    public Optional<String> findFault() {
        return logbook.fault(Viewer.current().partnership().orElse(Logbook.HOUSE));
    }
}

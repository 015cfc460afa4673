package org.whorl.server.models;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Refused;
import org.whorl.server.trust.Viewer;

/**
 * Who shows what on a picture just now, to everybody who looks along. It is kept in memory alone and forgotten when nobody
 * has moved anything for a while: it says where sliders stand, changes no model, and whoever wants to keep it sends the
 * address.
 */
@Door
public class Shows {

    private static final Duration FORGOTTEN = Duration.ofHours(2);

    private final Clock clock;
    private final ModelStore store;
    private final Map<UUID, Show> shows = new ConcurrentHashMap<>();

    Shows(Clock clock, ModelStore store) {
        this.clock = clock;
        this.store = store;
    }

    /**
     * What somebody shows.
     *
     * @param member who
     * @param name what they are called
     * @param address what is tried, as the end of a picture's address
     * @param number grows by one with every move
     * @param at when it was last moved
     */
    public record Show(UUID member, String name, String address, long number, Instant at) {}

    /** What is shown on a model just now. */
    @Needs(Action.LOOK)
    public Optional<Show> find(UUID model) {
        return store.find(model)
                .flatMap(_ -> Optional.ofNullable(shows.get(model)))
                .filter(show -> show.at().plus(FORGOTTEN).isAfter(clock.instant()));
    }

    /** Shows something, in the place of whatever was shown. */
    @Needs(Action.LOOK)
    public void show(UUID model, String address) {
        UUID member = allowed(model);
        String name = store.nameOf(member).orElseThrow();
        shows.merge(
                model,
                new Show(member, name, address, 1, clock.instant()),
                (before, now) -> new Show(member, name, address, before.number() + 1, now.at()));
    }

    /** Stops showing. */
    @Needs(Action.LOOK)
    public void stop(UUID model) {
        allowed(model);
        shows.remove(model);
    }

    /** Moving a slider is no line in the record, so this asks for itself whether somebody may. */
    private UUID allowed(UUID model) {
        Viewer viewer = Viewer.current();
        if (!viewer.may(Action.CHECK_MODEL) || viewer.member().isEmpty()) {
            throw new Refused(Action.CHECK_MODEL);
        }
        if (store.find(model).isEmpty()) {
            throw new NoSuchElementException("no model " + model);
        }
        return viewer.member().get();
    }
}

package org.whorl.server.circles;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.people.PrivateCode;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Saved;
import org.whorl.server.trust.VersionStore;
import org.whorl.server.trust.Viewer;

/** The door to circles: how they decide, and who is heard in them. */
@Door
public class Circles {

    private final CircleStore store;
    private final ItemStore items;
    private final RoundLetters letters;
    private final VersionStore versions;
    private final Clock clock;

    Circles(CircleStore store, ItemStore items, RoundLetters letters, VersionStore versions, Clock clock) {
        this.store = store;
        this.items = items;
        this.letters = letters;
        this.versions = versions;
        this.clock = clock;
    }

    /** All of them, by name. */
    @Needs(Action.SEE_CIRCLES)
    public List<Circle> list() {
        return store.list();
    }

    /** One of them. */
    @Needs(Action.SEE_CIRCLES)
    public Optional<Circle> find(UUID id) {
        return store.find(id);
    }

    /** Who belongs to it now, by name. */
    @Needs(Action.SEE_CIRCLES)
    public List<Seat> listSeats(UUID circle) {
        return store.listSeats(circle).stream()
                .filter(each -> each.here() && each.belongs())
                .toList();
    }

    /** Minutes asked of each this month, for those who see who is in it. */
    @Needs(Action.SEE_CIRCLES)
    public Map<UUID, Integer> listAsked(UUID circle) {
        return store.listAsked(circle, LocalDate.now(clock).withDayOfMonth(1));
    }

    /** Begins one. */
    @Needs(Action.KEEP_CIRCLES)
    public void begin(Circle circle) {
        Note.about("sdmi-circle", circle.id(), "begun");
        store.add(here(), circle);
    }

    /** Changes how it decides; what was decided keeps the rule it was decided by only where it is written down. */
    @Needs(Action.KEEP_CIRCLES)
    public Saved change(Circle wanted) {
        Saved saved = versions.change(
                Circle.VERSIONED,
                wanted.id(),
                wanted.version(),
                Map.of(
                        "name_en", wanted.nameEn(),
                        "name_cy", wanted.nameCy(),
                        "rule", wanted.rule().key(),
                        "level", wanted.level().key(),
                        "right_team", wanted.right(Level.TEAM),
                        "right_organisation", wanted.right(Level.ORGANISATION),
                        "right_partnership", wanted.right(Level.PARTNERSHIP),
                        "right_national", wanted.right(Level.NATIONAL),
                        "round_hours", wanted.hours()));
        Note.saved("sdmi-circle", wanted.id(), "changed", saved);
        return saved;
    }

    /** Undoes the change that led to that version. */
    @Needs(Action.KEEP_CIRCLES)
    public Saved undo(UUID id, int version) {
        Saved saved = versions.undo(Circle.VERSIONED, id, version);
        Note.saved("sdmi-circle", id, "undone", saved);
        return saved;
    }

    /** Takes somebody in; false if that member is in already, or is in the partnership only to look on. */
    @Needs(Action.KEEP_CIRCLES)
    public boolean seat(Seat seat) {
        Note.about("sdmi-seat", seat.id(), "taken in");
        boolean there = seat.member().isPresent()
                && listSeats(seat.circle()).stream()
                        .anyMatch(each -> each.member().equals(seat.member()));
        if (there) {
            return false;
        }
        store.add(here(), seat);
        if (!store.findSeat(seat.id()).orElseThrow().replies()) {
            throw new IllegalArgumentException("who only looks on is not heard in a circle");
        }
        return true;
    }

    /** How many minutes circles asked of the viewer this month. */
    @Needs(Action.LOOK)
    public int countAskedOfMe() {
        return Viewer.current()
                .member()
                .map(me -> store.countAsked(me, LocalDate.now(clock).withDayOfMonth(1)))
                .orElse(0);
    }

    /**
     * A new link for the own use of somebody who does not sign in; the one they had leads nowhere from now on. It is shown once, and
     * not kept. Nobody else can speak for a member who signs in.
     */
    @Needs(Action.KEEP_CIRCLES)
    public String link(UUID seat) {
        String code = PrivateCode.fresh();
        UUID whose = store.findSeat(seat)
                .filter(Seat::here)
                .filter(each -> each.member().isEmpty())
                .orElseThrow()
                .id();
        Note.about("sdmi-seat", seat, "has a new link");
        store.putLink(here(), whose, PrivateCode.fingerprint(code));
        return code.replace("-", "");
    }

    /** Lets somebody go; what they said stays, and no round waits for them any more. */
    @Needs(Action.KEEP_CIRCLES)
    public boolean leave(UUID seat) {
        Note.about("sdmi-seat", seat, "left");
        Optional<Seat> whose = store.findSeat(seat);
        items.waitNoLonger(seat, clock.instant())
                .forEach(round -> whose.ifPresent(each -> letters.replied(round, each)));
        return store.leave(seat, LocalDate.now(clock));
    }

    /**
     * Changes how many minutes a month somebody offers: one's own, or anybody's for whoever looks after circles.
     *
     * @param seen what they were on the page where they were changed
     * @return false if they were changed in the meantime
     */
    @Needs(Action.DECIDE)
    public boolean offer(UUID seat, int seen, int minutes) {
        Note.about("sdmi-seat", seat, "offers other minutes");
        Viewer viewer = Viewer.current();
        boolean may = viewer.may(Action.KEEP_CIRCLES)
                || store.findSeat(seat).filter(each -> each.isOf(viewer)).isPresent();
        return may && store.offer(seat, seen, minutes);
    }

    private static UUID here() {
        return Viewer.current().partnership().orElseThrow();
    }
}

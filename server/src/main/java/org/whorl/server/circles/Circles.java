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
    private final VersionStore versions;
    private final Clock clock;

    Circles(CircleStore store, VersionStore versions, Clock clock) {
        this.store = store;
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

    /** Takes somebody in; false if that member is in already. */
    @Needs(Action.KEEP_CIRCLES)
    public boolean seat(Seat seat) {
        Note.about("sdmi-seat", seat.id(), "taken in");
        boolean there = seat.member().isPresent()
                && listSeats(seat.circle()).stream()
                        .anyMatch(each -> each.member().equals(seat.member()));
        if (!there) {
            store.add(here(), seat);
        }
        return !there;
    }

    /** A new link for somebody's own use; the one they had leads nowhere from now on. It is shown once, and not kept. */
    @Needs(Action.KEEP_CIRCLES)
    public String link(UUID seat) {
        String code = PrivateCode.fresh();
        UUID whose = store.findSeat(seat).filter(Seat::here).orElseThrow().id();
        Note.about("sdmi-seat", seat, "has a new link");
        store.putLink(here(), whose, PrivateCode.fingerprint(code));
        return code.replace("-", "");
    }

    /** Lets somebody go; what they said stays. */
    @Needs(Action.KEEP_CIRCLES)
    public boolean leave(UUID seat) {
        Note.about("sdmi-seat", seat, "left");
        return store.leave(seat, LocalDate.now(clock));
    }

    private static UUID here() {
        return Viewer.current().partnership().orElseThrow();
    }
}

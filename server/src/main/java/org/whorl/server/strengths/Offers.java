package org.whorl.server.strengths;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Saved;
import org.whorl.server.trust.VersionStore;
import org.whorl.server.trust.Viewer;

/** The door to what members offer. */
@Door
public class Offers {

    private final OfferStore store;
    private final VersionStore versions;
    private final Clock clock;

    Offers(OfferStore store, VersionStore versions, Clock clock) {
        this.store = store;
        this.versions = versions;
        this.clock = clock;
    }

    /** What is offered and not over, the newest first. */
    @Needs(Action.LOOK)
    public List<Offer> list() {
        LocalDate today = LocalDate.now(clock);
        return store.list().stream().filter(offer -> !offer.isOver(today)).toList();
    }

    /** One that the viewer may change, over or not. */
    @Needs(Action.LOOK)
    public Optional<Offer> findMine(UUID id) {
        return store.find(id).filter(offer -> offer.isChangedBy(Viewer.current()));
    }

    /** Offers something. */
    @Needs(Action.OFFER)
    public void offer(Offer offer) {
        if (!Viewer.current().member().equals(Optional.of(offer.member()))) {
            throw new IllegalArgumentException("nobody offers for somebody else");
        }
        Note.about(Offer.VERSIONED.kind(), offer.id(), "");
        store.add(Viewer.current().partnership().orElseThrow(), offer);
    }

    /** Changes an offer. Nothing is overwritten when somebody else was first. */
    @Needs(Action.OFFER)
    public Saved change(Offer offer) {
        return saved(offer.id(), offer.version(), "changed", OfferStore.written(offer));
    }

    /** Takes an offer back. */
    @Needs(Action.OFFER)
    public Saved withdraw(UUID id, int version) {
        return saved(id, version, "withdrawn", Map.of("state", "withdrawn"));
    }

    /** Undoes a change: one's own, or anybody's for who looks after spirals. */
    @Needs(Action.OFFER)
    public Saved undo(UUID id, int version) {
        Viewer viewer = Viewer.current();
        Optional<UUID> maker = versions.findMaker(Offer.VERSIONED, id, version);
        boolean may = viewer.may(Action.CHANGE_SCOPE) || (maker.isPresent() && maker.equals(viewer.member()));
        Saved saved = may ? versions.undo(Offer.VERSIONED, id, version) : new Saved.Gone();
        Note.saved(Offer.VERSIONED.kind(), id, "undone", saved);
        return saved;
    }

    private Saved saved(UUID id, int version, String why, Map<String, ?> values) {
        Viewer viewer = Viewer.current();
        Saved saved = store.find(id)
                .filter(offer -> offer.isChangedBy(viewer))
                .map(_ -> versions.change(Offer.VERSIONED, id, version, values))
                .orElse(new Saved.Gone());
        Note.saved(Offer.VERSIONED.kind(), id, why, saved);
        return saved;
    }
}

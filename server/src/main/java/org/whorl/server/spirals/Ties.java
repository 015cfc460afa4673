package org.whorl.server.spirals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Saved;
import org.whorl.server.trust.VersionStore;
import org.whorl.server.trust.Versioned;
import org.whorl.server.trust.Viewer;

/** The door to what a spiral is tied to. It starts with nothing; everything here somebody has put there. */
@Door
public class Ties {

    private final TieStore store;
    private final VersionStore versions;
    private final Clock clock;

    Ties(TieStore store, VersionStore versions, Clock clock) {
        this.store = store;
        this.versions = versions;
        this.clock = clock;
    }

    /** What is fixed. */
    @Needs(Action.LOOK)
    public List<Tie.Fixed> listFixed(UUID spiral) {
        return store.listFixed(spiral);
    }

    /** What goes on already. */
    @Needs(Action.LOOK)
    public List<Tie.Woven> listWoven(UUID spiral) {
        return store.listWoven(spiral);
    }

    /** What was pulled in. */
    @Needs(Action.LOOK)
    public List<Tie.Pulled> listPulled(UUID spiral) {
        return store.listPulled(spiral);
    }

    /** What could be pulled in from other spirals, those this one grew from first. */
    @Needs(Action.LOOK)
    public List<Tie.Pulled> listShelf(UUID spiral) {
        return store.listShelf(spiral);
    }

    /** Says what is fixed. */
    @Needs(Action.WEAVE)
    public void add(UUID spiral, Tie.Fixed fixed) {
        store.add(here(), spiral, fixed);
        Note.about("fixed-point", fixed.id(), fixed.kind());
    }

    /** Ties the spiral to work that goes on already. */
    @Needs(Action.WEAVE)
    public void add(UUID spiral, Tie.Woven woven) {
        store.add(here(), spiral, woven);
        Note.about("woven", woven.id(), "");
    }

    /**
     * Pulls something in from another spiral, as it was said there.
     *
     * @return false if it is not on the shelf
     */
    @Needs(Action.PULL_IN)
    public boolean pullIn(UUID spiral, String kind, String item) {
        Optional<Tie.Pulled> found = store.listShelf(spiral).stream()
                .filter(each -> each.kind().equals(kind) && each.item().equals(item))
                .findFirst();
        found.ifPresent(each -> store.add(here(), spiral, each, LocalDate.now(clock)));
        Note.about("spiral", spiral, found.map(each -> kind + " " + item).orElse("not on the shelf"));
        return found.isPresent();
    }

    /** Takes one of these away again. */
    @Needs(Action.WEAVE)
    public Saved remove(String kind, UUID id, int version) {
        Saved saved = versions.remove(versioned(kind), id, version);
        Note.saved(kind, id, "removed", saved);
        return saved;
    }

    /** Undoes that. */
    @Needs(Action.WEAVE)
    public Saved undo(String kind, UUID id, int version) {
        Saved saved = versions.undo(versioned(kind), id, version);
        Note.saved(kind, id, "undone", saved);
        return saved;
    }

    private static Versioned versioned(String kind) {
        return switch (kind) {
            case "fixed-point" -> Tie.Fixed.VERSIONED;
            case "woven" -> Tie.Woven.VERSIONED;
            case "pulled-in" -> Tie.Pulled.VERSIONED;
            default -> throw new IllegalArgumentException("no tie is called " + kind);
        };
    }

    private static UUID here() {
        return Viewer.current().partnership().orElseThrow();
    }
}

package org.whorl.server.spirals;

import java.sql.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.news.Telling;
import org.whorl.server.news.What;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Saved;
import org.whorl.server.trust.VersionStore;
import org.whorl.server.trust.Viewer;

/** The door to how people want to work differently, turn by turn, and to what came of it. */
@Door
public class Commitments {

    private final CommitmentStore store;
    private final VersionStore versions;
    private final Telling telling;

    Commitments(CommitmentStore store, VersionStore versions, Telling telling) {
        this.store = store;
        this.versions = versions;
        this.telling = telling;
    }

    /** Those of a spiral, turn by turn; with names for whoever may see who takes part. */
    @Needs(Action.LOOK)
    public List<Commitment> list(UUID spiral) {
        boolean names = Viewer.current().may(Action.SEE_PEOPLE);
        return store.list(spiral).stream()
                .map(each -> names ? each : each.withoutName())
                .toList();
    }

    /** How many came to what, of one spiral or of all. */
    @Needs(Action.LOOK)
    public Commitment.Tally tally(Optional<UUID> spiral) {
        return store.tally(spiral);
    }

    /**
     * Adds one to the turn that goes on.
     *
     * @return false if that turn is over, or has {@link Commitment#MOST} already
     */
    @Needs(Action.KEEP_COMMITMENT)
    public boolean add(Commitment commitment) {
        Note.about(Commitment.VERSIONED.kind(), commitment.id(), "written");
        boolean added = store.add(Viewer.current().partnership().orElseThrow(), commitment);
        if (added) {
            telling.tell(commitment.owner(), What.GIVEN, path(commitment.spiral()));
        }
        return added;
    }

    /** Changes what it says, who sees to it and by when, from the version it carries. */
    @Needs(Action.KEEP_COMMITMENT)
    public Saved change(Commitment wanted) {
        Saved saved = versions.change(
                Commitment.VERSIONED,
                wanted.id(),
                wanted.version(),
                Map.of(
                        "what", wanted.what(),
                        "language", wanted.language(),
                        "owner", wanted.owner(),
                        "due_on", wanted.dueOn().map(Date::valueOf)));
        Note.saved(Commitment.VERSIONED.kind(), wanted.id(), "changed", saved);
        if (saved instanceof Saved.Yes) {
            telling.tell(wanted.owner(), What.GIVEN, path(wanted.spiral()));
        }
        return saved;
    }

    /**
     * Says what came of it.
     *
     * @param learnt what was learnt by it, never blank
     * @param language of that
     */
    @Needs(Action.KEEP_COMMITMENT)
    public Saved review(UUID id, int version, Commitment.Outcome outcome, String learnt, String language) {
        Saved saved = versions.change(
                Commitment.VERSIONED,
                id,
                version,
                Map.of("outcome", outcome.column(), "learnt", learnt, "learnt_language", language));
        Note.saved(Commitment.VERSIONED.kind(), id, outcome.key(), saved);
        return saved;
    }

    /** Undoes the change that led to that version. */
    @Needs(Action.KEEP_COMMITMENT)
    public Saved undo(UUID id, int version) {
        Saved saved = versions.undo(Commitment.VERSIONED, id, version);
        Note.saved(Commitment.VERSIONED.kind(), id, "undone", saved);
        return saved;
    }

    private static String path(UUID spiral) {
        return "/spirals/" + spiral + "/commitments";
    }
}

package org.whorl.server.findings;

import java.sql.Timestamp;
import java.time.Clock;
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

/** The door to findings: what analyses came to, and what is to be done about it. */
@Door
public class Findings {

    private final FindingStore store;
    private final VersionStore versions;
    private final Clock clock;

    Findings(FindingStore store, VersionStore versions, Clock clock) {
        this.store = store;
        this.versions = versions;
        this.clock = clock;
    }

    /** What is published, the newest first. */
    @Needs(Action.LOOK)
    public List<Finding> listPublished() {
        return store.list(Finding.State.PUBLISHED);
    }

    /** What is still being written, the newest first. */
    @Needs(Action.SEE_DRAFTS)
    public List<Finding> listDrafts() {
        return store.list(Finding.State.DRAFT);
    }

    /** One that is published. */
    @Needs(Action.LOOK)
    public Optional<Finding> findPublished(UUID id) {
        return store.find(id).filter(Finding::isPublished);
    }

    /** One, published or still being written. */
    @Needs(Action.SEE_DRAFTS)
    public Optional<Finding> find(UUID id) {
        return store.find(id);
    }

    /** Keeps a new one, as a draft. */
    @Needs(Action.KEEP_FINDING)
    public void begin(Finding finding) {
        Note.about(Finding.VERSIONED.kind(), finding.id(), "begun");
        store.add(Viewer.current().partnership().orElseThrow(), finding);
    }

    /** Changes what is written; a published one must stay whole. Nothing is overwritten when somebody else was first. */
    @Needs(Action.KEEP_FINDING)
    public Saved change(Finding finding) {
        if (store.find(finding.id()).filter(Finding::isPublished).isPresent()) {
            mustBeWhole(finding);
        }
        return saved(
                finding.id(),
                "changed",
                versions.change(
                        Finding.VERSIONED,
                        finding.id(),
                        finding.version(),
                        FindingStore.written(finding, clock.instant())));
    }

    /**
     * Shows it to the whole partnership.
     *
     * @throws IllegalStateException if it does not end in an action
     */
    @Needs(Action.KEEP_FINDING)
    public Saved publish(UUID id, int version) {
        Optional<Finding> finding = store.find(id);
        if (finding.isEmpty()) {
            return saved(id, "published", new Saved.Gone());
        }
        mustBeWhole(finding.get());
        Timestamp now = Timestamp.from(clock.instant());
        return move(id, version, "published", Map.of("state", Finding.State.PUBLISHED.key(), "published_at", now));
    }

    /** Takes a published one back: it is a draft again. */
    @Needs(Action.KEEP_FINDING)
    public Saved takeBack(UUID id, int version) {
        return move(
                id,
                version,
                "taken back",
                Map.of("state", Finding.State.DRAFT.key(), "published_at", Optional.empty()));
    }

    /** Sets one aside: it is no longer listed, and can be brought back by undoing that. */
    @Needs(Action.KEEP_FINDING)
    public Saved setAside(UUID id, int version) {
        return move(id, version, "set aside", Map.of("state", Finding.State.ASIDE.key()));
    }

    /** Undoes a change, if nobody has changed it since. */
    @Needs(Action.KEEP_FINDING)
    public Saved undo(UUID id, int version) {
        return saved(id, "undone", versions.undo(Finding.VERSIONED, id, version));
    }

    private Saved move(UUID id, int version, String why, Map<String, ?> values) {
        return saved(id, why, versions.change(Finding.VERSIONED, id, version, values));
    }

    private static void mustBeWhole(Finding finding) {
        if (!finding.missing().isEmpty()) {
            throw new IllegalStateException("a finding without %s cannot be published".formatted(finding.missing()));
        }
    }

    private static Saved saved(UUID id, String why, Saved saved) {
        Note.saved(Finding.VERSIONED.kind(), id, why, saved);
        return saved;
    }
}

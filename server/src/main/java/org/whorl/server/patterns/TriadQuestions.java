package org.whorl.server.patterns;

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

/** The door to what tellers are asked of their own story. */
@Door
public class TriadQuestions {

    private static final String KIND = Triad.VERSIONED.kind();

    private final TriadStore store;
    private final VersionStore versions;

    TriadQuestions(TriadStore store, VersionStore versions) {
        this.store = store;
        this.versions = versions;
    }

    /** All of them, those asked now first. */
    @Needs(Action.LOOK)
    public List<Triad> list() {
        return store.list();
    }

    /** Those asked now. */
    @Needs(Action.LOOK)
    public List<Triad> listAsked() {
        return store.list().stream().filter(Triad::asked).toList();
    }

    /** One of them. */
    @Needs(Action.LOOK)
    public Optional<Triad> find(UUID id) {
        return store.list().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Asks something from now on. */
    @Needs(Action.ASK_TRIADS)
    public void ask(Triad triad) {
        store.add(Viewer.current().partnership().orElseThrow(), triad);
        Note.about(KIND, triad.id(), triad.shape());
    }

    /** Puts its words better. */
    @Needs(Action.ASK_TRIADS)
    public Saved change(Triad triad) {
        return saved(triad.id(), triad.version(), "changed", TriadStore.written(triad));
    }

    /** Asks it no more, or again. What was marked stays. */
    @Needs(Action.ASK_TRIADS)
    public Saved setAsked(UUID id, int version, boolean asked) {
        return saved(id, version, asked ? "asked again" : "ended", Map.of("state", asked ? "asked" : "ended"));
    }

    /** Undoes a change. */
    @Needs(Action.ASK_TRIADS)
    public Saved undo(UUID id, int version) {
        Saved saved = versions.undo(Triad.VERSIONED, id, version);
        Note.saved(KIND, id, "undone", saved);
        return saved;
    }

    private Saved saved(UUID id, int version, String why, Map<String, ?> values) {
        Saved saved = versions.change(Triad.VERSIONED, id, version, values);
        Note.saved(KIND, id, why, saved);
        return saved;
    }
}

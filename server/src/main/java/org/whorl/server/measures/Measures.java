package org.whorl.server.measures;

import java.util.HashMap;
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

/** The door to what is measured. */
@Door
public class Measures {

    private final MeasureStore store;
    private final VersionStore versions;

    Measures(MeasureStore store, VersionStore versions) {
        this.store = store;
        this.versions = versions;
    }

    /** All of them, the oldest first. */
    @Needs(Action.SEE_MEASURES)
    public List<Measure> listAll() {
        return store.list();
    }

    /** Those of a spiral, the oldest first. */
    @Needs(Action.SEE_MEASURES)
    public List<Measure> list(UUID spiral) {
        return store.list().stream()
                .filter(each -> each.spiral().equals(spiral))
                .toList();
    }

    /** One of them. */
    @Needs(Action.SEE_MEASURES)
    public Optional<Measure> find(UUID id) {
        return store.find(id);
    }

    /** Begins to measure something; sent twice it is one. */
    @Needs(Action.KEEP_MEASURE)
    public void begin(Measure measure) {
        Note.about(Measure.VERSIONED.kind(), measure.id(), "begun");
        store.add(Viewer.current().partnership().orElseThrow(), measure);
    }

    /** Changes what is said about it; its points stay. */
    @Needs(Action.KEEP_MEASURE)
    public Saved change(Measure measure) {
        Map<String, Object> values = new HashMap<>();
        values.put("name", measure.name());
        values.put("unit", measure.unit());
        values.put("meaning", measure.meaning());
        values.put("better", measure.better().word());
        values.put("target", measure.target());
        values.put("kind", measure.kind().word());
        values.put("per", measure.per());
        values.put("serves", measure.serves().key());
        values.put("mode", measure.mode().key());
        values.put("source", measure.source());
        values.put("owner", measure.owner());
        values.put("people", measure.people());
        values.put("outcome", measure.outcome());
        Saved saved = versions.change(Measure.VERSIONED, measure.id(), measure.version(), values);
        Note.saved(Measure.VERSIONED.kind(), measure.id(), "changed", saved);
        return saved;
    }

    /** Undoes the change that led to that version. */
    @Needs(Action.KEEP_MEASURE)
    public Saved undo(UUID id, int version) {
        Saved saved = versions.undo(Measure.VERSIONED, id, version);
        Note.saved(Measure.VERSIONED.kind(), id, "undone", saved);
        return saved;
    }
}

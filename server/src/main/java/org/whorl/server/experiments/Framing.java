package org.whorl.server.experiments;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
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

/** The door to telling something in two ways: the words stand once the experiment has begun, the counts come while it runs. */
@Door
public class Framing {

    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final String KIND = Framings.VERSIONED.kind();

    private final FramingStore store;
    private final ExperimentStore experiments;
    private final VersionStore versions;
    private final Clock clock;

    Framing(FramingStore store, ExperimentStore experiments, VersionStore versions, Clock clock) {
        this.store = store;
        this.experiments = experiments;
        this.versions = versions;
        this.clock = clock;
    }

    /** The two ways of an experiment; none where nobody wrote them. */
    @Needs(Action.LOOK)
    public Optional<Framings> find(UUID experiment) {
        return store.find(experiment).map(each -> Viewer.current().may(Action.SEE_PEOPLE) ? each : each.withoutName());
    }

    /**
     * Says how it is told, both ways, after whoever says so has checked that it misleads and hurts nobody. Gone once it has begun.
     *
     * @param version which one was seen; 0 where there was none
     */
    @Needs(Action.KEEP_EXPERIMENT)
    public Saved tell(
            UUID experiment,
            int version,
            String words,
            String where,
            String otherWords,
            String otherWhere,
            String language) {
        boolean open = experiments
                .hold(experiment)
                .filter(each -> each.state() == Experiment.State.DRAFT)
                .isPresent();
        if (!open) {
            return noted(experiment, "told in two ways", new Saved.Gone());
        }
        if (version == 0 && store.find(experiment).isEmpty()) {
            store.add(
                    Viewer.current().partnership().orElseThrow(),
                    experiment,
                    new FramingStore.Told(words, where, otherWords, otherWhere),
                    language,
                    today(),
                    Viewer.current().member());
            return noted(experiment, "told in two ways", new Saved.Yes(1));
        }
        Map<String, Object> values = new HashMap<>();
        values.put("words_a", words);
        values.put("where_a", where);
        values.put("words_b", otherWords);
        values.put("where_b", otherWhere);
        values.put("checked_on", Date.valueOf(today()));
        values.put("checked_by", Viewer.current().member());
        return noted(experiment, "told in two ways", versions.change(Framings.VERSIONED, experiment, version, values));
    }

    /** Says how many saw each and how many of them did it, from the beginning until today. Gone before it has begun. */
    @Needs(Action.KEEP_EXPERIMENT)
    public Saved count(UUID experiment, int version, int seen, int did, int otherSeen, int otherDid) {
        boolean begun = experiments
                .hold(experiment)
                .filter(each -> each.startedOn().isPresent())
                .isPresent();
        Map<String, Object> values = Map.of(
                "seen_a",
                seen,
                "did_a",
                did,
                "seen_b",
                otherSeen,
                "did_b",
                otherDid,
                "counted_on",
                Date.valueOf(today()));
        return noted(
                experiment,
                "counted",
                begun ? versions.change(Framings.VERSIONED, experiment, version, values) : new Saved.Gone());
    }

    /** Undoes a change; of the words only before it has begun. */
    @Needs(Action.KEEP_EXPERIMENT)
    public Saved undo(UUID experiment, int version) {
        boolean begun = experiments
                .hold(experiment)
                .filter(each -> each.startedOn().isPresent())
                .isPresent();
        // The last change was a count, or it is of words that stand.
        boolean open = !begun
                || store.find(experiment)
                        .filter(each -> each.countedOn().isPresent())
                        .isPresent();
        return noted(
                experiment, "undone", open ? versions.undo(Framings.VERSIONED, experiment, version) : new Saved.Gone());
    }

    private static Saved noted(UUID id, String why, Saved saved) {
        Note.saved(KIND, id, why, saved);
        return saved;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), HERE);
    }
}

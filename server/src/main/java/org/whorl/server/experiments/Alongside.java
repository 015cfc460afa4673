package org.whorl.server.experiments;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.whorl.server.decisions.Evidence;
import org.whorl.server.news.Telling;
import org.whorl.server.news.What;
import org.whorl.server.stories.About;
import org.whorl.server.stories.Heard;
import org.whorl.server.stories.Released;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Saved;
import org.whorl.server.trust.VersionStore;
import org.whorl.server.trust.Viewer;

/** The door to what goes along with an experiment: evidence, helpers, tasks, notes and the stories of the week. */
@Door
public class Alongside {

    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final String KIND = Experiment.VERSIONED.kind();

    private final AlongsideStore store;
    private final ExperimentStore experiments;
    private final VersionStore versions;
    private final Heard heard;
    private final Telling telling;
    private final Clock clock;

    Alongside(
            AlongsideStore store,
            ExperimentStore experiments,
            VersionStore versions,
            Heard heard,
            Telling telling,
            Clock clock) {
        this.store = store;
        this.experiments = experiments;
        this.versions = versions;
        this.heard = heard;
        this.telling = telling;
        this.clock = clock;
    }

    /** What each clause rests on. */
    @Needs(Action.LOOK)
    public Map<Clause, List<Evidence>> listEvidence(UUID experiment) {
        return store.listEvidence(experiment);
    }

    /** Names something a clause rests on; false once it has begun. */
    @Needs(Action.KEEP_EXPERIMENT)
    public boolean addEvidence(UUID experiment, Clause clause, Evidence evidence) {
        Note.about(
                KIND, experiment, clause.key() + " rests on " + evidence.kind().key() + " " + evidence.target());
        boolean open = isDraft(experiment);
        if (open) {
            store.addEvidence(here(), experiment, clause, evidence);
        }
        return open;
    }

    /** Takes that away; false once it has begun. */
    @Needs(Action.KEEP_EXPERIMENT)
    public boolean removeEvidence(UUID experiment, UUID evidence) {
        Note.about(KIND, experiment, "no longer rests on " + evidence);
        return isDraft(experiment) && store.removeEvidence(experiment, evidence);
    }

    /** Who helps, by id. */
    @Needs(Action.SEE_PEOPLE)
    public List<UUID> listHelpers(UUID experiment) {
        return store.listHelpers(experiment);
    }

    /** Somebody helps with it, or no longer does. */
    @Needs(Action.KEEP_EXPERIMENT)
    public void help(UUID experiment, UUID member, boolean helps) {
        Note.about(KIND, experiment, helps ? "somebody helps" : "somebody no longer helps");
        if (helps) {
            store.addHelper(here(), experiment, member);
            telling.tell(Optional.of(member), What.GIVEN, path(experiment));
        } else {
            store.removeHelper(experiment, member);
        }
    }

    /** What somebody does for it, what is not done first. */
    @Needs(Action.LOOK)
    public List<Task> listTasks(UUID experiment) {
        return store.listTasks(experiment).stream()
                .map(each -> seesPeople() ? each : each.withoutName())
                .toList();
    }

    /** Gives somebody something to do. */
    @Needs(Action.KEEP_EXPERIMENT)
    public void add(Task task) {
        Note.about(Task.VERSIONED.kind(), task.id(), "given");
        if (store.add(here(), task)) {
            telling.tell(task.owner(), What.GIVEN, path(task.experiment()));
        }
    }

    /** Something is done. */
    @Needs(Action.KEEP_EXPERIMENT)
    public Saved done(UUID id, int version) {
        Saved saved = store.findTask(id).filter(each -> each.doneOn().isEmpty()).isPresent()
                ? versions.change(Task.VERSIONED, id, version, Map.of("done_on", Date.valueOf(today())))
                : new Saved.Gone();
        Note.saved(Task.VERSIONED.kind(), id, "done", saved);
        return saved;
    }

    /** Undoes that. */
    @Needs(Action.KEEP_EXPERIMENT)
    public Saved undoTask(UUID id, int version) {
        Saved saved = versions.undo(Task.VERSIONED, id, version);
        Note.saved(Task.VERSIONED.kind(), id, "undone", saved);
        return saved;
    }

    /** What was noted while it ran, the newest first. */
    @Needs(Action.LOOK)
    public List<Entry> listEntries(UUID experiment) {
        return store.listEntries(experiment).stream()
                .map(each -> seesPeople() ? each : each.withoutName())
                .toList();
    }

    /** Notes something; false before it has begun. */
    @Needs(Action.KEEP_EXPERIMENT)
    public boolean note(UUID experiment, Entry.Kind kind, String words, String language) {
        Note.about(KIND, experiment, "noted: " + kind.key());
        Optional<Experiment> begun =
                experiments.find(experiment).filter(each -> each.startedOn().isPresent());
        begun.ifPresent(each -> {
            store.add(
                    here(),
                    experiment,
                    new Entry(kind, words, language, today(), ""),
                    Viewer.current().member(),
                    clock.instant());
            if (kind == Entry.Kind.FAILED || kind == Entry.Kind.UNEXPECTED) {
                telling.tell(each.id(Field.OWNER), What.EXPERIMENT_TOLD, path(experiment));
            }
        });
        return begun.isPresent();
    }

    /** The stories beside it that the viewer may hear, the last pinned first. */
    @Needs(Action.LOOK)
    public List<Released> listStories(UUID experiment) {
        return store.listStories(experiment).stream()
                .flatMap(id -> heard.find(id).stream())
                .toList();
    }

    /** The stories told about it that the viewer may hear, the newest first. */
    @Needs(Action.LOOK)
    public List<Released> listTold(UUID experiment) {
        Set<UUID> about = heard.listAbout(About.EXPERIMENT, experiment).stream()
                .map(About::story)
                .collect(Collectors.toSet());
        return about.isEmpty()
                ? List.of()
                : heard.list().stream()
                        .filter(each -> about.contains(each.id()))
                        .toList();
    }

    /** Puts a story beside it, as long as the viewer may hear it. */
    @Needs(Action.KEEP_EXPERIMENT)
    public boolean pin(UUID experiment, UUID story) {
        Note.about(KIND, experiment, "a story put beside it");
        boolean there =
                heard.find(story).isPresent() && experiments.find(experiment).isPresent();
        if (there) {
            store.pin(here(), experiment, story, today());
        }
        return there;
    }

    /** Takes it away again. */
    @Needs(Action.KEEP_EXPERIMENT)
    public void unpin(UUID experiment, UUID story) {
        Note.about(KIND, experiment, "a story no longer beside it");
        store.unpin(experiment, story);
    }

    private boolean isDraft(UUID experiment) {
        return experiments
                .hold(experiment)
                .filter(each -> each.state() == Experiment.State.DRAFT)
                .isPresent();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), HERE);
    }

    private static boolean seesPeople() {
        return Viewer.current().may(Action.SEE_PEOPLE);
    }

    private static String path(UUID id) {
        return "/experiments/" + id;
    }

    private static UUID here() {
        return Viewer.current().partnership().orElseThrow();
    }
}

package org.whorl.server.beliefs;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.whorl.engine.evidence.Effect.Good;
import org.whorl.engine.evidence.Finding;
import org.whorl.engine.evidence.Tried;
import org.whorl.engine.evidence.Verdict;
import org.whorl.engine.model.Domain;
import org.whorl.engine.model.Parameter;
import org.whorl.files.ModelFolder;
import org.whorl.files.NumberText;
import org.whorl.server.decisions.Decision;
import org.whorl.server.decisions.Decisions;
import org.whorl.server.decisions.Evidence;
import org.whorl.server.decisions.Field;
import org.whorl.server.experiments.Experiment;
import org.whorl.server.experiments.Experiments;
import org.whorl.server.experiments.Look;
import org.whorl.server.experiments.Prediction;
import org.whorl.server.measures.Measure;
import org.whorl.server.measures.Measures;
import org.whorl.server.models.Folder;
import org.whorl.server.models.Kept;
import org.whorl.server.models.Models;
import org.whorl.server.models.Ready;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Saved;
import org.whorl.server.trust.VersionStore;
import org.whorl.server.trust.Viewer;

/** The door to what experiments came to, and to what that makes of a model's numbers. */
@Door
public class Beliefs {

    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final String KIND = Learnt.VERSIONED.kind();

    private final BeliefStore store;
    private final VersionStore versions;
    private final Experiments experiments;
    private final Measures measures;
    private final Models models;
    private final Decisions decisions;
    private final Clock clock;

    Beliefs(
            BeliefStore store,
            VersionStore versions,
            Experiments experiments,
            Measures measures,
            Models models,
            Decisions decisions,
            Clock clock) {
        this.store = store;
        this.versions = versions;
        this.experiments = experiments;
        this.measures = measures;
        this.models = models;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** Whether an experiment's figures may be asked, and if not, why. */
    public sealed interface Askable {
        /** They may. */
        record Yes(Measure measure, Tried tried) implements Askable {}

        /** Its day has not come: until then leading indicators only. */
        record TooEarly(LocalDate ready) implements Askable {}

        /** It ended before its day, so its day never comes: what came so far cannot tell. */
        record EndedEarly(LocalDate ended, LocalDate ready) implements Askable {}

        /** It has not begun, or it was put aside. */
        record NotBegun() implements Askable {}

        /** It names no measure, no design or no day. */
        record Unsaid() implements Askable {}
    }

    /** What came of letting a model learn. */
    public enum Taught {
        YES,
        /** No decision that is made stands behind it. */
        NOT_DECIDED,
        /** The decision does not say this number. */
        OTHERWISE,
        /** The number is no longer what it was when this was worked out. */
        MOVED,
        /** Somebody else was first. */
        OVERTAKEN,
        /** The model would no longer hold together. */
        BAD;

        /** The sentence for it. */
        public String sentence() {
            return "belief.taught." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What the figures of an experiment said each time they were asked, the newest first. */
    @Needs(Action.SEE_MEASURES)
    public List<Reading> listReadings(UUID experiment) {
        return store.listReadings(experiment);
    }

    /** What the reading of a belief said, without its figures. */
    @Needs(Action.LOOK)
    public Said said(Learnt learnt) {
        Reading reading = reading(learnt);
        return reading.said(store.findMeasured(reading.measure()).unit());
    }

    /** What the figures make of a number; of people only as many as may be shown go into it. */
    @Needs(Action.LOOK)
    public Update.Outcome update(Learnt learnt, Parameter parameter, Domain domain) {
        Reading reading = reading(learnt);
        return Update.of(
                reading,
                store.findMeasured(reading.measure()).people(),
                learnt.about(),
                learnt.factor(),
                learnt.weight(),
                parameter,
                domain);
    }

    /**
     * A measure that must not get worse, beside the verdict.
     *
     * @param measure which one
     * @param name what it is called
     * @param language of its name
     * @param came what came of it
     */
    public record Balance(UUID measure, String name, String language, Came came) {

        /** What came of it, by the same reckoning as the verdict. */
        public enum Came {
            WORSE,
            /** Different, and nobody said which way is good. */
            DIFFERENT,
            /** No sign that it got worse; that is not the same as none. */
            NO_SIGN,
            FEW;

            /** As in message keys. */
            public String key() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }
    }

    /** What came of the measures that must not get worse, from the figures as they are now. */
    @Needs(Action.SEE_MEASURES)
    public List<Balance> listBalances(Experiment experiment) {
        return experiment.looks().stream()
                .filter(look -> look.part() == Look.Role.BALANCING)
                .flatMap(look -> measures.find(look.measure()).stream())
                .map(measure ->
                        new Balance(measure.id(), measure.name(), measure.language(), came(experiment, measure)))
                .toList();
    }

    private Balance.Came came(Experiment experiment, Measure measure) {
        Figures figures = Figures.of(experiment.sites(), store.listPoints(measure.id()));
        Finding finding = experiment
                .design()
                .map(design -> Figure.panel(figures.scale(), figures.all()).found(tried(design)))
                .orElse(new Finding.Unknown(Finding.Why.NOBODY_BEGAN));
        return switch (Verdict.of(finding, good(measure))) {
            case Verdict.Worse _ -> Balance.Came.WORSE;
            case Verdict.Different _ -> Balance.Came.DIFFERENT;
            case Verdict.Better _, Verdict.NotConclusive _ -> Balance.Came.NO_SIGN;
            case Verdict.TooEarly _, Verdict.CannotTell _ -> Balance.Came.FEW;
        };
    }

    private Reading reading(Learnt learnt) {
        return store.listReadings(learnt.experiment()).stream()
                .filter(each -> each.id().equals(learnt.reading()))
                .findFirst()
                .orElseThrow();
    }

    /** All beliefs, the newest first. */
    @Needs(Action.LOOK)
    public List<Learnt> list() {
        return store.list();
    }

    /** One of them. */
    @Needs(Action.LOOK)
    public Optional<Learnt> find(UUID id) {
        return store.find(id);
    }

    /** How many numbers of the newest versions of all models say what experiments found, of how many there are. */
    @Needs(Action.LOOK)
    public Learned countLearnt() {
        int of = 0;
        for (Kept kept : models.listAll()) {
            of += models.ready(kept.id(), kept.latest())
                    .map(ready -> (int) ready.model().parameters().values().stream()
                            .filter(Parameter::isWritten)
                            .count())
                    .orElse(0);
        }
        int learnt = (int) store.list().stream()
                .filter(Learnt::isLearnt)
                .map(each -> each.model() + " " + each.path())
                .distinct()
                .count();
        return new Learned(learnt, of);
    }

    /**
     * How much models have learnt.
     *
     * @param learnt how many numbers say what an experiment found
     * @param of how many there are
     */
    public record Learned(int learnt, int of) {}

    /** Whether its figures may be asked by now. */
    @Needs(Action.LOOK)
    public Askable askable(Experiment experiment) {
        return asking(experiment);
    }

    private Askable asking(Experiment experiment) {
        if (experiment.state() == Experiment.State.DRAFT || experiment.state() == Experiment.State.ASIDE) {
            return new Askable.NotBegun();
        }
        Optional<Measure> measure = experiment.measure().flatMap(measures::find);
        Optional<LocalDate> ready = experiment.prediction().map(Prediction::on);
        if (measure.isEmpty() || experiment.design().isEmpty() || ready.isEmpty()) {
            return new Askable.Unsaid();
        }
        Optional<LocalDate> early = experiment.endedOn().filter(day -> day.isBefore(ready.get()));
        if (early.isPresent()) {
            return new Askable.EndedEarly(early.get(), ready.get());
        }
        return today().isBefore(ready.get())
                ? new Askable.TooEarly(ready.get())
                : new Askable.Yes(measure.get(), tried(experiment.design().get()));
    }

    /** Asks the figures of an experiment, once its day has come; what they say is kept, and how often they were asked. */
    @Needs(Action.KEEP_BELIEF)
    public Askable ask(UUID experiment) {
        Note.about("experiment", experiment, "figures asked");
        Experiment asked = experiments.find(experiment).orElseThrow();
        Askable askable = asking(asked);
        if (askable instanceof Askable.Yes(Measure measure, Tried tried)) {
            Figures figures = Figures.of(asked.sites(), store.listPoints(measure.id()));
            store.addReading(
                    here(),
                    new Reading(
                            UUID.randomUUID(),
                            asked.id(),
                            asked.spiral(),
                            measure.id(),
                            tried,
                            figures.scale(),
                            good(measure),
                            figures.all(),
                            Figure.panel(figures.scale(), figures.all()).found(tried),
                            clock.instant(),
                            ""),
                    Viewer.current().member());
        }
        return askable;
    }

    private static Tried tried(Experiment.Design design) {
        return switch (design) {
            case SPC -> Tried.TIME_SERIES;
            case DIFFERENCE -> Tried.DIFFERENCE_IN_DIFFERENCES;
            case STEPPED -> Tried.STEPPED_WEDGE;
            case BEFORE_AFTER -> Tried.BEFORE_AND_AFTER;
        };
    }

    private static Good good(Measure measure) {
        return switch (measure.better()) {
            case INCREASE -> Good.MORE;
            case DECREASE -> Good.LESS;
            case NEUTRAL -> Good.NEITHER;
        };
    }

    /** Keeps a belief. */
    @Needs(Action.KEEP_BELIEF)
    public void begin(Learnt learnt) {
        Note.about(KIND, learnt.id(), "worked out for " + learnt.path());
        store.add(here(), learnt, Viewer.current().member());
    }

    /**
     * Lets the figures count for more or less, with a reason; not once a decision is named, which is about the number as it is
     * then.
     */
    @Needs(Action.KEEP_BELIEF)
    public Saved weigh(UUID id, int version, double weight, String why) {
        Map<String, Object> values = new HashMap<>();
        values.put("weight", weight);
        values.put("weight_why", why);
        return changed(
                id,
                version,
                "weight %s: %s".formatted(weight, why),
                values,
                learnt -> learnt.decision().isEmpty());
    }

    /**
     * Names the decision it waits for; from now on its number stands.
     *
     * @param number what the number becomes, as people write it
     */
    @Needs(Action.KEEP_BELIEF)
    public Saved await(UUID id, int version, UUID decision, String number) {
        return changed(
                id,
                version,
                "waits for decision " + decision,
                Map.of("decision", decision),
                learnt -> learnt.decision().isEmpty()
                        && decision(decision)
                                .filter(each -> says(learnt, each, number))
                                .isPresent());
    }

    /** Begins the decision it waits for, and what that rests on; none is begun when somebody else was first. */
    @Needs(Action.KEEP_BELIEF)
    public Saved decide(UUID id, int version, Decision decision, Evidence rests) {
        Optional<Learnt> open = store.hold(id)
                .filter(each -> each.version() == version
                        && each.decision().isEmpty()
                        && each.learntVersion().isEmpty());
        if (open.isEmpty()) {
            Note.about(KIND, id, "no decision begun: somebody changed it");
            return new Saved.Gone();
        }
        decisions.begin(decision, List.of());
        decisions.addEvidence(decision.id(), rests);
        return changed(
                id, version, "waits for decision " + decision.id(), Map.of("decision", decision.id()), _ -> true);
    }

    /**
     * Takes the name of the decision off again: as long as that is not made, or where it is made and says something else.
     *
     * @param number what the number becomes, as people write it
     */
    @Needs(Action.KEEP_BELIEF)
    public Saved letGo(UUID id, int version, String number) {
        return changed(
                id,
                version,
                "waits for no decision",
                Map.of("decision", Optional.empty()),
                learnt -> learnt.decision().isPresent() && !isDecided(learnt, number));
    }

    /** Undoes a change, if nobody has changed it since, no decision about it is made, and the model has not learnt it. */
    @Needs(Action.KEEP_BELIEF)
    public Saved undo(UUID id, int version) {
        boolean open = store.hold(id)
                .filter(each -> each.learntVersion().isEmpty()
                        && each.decision().flatMap(decisions::findMade).isEmpty())
                .isPresent();
        Saved saved = open ? versions.undo(Learnt.VERSIONED, id, version) : new Saved.Gone();
        Note.saved(KIND, id, "undone", saved);
        return saved;
    }

    private Saved changed(UUID id, int version, String why, Map<String, ?> values, Predicate<Learnt> may) {
        boolean open = store.hold(id)
                .filter(each -> each.learntVersion().isEmpty())
                .filter(may)
                .isPresent();
        Saved saved = open ? versions.change(Learnt.VERSIONED, id, version, values) : new Saved.Gone();
        Note.saved(KIND, id, why, saved);
        return saved;
    }

    /**
     * Is that decision about this, and about this number? It rests on the model or names the experiment, and the number stands in
     * what is decided; as long as nothing is written there, in its question.
     *
     * @param number what the number becomes, as people write it
     */
    @Needs(Action.LOOK)
    public boolean isAbout(Learnt learnt, Decision decision, String number) {
        return says(learnt, decision, number);
    }

    private boolean says(Learnt learnt, Decision decision, String number) {
        String decided = decision.value(Field.DECIDED);
        String text = decided.isBlank() ? decision.value(Field.QUESTION) : decided;
        boolean said = Pattern.compile("(?<![\\d.,])" + Pattern.quote(plain(number)) + "(?!\\d|[.,]\\d)")
                .matcher(plain(text))
                .find();
        return said
                && (experiments
                                .find(learnt.experiment())
                                .filter(each -> text.contains(each.title()))
                                .isPresent()
                        || decisions.listEvidence(decision.id()).stream()
                                .anyMatch(each -> each.kind() == Evidence.Kind.MODEL
                                        && each.target().equals(learnt.model())));
    }

    /** Some write 1,200 and some 1200. */
    private static String plain(String text) {
        return text.replaceAll("(?<=\\d),(?=\\d{3}(?!\\d))", "");
    }

    /** Is a decision made that says so? */
    private boolean isDecided(Learnt learnt, String number) {
        return learnt.decision()
                .flatMap(decisions::findMade)
                .filter(each -> says(learnt, each, number))
                .isPresent();
    }

    private Optional<Decision> decision(UUID id) {
        return Viewer.current().may(Action.SEE_DRAFTS) ? decisions.find(id) : decisions.findMade(id);
    }

    /**
     * Lets the model learn it: a new version of it says so, because a decision that is made says it may. The number must still be
     * what it was when this was worked out.
     *
     * @param number what it becomes
     * @param said the same as people write it, which must stand in what was decided
     * @param note what the version says of it
     */
    @Needs(Action.TEACH_MODEL)
    public Taught learn(UUID id, int version, Parameter number, String said, String note) {
        Note.about(KIND, id, "learnt by the model");
        Learnt learnt = store.hold(id).orElseThrow();
        if (learnt.decision()
                .flatMap(decisions::findMade)
                .filter(Decision::isMade)
                .isEmpty()) {
            return Taught.NOT_DECIDED;
        }
        if (!isDecided(learnt, said)) {
            return Taught.OTHERWISE;
        }
        if (learnt.version() != version || learnt.learntVersion().isPresent()) {
            return Taught.OVERTAKEN;
        }
        Parameter before =
                parameter(learnt.model(), learnt.modelVersion(), learnt.path()).orElseThrow();
        return put(learnt, before, number, note, kept -> store.learn(id, version, kept, today()));
    }

    /** Puts the number back that stood there before, as a further version. */
    @Needs(Action.TEACH_MODEL)
    public Taught takeBack(UUID id, Parameter number, String note) {
        Note.about(KIND, id, "taken back from the model");
        Learnt learnt = store.find(id).orElseThrow();
        if (!learnt.isLearnt()) {
            return Taught.OVERTAKEN;
        }
        Parameter before =
                parameter(learnt.model(), learnt.modelVersion(), learnt.path()).orElseThrow();
        Parameter said = parameter(learnt.model(), learnt.learntVersion().orElseThrow(), learnt.path())
                .orElse(number);
        return put(learnt, said, before, note, kept -> store.takeBack(id, kept));
    }

    private interface Then {
        boolean noted(int kept);
    }

    private Taught put(Learnt learnt, Parameter expected, Parameter wanted, String note, Then then) {
        int latest = models.find(learnt.model()).orElseThrow().latest();
        if (!parameter(learnt.model(), latest, learnt.path()).equals(Optional.of(expected))) {
            return Taught.MOVED;
        }
        Folder folder = models.findFolder(learnt.model(), latest).orElseThrow();
        Optional<String> text = NumberText.with(folder.model(), learnt.path(), wanted);
        if (text.isEmpty()) {
            return Taught.BAD;
        }
        return switch (models.changeNumber(
                learnt.model(), latest, folder.with(ModelFolder.MODEL, text.get()), learnt.path(), wanted, note)) {
            case Models.Saved.Yes(int kept) -> {
                if (!then.noted(kept)) {
                    throw new IllegalStateException("somebody else let the model learn " + learnt.id());
                }
                yield Taught.YES;
            }
            case Models.Saved.Conflict _ -> Taught.OVERTAKEN;
            case Models.Saved.Bad _ -> Taught.BAD;
        };
    }

    private Optional<Parameter> parameter(UUID model, int version, String path) {
        return models.ready(model, version)
                .map(Ready::model)
                .map(read -> read.parameters().get(path));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), HERE);
    }

    private static UUID here() {
        return Viewer.current().partnership().orElseThrow();
    }
}

package org.whorl.server.decisions;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.whorl.server.news.Telling;
import org.whorl.server.news.What;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Refused;
import org.whorl.server.trust.Saved;
import org.whorl.server.trust.VersionStore;
import org.whorl.server.trust.Viewer;

/** The door to decisions: preparing one, making it, and looking at it again when its day has come. */
@Door
public class Decisions {

    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final String KIND = Decision.VERSIONED.kind();

    private final DecisionStore store;
    private final BesideStore beside;
    private final ChargeStore charges;
    private final VersionStore versions;
    private final Telling telling;
    private final Clock clock;

    Decisions(
            DecisionStore store,
            BesideStore beside,
            ChargeStore charges,
            VersionStore versions,
            Telling telling,
            Clock clock) {
        this.store = store;
        this.beside = beside;
        this.charges = charges;
        this.versions = versions;
        this.telling = telling;
        this.clock = clock;
    }

    /** Those that are made, the newest first. */
    @Needs(Action.LOOK)
    public List<Decision> listMade() {
        return told(store.list(Decision.State.MADE));
    }

    /** Those that are being prepared, the last changed first. */
    @Needs(Action.SEE_DRAFTS)
    public List<Decision> listOpen() {
        return told(store.list(Decision.State.OPEN));
    }

    /** One that is made. */
    @Needs(Action.LOOK)
    public Optional<Decision> findMade(UUID id) {
        return store.find(id).filter(Decision::isMade).map(Decisions::told);
    }

    /** One, made or being prepared. */
    @Needs(Action.SEE_DRAFTS)
    public Optional<Decision> find(UUID id) {
        return store.find(id).map(Decisions::told);
    }

    /** Those that are made and wait for the viewer's signature, the one that has waited longest first. */
    @Needs(Action.LOOK)
    public List<Decision> listToSign() {
        return Viewer.current().member().stream()
                .flatMap(me -> beside.listToSign(me).stream())
                .flatMap(id -> store.find(id).stream())
                .map(Decisions::told)
                .toList();
    }

    /** Those that are made and rest on something. */
    @Needs(Action.LOOK)
    public List<Decision> listResting(Evidence.Kind kind, UUID target) {
        return beside.listResting(kind, target).stream()
                .flatMap(id -> store.find(id).stream())
                .filter(Decision::isMade)
                .map(Decisions::told)
                .toList();
    }

    /**
     * Begins one.
     *
     * @param dissent what a circle has kept of who saw it otherwise
     * @return its id, or that of the one there is already of the same item of a meeting
     * @throws IllegalArgumentException if it does not say what is wanted instead
     */
    @Needs(Action.KEEP_DECISION)
    public UUID begin(Decision decision, List<Dissent> dissent) {
        if (decision.value(Field.QUESTION).isBlank()
                || decision.value(Field.WANTED).isBlank()) {
            throw new IllegalArgumentException("a decision begins with what is wanted instead");
        }
        decision.item().ifPresent(store::holdItem);
        Optional<UUID> there = decision.item().flatMap(store::findOf);
        if (there.isPresent()) {
            Note.about(KIND, there.get(), "begun already");
            return there.get();
        }
        Note.about(KIND, decision.id(), "begun");
        store.add(here(), decision);
        dissent.forEach(each -> beside.addDissent(here(), decision.id(), Optional.empty(), each));
        telling.tell(decision.owner(), What.GIVEN, path(decision.id()));
        return decision.id();
    }

    /** The decision there is of an item of a meeting, made or being prepared. */
    @Needs(Action.SEE_DRAFTS)
    public Optional<UUID> findOf(UUID item) {
        return store.findOf(item);
    }

    /**
     * Changes one part of it, while it is prepared; once it is made only who sees to it and until when: the owner it had and
     * those who sign it are told. Nothing is overwritten when somebody else was first.
     *
     * @param said the fields of that part
     * @throws Refused if the viewer {@link #mayChange may not}
     */
    @Needs(Action.KEEP_DECISION)
    public Saved change(UUID id, int version, Map<Field, String> said) {
        Optional<Decision> before = store.find(id);
        if (before.filter(decision -> said.keySet().stream().allMatch(field -> decision.isOpen(field.part())))
                .isEmpty()) {
            return noted(id, "changed", new Saved.Gone());
        }
        mustBeTheirs(id);
        Map<String, Object> values = new HashMap<>(DecisionStore.written(said));
        values.put("changed_at", Timestamp.from(clock.instant()));
        Saved saved = noted(id, "changed", versions.change(Decision.VERSIONED, id, version, values));
        telling.changed(Decision.VERSIONED, id, saved, path(id));
        if (saved instanceof Saved.Yes && said.containsKey(Field.OWNER)) {
            tellOfCare(before.get(), store.find(id).orElseThrow());
        }
        return saved;
    }

    private void tellOfCare(Decision before, Decision after) {
        UUID id = after.id();
        boolean another = !after.owner().equals(before.owner());
        if (another) {
            charges.forget(KIND, id.toString());
            telling.tell(after.owner(), What.GIVEN, path(id));
        }
        if (before.isMade() && (another || !after.reviewOn().equals(before.reviewOn()))) {
            Set<UUID> told = signatories(id);
            before.owner().ifPresent(told::add);
            if (another) {
                after.owner().ifPresent(told::remove);
            }
            told.forEach(each -> telling.tell(Optional.of(each), What.CARE_CHANGED, path(id)));
        }
    }

    private Set<UUID> signatories(UUID id) {
        return beside.listSignatories(id).stream()
                .map(Signatory::member)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /**
     * Makes it: from now on everybody in the partnership reads it, and it changes no more. Whoever signs it is asked to now, for
     * what they signed before is no longer what is decided.
     *
     * @param pack writes what a board is given of it as it is made; kept with it
     * @throws IllegalStateException if something of it is missing
     */
    @Needs(Action.KEEP_DECISION)
    public Saved make(UUID id, int version, LocalDate on, Function<Decision, byte[]> pack) {
        Optional<Decision> decision = store.find(id);
        if (decision.isEmpty()) {
            return noted(id, "made", new Saved.Gone());
        }
        mustBeTheirs(id);
        mustBeWhole(decision.get());
        Saved saved =
                move(id, version, "made", Map.of("state", Decision.State.MADE.key(), "made_on", Date.valueOf(on)));
        if (saved instanceof Saved.Yes) {
            beside.clearSignatures(id);
            keep(told(store.find(id).orElseThrow()), pack);
            signatories(id).forEach(each -> telling.tell(Optional.of(each), What.TO_SIGN, path(id)));
        }
        return saved;
    }

    /** May the viewer open it again? Whoever sees to it, whoever signs it, and whoever names those who sign. */
    @Needs(Action.LOOK)
    public boolean mayOpen(UUID id) {
        Optional<UUID> me = Viewer.current().member();
        return Viewer.current().may(Action.NAME_SIGNATORIES)
                || (me.isPresent()
                        && (store.find(id).flatMap(Decision::owner).equals(me)
                                || signatories(id).contains(me.get())));
    }

    /**
     * May the viewer change it? Anybody who prepares decisions may until it is made; afterwards, also while it is open again,
     * only whoever {@link #mayOpen may open it}. Else anybody could make what others have signed their own.
     */
    @Needs(Action.LOOK)
    public boolean mayChange(UUID id) {
        // Nothing is looked at again before it is made, and opening it again is among what came of looking.
        boolean wasMade = store.find(id).filter(Decision::isMade).isPresent()
                || !beside.listReviews(id).isEmpty();
        return !wasMade || mayOpen(id);
    }

    private void mustBeTheirs(UUID id) {
        if (!mayChange(id)) {
            throw new Refused(Action.KEEP_DECISION);
        }
    }

    /** May the viewer say what came of it? Whoever may open it again, and whoever helps. */
    @Needs(Action.LOOK)
    public boolean mayReview(UUID id) {
        return mayOpen(id)
                || Viewer.current()
                        .member()
                        .filter(beside.listHelpers(id)::contains)
                        .isPresent();
    }

    /**
     * Opens it again, to be decided anew; what was decided stays among its versions and packs, and the reason among what came
     * of looking at it again. Whoever sees to it or signs it is told.
     *
     * @param why with the reason, which is not blank
     */
    @Needs(Action.KEEP_DECISION)
    public Saved open(UUID id, int version, Review why) {
        if (!mayOpen(id) || why.learnt().isBlank()) {
            throw new Refused(Action.KEEP_DECISION);
        }
        Saved saved = move(
                id, version, "opened again", Map.of("state", Decision.State.OPEN.key(), "made_on", Optional.empty()));
        if (saved instanceof Saved.Yes) {
            beside.addReview(here(), id, why);
            Set<UUID> told = signatories(id);
            store.find(id).flatMap(Decision::owner).ifPresent(told::add);
            Viewer.current().member().ifPresent(told::remove);
            told.forEach(each -> telling.tell(Optional.of(each), What.OPENED_AGAIN, path(id)));
        }
        return saved;
    }

    /** Sets one aside that is still prepared; it can be brought back by undoing that. */
    @Needs(Action.KEEP_DECISION)
    public Saved setAside(UUID id, int version) {
        mustBeTheirs(id);
        return store.find(id).filter(Decision::isMade).isPresent()
                ? noted(id, "set aside", new Saved.Gone())
                : move(id, version, "set aside", Map.of("state", Decision.State.ASIDE.key()));
    }

    /**
     * Undoes a change, if nobody has changed it since: what one did oneself, or what one may change.
     *
     * @throws Refused for everybody else
     */
    @Needs(Action.KEEP_DECISION)
    public Saved undo(UUID id, int version) {
        Optional<UUID> me = Viewer.current().member();
        boolean own = me.isPresent()
                && versions.findMaker(Decision.VERSIONED, id, version).equals(me);
        if (!own) {
            mustBeTheirs(id);
        }
        return noted(id, "undone", versions.undo(Decision.VERSIONED, id, version));
    }

    /** What it rests on. */
    @Needs(Action.LOOK)
    public List<Evidence> listEvidence(UUID id) {
        return beside.listEvidence(id);
    }

    /** Names something it rests on; false once it is made. */
    @Needs(Action.KEEP_DECISION)
    public boolean addEvidence(UUID id, Evidence evidence) {
        Note.about(KIND, id, "rests on " + evidence.kind().key() + " " + evidence.target());
        mustBeTheirs(id);
        boolean open = store.hold(id).filter(each -> !each.isMade()).isPresent();
        if (open) {
            beside.addEvidence(here(), id, evidence);
        }
        return open;
    }

    /** Takes that away; false once it is made. */
    @Needs(Action.KEEP_DECISION)
    public boolean removeEvidence(UUID id, UUID evidence) {
        Note.about(KIND, id, "no longer rests on " + evidence);
        mustBeTheirs(id);
        return store.hold(id).filter(each -> !each.isMade()).isPresent() && beside.removeEvidence(id, evidence);
    }

    /** Who helps, by id. */
    @Needs(Action.SEE_PEOPLE)
    public List<UUID> listHelpers(UUID id) {
        return beside.listHelpers(id);
    }

    /**
     * Somebody helps with it, or no longer does.
     *
     * @throws Refused if the viewer {@link #mayChange may not change it}, except to leave off oneself
     */
    @Needs(Action.KEEP_DECISION)
    public void help(UUID id, UUID member, boolean helps) {
        if (helps || !Viewer.current().member().equals(Optional.of(member))) {
            mustBeTheirs(id);
        }
        Note.about(KIND, id, helps ? "somebody helps" : "somebody no longer helps");
        if (helps) {
            beside.addHelper(here(), id, member);
            telling.tell(Optional.of(member), What.GIVEN, path(id));
        } else {
            beside.removeHelper(id, member);
        }
    }

    /** Who saw it otherwise. */
    @Needs(Action.LOOK)
    public List<Dissent> listDissent(UUID id) {
        return beside.listDissent(id).stream()
                .map(each -> seesPeople() ? each : each.withoutName())
                .toList();
    }

    /** Says that one sees it otherwise; it stays. */
    @Needs(Action.KEEP_DECISION)
    public void dissent(UUID id, String words, String language, boolean named) {
        Note.about(KIND, id, "dissent");
        beside.addDissent(
                here(),
                id,
                Viewer.current().member().filter(_ -> named),
                new Dissent("", words, language, LocalDate.ofInstant(clock.instant(), HERE)));
    }

    /** What came of looking at it again, the first first. */
    @Needs(Action.LOOK)
    public List<Review> listReviews(UUID id) {
        return beside.listReviews(id);
    }

    /**
     * Says what came of looking at it again; where the next day is another, whoever sees to it and those who sign it are told.
     *
     * @param next when it is looked at next; none where it was stopped
     * @throws Refused if the viewer {@link #mayReview may not}
     */
    @Needs(Action.KEEP_DECISION)
    public Saved review(UUID id, int version, Review review, Optional<LocalDate> next) {
        if (!mayReview(id)) {
            throw new Refused(Action.KEEP_DECISION);
        }
        Optional<Decision> before = store.find(id);
        Saved saved = move(
                id,
                version,
                "reviewed: " + review.outcome(),
                next.<Map<String, Object>>map(day -> Map.of("review_on", Date.valueOf(day)))
                        .orElse(Map.of()));
        if (saved instanceof Saved.Yes) {
            beside.addReview(here(), id, review);
            if (next.isPresent()) {
                before.ifPresent(was -> tellOfCare(was, store.find(id).orElseThrow()));
            }
            // A day that is not put off is over: nobody is told of it again.
            store.find(id)
                    .flatMap(Decision::reviewOn)
                    .filter(_ -> next.isEmpty())
                    .ifPresent(day -> store.tellOf(id, day));
        }
        return saved;
    }

    /** Tells owner and helpers of every decision whose day has come; once for each day. */
    @Needs(Action.KEEP_DECISION)
    public int tellDue(LocalDate today) {
        int told = 0;
        for (Decision decision : store.listDue(today)) {
            LocalDate day = decision.reviewOn().orElseThrow();
            if (store.tellOf(decision.id(), day)) {
                told++;
                Note.each(KIND, decision.id(), "its day of review has come");
                String path = path(decision.id()) + "/review";
                telling.tell(decision.owner(), What.REVIEW_DUE, path);
                beside.listHelpers(decision.id())
                        .forEach(member -> telling.tell(Optional.of(member), What.REVIEW_DUE, path));
            }
        }
        if (told == 0) {
            Note.about(KIND, "-", "no day of review has come");
        }
        return told;
    }

    /** The packs boards were given, the newest first. */
    @Needs(Action.LOOK)
    public List<Pack> listPacks(UUID id) {
        return beside.listPacks(id);
    }

    /** One of them, byte for byte. */
    @Needs(Action.SEE_PACK)
    public Optional<byte[]> findPack(UUID id, int number) {
        return beside.findPack(id, number);
    }

    /**
     * Keeps what a board is given.
     *
     * @return under which number
     * @throws IllegalStateException if something of the decision is missing, such as one of the five ways
     */
    @Needs(Action.KEEP_DECISION)
    public int pack(UUID id, Function<Decision, byte[]> pack) {
        Decision decision = store.hold(id).orElseThrow();
        mustBeWhole(decision);
        Note.about(KIND, id, "packed for a board");
        return keep(told(decision), pack);
    }

    /** Written while the decision is held, so that nothing of it changes between what is packed and the version it is kept as. */
    private int keep(Decision decision, Function<Decision, byte[]> pack) {
        byte[] written = pack.apply(decision);
        return beside.addPack(here(), decision.id(), decision.version(), Packed.fingerprint(written), written);
    }

    private static void mustBeWhole(Decision decision) {
        if (!decision.missing().isEmpty()) {
            throw new IllegalStateException("no board is given a decision without " + decision.missing());
        }
    }

    private Saved move(UUID id, int version, String why, Map<String, ?> moved) {
        Map<String, Object> values = new HashMap<>(moved);
        values.put("changed_at", Timestamp.from(clock.instant()));
        Saved saved = noted(id, why, versions.change(Decision.VERSIONED, id, version, values));
        telling.changed(Decision.VERSIONED, id, saved, path(id));
        return saved;
    }

    private static Saved noted(UUID id, String why, Saved saved) {
        Note.saved(KIND, id, why, saved);
        return saved;
    }

    private static List<Decision> told(List<Decision> decisions) {
        return decisions.stream().map(Decisions::told).toList();
    }

    private static Decision told(Decision decision) {
        return seesPeople() ? decision : decision.withoutName();
    }

    private static boolean seesPeople() {
        return Viewer.current().may(Action.SEE_PEOPLE);
    }

    private static String path(UUID id) {
        return "/decisions/" + id;
    }

    private static UUID here() {
        return Viewer.current().partnership().orElseThrow();
    }
}

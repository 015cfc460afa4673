package org.whorl.server.stories;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.whorl.server.design.Language;
import org.whorl.server.news.Telling;
import org.whorl.server.news.What;
import org.whorl.server.platform.WorkingDays;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Viewer;

/**
 * The door to caring for stories. Whoever reads one is trained, is there today, and has said that they read it; that is
 * counted, so that hard words can be shared out.
 */
@Door
public class Care {

    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final Duration COUNTED = Duration.ofDays(28);
    private static final Duration MEASURED = Duration.ofDays(90);

    private final HeldStore held;
    private final CareStore store;
    private final AttachmentStore attachments;
    private final Telling telling;
    private final Clock clock;

    Care(HeldStore held, CareStore store, AttachmentStore attachments, Telling telling, Clock clock) {
        this.held = held;
        this.store = store;
        this.attachments = attachments;
        this.telling = telling;
        this.clock = clock;
    }

    /**
     * What waits: with the words that raise the order first, and with a voice, in which nobody can look for them; then the
     * longest waiting. The language counts for nothing.
     */
    @Needs(Action.SEE_CARE)
    public List<Waiting> listWaiting() {
        Set<UUID> read = store.listRead(me());
        return held.list(EnumSet.allOf(State.class)).stream()
                .filter(each -> each.state().waitsForCare() && !isDone(each))
                .map(each -> waiting(each, read.contains(each.id())))
                .sorted(Comparator.comparing((Waiting each) -> !each.hard() && !each.spoken())
                        .thenComparing(Waiting::toldAt))
                .toList();
    }

    /** Thanks that have arrived, and what nobody else shall hear, are done once they were looked at. */
    private static boolean isDone(Contribution told) {
        return told.state() == State.LOOKED_AT
                && told.audiences().isEmpty()
                && (told.kind() != Kind.THANKS || told.given());
    }

    /** What the viewer has read and what is with others now: with the teller, or put aside. */
    @Needs(Action.SEE_CARE)
    public List<Waiting> listElsewhere() {
        Set<UUID> read = store.listRead(me());
        return held.list(EnumSet.of(State.CONTACT, State.OFFERED, State.RESTRICTED, State.QUARANTINED)).stream()
                .filter(each -> read.contains(each.id()))
                .map(each -> waiting(each, true))
                .toList();
    }

    private Waiting waiting(Contribution told, boolean mine) {
        LocalDate due = WorkingDays.next(LocalDate.ofInstant(told.toldAt(), HERE));
        boolean late = told.lookedAt().isEmpty() && today().isAfter(due);
        return new Waiting(
                told.id(),
                told.kind(),
                told.language(),
                told.stage(),
                told.toldAt(),
                due,
                late,
                Risk.isIn(told),
                told.isOnlySpoken(),
                mine);
    }

    /** Who cares for stories, whoever has read least of late first. */
    @Needs(Action.SEE_CARE)
    public List<Carer> listCarers() {
        return store.listCarers(today(), clock.instant().minus(COUNTED));
    }

    /** The viewer among them. */
    @Needs(Action.SEE_CARE)
    public Optional<Carer> findMe() {
        return myself();
    }

    /** How long stories wait to be read: each language, over the last ninety days. */
    @Needs(Action.SEE_CARE)
    public List<Turnaround> listTurnarounds() {
        List<Turnaround> told = store.listTurnarounds(clock.instant().minus(MEASURED));
        return Arrays.stream(Language.values())
                .map(language -> told.stream()
                        .filter(each -> each.language() == language)
                        .findFirst()
                        .orElse(new Turnaround(language, 0, 0, 0, 0)))
                .toList();
    }

    /** How many stories were withdrawn. */
    @Needs(Action.SEE_CARE)
    public int countWithdrawn() {
        return store.countWithdrawn();
    }

    /** Says when the viewer was trained, if they would rather not read hard things, and if they are there today. */
    @Needs(Action.CARE)
    public void beThere(LocalDate trainedOn, boolean avoids, boolean today) {
        store.setCarer(here(), me(), trainedOn, avoids);
        store.setDuty(here(), me(), today(), today);
        Note.about("carer", me(), today ? "there today" : "not there today");
    }

    /** Begins to read one; false if the viewer is not trained, not there today, or it is gone. */
    @Needs(Action.CARE)
    public boolean read(UUID id) {
        Note.about("contribution", id, "read");
        Optional<Contribution> told = held.find(id);
        if (told.isEmpty() || !isThere()) {
            return false;
        }
        store.noteReading(here(), id, me(), Risk.isIn(told.get()), clock.instant());
        if (told.get().lookedAt().isEmpty()) {
            held.set(told.get(), Map.of("looked_at", clock.instant()));
        }
        return true;
    }

    /** One the viewer has begun to read. */
    @Needs(Action.SEE_CARE)
    public Optional<Contribution> find(UUID id) {
        return mine(id);
    }

    /** How its teller may be reached, where they said so. */
    @Needs(Action.SEE_CARE)
    public Optional<String> findContact(UUID id) {
        return mine(id).flatMap(told -> held.findContact(told.id()));
    }

    /** What was decided about it so far. */
    @Needs(Action.SEE_CARE)
    public List<Outcome.Noted> listOutcomes(UUID id) {
        return mine(id).map(told -> store.listOutcomes(told.id())).orElse(List.of());
    }

    /** Decides; false if somebody else was first, or it is gone. */
    @Needs(Action.CARE)
    public boolean decide(UUID id, int version, Outcome outcome) {
        Note.about("contribution", id, outcome.kind().key());
        Optional<Contribution> told = mine(id).filter(each -> each.version() == version && isThere());
        if (told.isEmpty()) {
            return false;
        }
        Instant now = clock.instant();
        boolean says = outcome.kind() == Outcome.Kind.CONTACT || outcome.kind() == Outcome.Kind.SIGNPOST;
        boolean done = held.set(
                told.get(),
                Map.of(
                        "state", outcome.kind().then(),
                        "looked_at", told.get().lookedAt().orElse(now),
                        "to_teller", says ? outcome.note() : ""));
        if (done) {
            store.add(here(), id, outcome, me(), now);
        }
        return done;
    }

    /**
     * Offers an edited text to its teller.
     *
     * @param photographs which go with it, and what others read of each
     * @param perhaps could a neighbour still recognise somebody in it? Then only its teller can say if that is all right.
     */
    @Needs(Action.CARE)
    public boolean offer(
            UUID id, int version, Contribution.Text text, Map<Integer, String> photographs, boolean perhaps) {
        Note.about("contribution", id, "edit offered");
        boolean offered = mine(id).filter(
                        told -> told.version() == version && told.state() == State.LOOKED_AT && isThere())
                .map(told -> held.set(
                        told,
                        Map.of(
                                "state",
                                State.OFFERED,
                                "edited_strength",
                                text.strength(),
                                "edited_words",
                                text.words(),
                                "neighbour",
                                perhaps ? "perhaps" : "no")))
                .orElse(false);
        if (offered) {
            attachments.offer(id, photographs);
        }
        return offered;
    }

    /**
     * Gives thanks to the member they are for: to nobody else, and at once.
     *
     * @param member whom they are for; nobody here when they were given by hand
     * @param heard what was said, where there is only a recording of it; the recording is then deleted
     * @return false if something has changed, or nobody has written down yet what was said
     */
    @Needs(Action.CARE)
    public boolean give(UUID id, int version, Optional<UUID> member, String heard) {
        Note.about("contribution", id, "thanks given");
        boolean given = mine(id).filter(told -> told.version() == version
                        && told.kind() == Kind.THANKS
                        && told.state() == State.LOOKED_AT
                        && !(told.isOnlySpoken() && !told.isEdited() && heard.isEmpty())
                        && isThere())
                .map(told -> held.set(
                        told,
                        told.isOnlySpoken() && !told.isEdited()
                                ? Map.of("given_to", member, "given_at", clock.instant(), "edited_words", heard)
                                : Map.of("given_to", member, "given_at", clock.instant())))
                .orElse(false);
        if (given) {
            attachments.deleteRecording(id);
            telling.tell(member, What.THANKED, "/thanks");
        }
        return given;
    }

    /**
     * Deletes the voices told before then whose words are written down, whether or not their tellers have come back to
     * agree. A voice nobody has written down stays: without it nothing would be left of what was said.
     */
    @Needs(Action.CARE)
    public void forgetVoices(Instant before) {
        Note.about("voices", before, "kept long enough");
        attachments.deleteRecordings(before).forEach(id -> Note.each("contribution", id, "voice kept long enough"));
    }

    private Optional<Contribution> mine(UUID id) {
        return store.listRead(me()).contains(id) ? held.find(id) : Optional.empty();
    }

    private boolean isThere() {
        return myself().filter(me -> me.today() && me.isTrained(today())).isPresent();
    }

    private Optional<Carer> myself() {
        return store.listCarers(today(), clock.instant().minus(COUNTED)).stream()
                .filter(each -> each.member().equals(me()))
                .findFirst();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), HERE);
    }

    private static UUID me() {
        return Viewer.current().member().orElseThrow();
    }

    private static UUID here() {
        return Viewer.current().partnership().orElseThrow();
    }
}

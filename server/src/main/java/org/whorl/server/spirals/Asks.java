package org.whorl.server.spirals;

import java.time.Clock;
import java.time.LocalDate;
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

/** The door to asks. */
@Door
public class Asks {

    private final AskStore store;
    private final AskedStore askedStore;
    private final CompanyStore company;
    private final VersionStore versions;
    private final Telling telling;
    private final AskLetters letters;
    private final Clock clock;

    Asks(
            AskStore store,
            AskedStore askedStore,
            CompanyStore company,
            VersionStore versions,
            Telling telling,
            AskLetters letters,
            Clock clock) {
        this.store = store;
        this.askedStore = askedStore;
        this.company = company;
        this.versions = versions;
        this.telling = telling;
        this.letters = letters;
        this.clock = clock;
    }

    /** What is open, the longest open first. Whom an ask is for, only those in the partnership see. */
    @Needs(Action.LOOK)
    public List<Ask> listOpen(UUID spiral) {
        boolean inside = Viewer.current().may(Action.SEE_PEOPLE);
        return store.listOpen(spiral).stream()
                .filter(ask -> inside || ask.askedOf().isEmpty())
                .toList();
    }

    /** What came of asking. */
    public sealed interface Asked {
        /** It is asked. */
        record Yes() implements Asked {}

        /** They have been asked enough this month. */
        record TooMuch(int minutesAlready) implements Asked {}

        /** They were asked the same less than sixty days ago. */
        record Twice(AskedBefore before) implements Asked {}
    }

    /**
     * Asks for something.
     *
     * @param id which it will be
     * @throws IllegalArgumentException if it is blank or says no time
     */
    @Needs(Action.ASK)
    public Asked ask(
            UUID id,
            UUID spiral,
            Ask.Kind kind,
            String what,
            int minutes,
            Optional<UUID> askedOf,
            Optional<LocalDate> wantedBy) {
        if (what.strip().length() < Ask.SHORTEST || minutes < 1 || minutes > Ask.LONGEST_MINUTES) {
            throw new IllegalArgumentException("an ask says what, and how long it takes");
        }
        Viewer viewer = Viewer.current();
        askedOf.ifPresent(store::lock);
        int already = askedOf.map(this::minutesThisMonth).orElse(0);
        if (askedOf.isPresent() && already + minutes > Ask.MINUTES_A_MONTH) {
            Note.about("ask", id, "not asked: too much for one person this month");
            return new Asked.TooMuch(already);
        }
        LocalDate today = LocalDate.now(clock);
        Optional<AskedBefore> before = askedOf.flatMap(whom -> before(whom, id, what));
        if (before.isPresent()) {
            Note.about("ask", id, "not asked: the same within sixty days");
            return new Asked.Twice(before.get());
        }
        Ask ask = new Ask(id, spiral, kind, what.strip(), minutes, askedOf, "", viewer.member(), today, wantedBy, 1);
        store.add(viewer.partnership().orElseThrow(), ask);
        Note.about("ask", id, "");
        telling.tell(askedOf, What.ASKED, path(ask));
        letters.ask(ask);
        return new Asked.Yes();
    }

    /** The minutes each member has been asked for this month. */
    @Needs(Action.SEE_PEOPLE)
    public Map<UUID, Integer> listMinutes() {
        LocalDate first = LocalDate.now(clock).withDayOfMonth(1);
        return store.listMinutes(first, first.plusMonths(1));
    }

    /** One that is open, as far as the viewer may see it. */
    @Needs(Action.LOOK)
    public Optional<Ask> findOpen(UUID id) {
        boolean inside = Viewer.current().may(Action.SEE_PEOPLE);
        return store.findOpen(id).filter(ask -> inside || ask.askedOf().isEmpty());
    }

    /**
     * Changes what is asked for, how long it takes, and until when an answer helps.
     *
     * @param wanted as it should be, with the version it was changed from
     */
    @Needs(Action.ASK)
    public Saved change(Ask wanted) {
        if (wanted.what().strip().length() < Ask.SHORTEST
                || wanted.minutes() < 1
                || wanted.minutes() > Ask.LONGEST_MINUTES) {
            throw new IllegalArgumentException("an ask says what, and how long it takes");
        }
        if (isTooMuch(wanted) || twice(wanted).isPresent()) {
            throw new IllegalArgumentException("too much for one person this month, or the same again");
        }
        return saved(
                wanted.id(),
                wanted.version(),
                "changed",
                Map.of("what", wanted.what().strip(), "minutes", wanted.minutes(), "wanted_by", wanted.wantedBy()));
    }

    /** Would that ask, as it is to be, ask for too much of one person this month? */
    @Needs(Action.LOOK)
    public boolean isTooMuchFor(Ask wanted) {
        return isTooMuch(wanted);
    }

    /** What the same person was asked less than sixty days ago, if that ask, as it is to be, is the same again. */
    @Needs(Action.SEE_PEOPLE)
    public Optional<AskedBefore> findTwice(Ask wanted) {
        return twice(wanted);
    }

    private Optional<AskedBefore> twice(Ask wanted) {
        return wanted.askedOf().flatMap(whom -> before(whom, wanted.id(), wanted.what()));
    }

    private Optional<AskedBefore> before(UUID whom, UUID but, String what) {
        return askedStore.list(whom, LocalDate.now(clock).minusDays(SameQuestion.DAYS)).stream()
                .filter(each -> !each.id().equals(but) && SameQuestion.alike(each.what(), what))
                .findFirst();
    }

    private boolean isTooMuch(Ask wanted) {
        int now = store.findOpen(wanted.id()).map(Ask::minutes).orElse(0);
        return wanted.askedOf().isPresent()
                && wanted.minutes() > now
                && minutesThisMonth(wanted.askedOf().get()) - now + wanted.minutes() > Ask.MINUTES_A_MONTH;
    }

    /** Takes back what one has asked for. */
    @Needs(Action.ASK)
    public Saved withdraw(UUID id, int version) {
        return saved(id, version, "withdrawn", Map.of("state", "withdrawn"));
    }

    private Saved saved(UUID id, int version, String why, Map<String, ?> values) {
        Viewer viewer = Viewer.current();
        Saved saved = store.findOpen(id)
                .filter(ask -> ask.isChangedBy(viewer))
                .map(_ -> versions.change(Ask.VERSIONED, id, version, values))
                .orElse(new Saved.Gone());
        Note.saved("ask", id, why, saved);
        if (saved instanceof Saved.Yes && values.containsKey("state")) {
            letters.withdraw(id);
        }
        telling.changed(Ask.VERSIONED, id, saved, "/asks");
        return saved;
    }

    /** Says yes or no to an ask as it was read: in that version. */
    @Needs(Action.ANSWER_ASK)
    public Saved answer(UUID id, int version, boolean yes, String words) {
        Viewer viewer = Viewer.current();
        Optional<Ask> open = store.findOpen(id);
        Saved saved = open.filter(
                        ask -> ask.askedOf().isEmpty() || ask.askedOf().equals(viewer.member()))
                .map(_ -> versions.change(
                        Ask.VERSIONED,
                        id,
                        version,
                        Map.of(
                                "state",
                                yes ? "yes" : "no",
                                "answer",
                                words,
                                "answered_by",
                                viewer.member(),
                                "answered_on",
                                LocalDate.now(clock))))
                .orElse(new Saved.Gone());
        Note.saved("ask", id, yes ? "yes" : "no", saved);
        if (saved instanceof Saved.Yes) {
            letters.withdraw(id);
            open.ifPresent(ask -> telling.tell(ask.askedBy(), What.ANSWERED, path(ask)));
        }
        return saved;
    }

    /** Undoes a change of an ask, or an answer to it: one's own, or anybody's for who looks after the spiral. */
    @Needs(Action.ASK)
    public Saved undo(UUID id, int version) {
        Viewer viewer = Viewer.current();
        Optional<UUID> maker = versions.findMaker(Ask.VERSIONED, id, version);
        boolean may = viewer.may(Action.CHANGE_SCOPE) || (maker.isPresent() && maker.equals(viewer.member()));
        Saved saved = may ? versions.undo(Ask.VERSIONED, id, version) : new Saved.Gone();
        Note.saved("ask", id, "undone", saved);
        return saved;
    }

    /** The minutes the viewer has been asked for this month. */
    @Needs(Action.LOOK)
    public int minutesAskedOfMe() {
        return Viewer.current().member().map(this::minutesThisMonth).orElse(0);
    }

    /** The minutes asked of each in a spiral this month, on average, for those who see who is in it. */
    @Needs(Action.SEE_PEOPLE)
    public Optional<Integer> findMinutesEach(UUID spiral) {
        LocalDate first = LocalDate.now(clock).withDayOfMonth(1);
        int inside = company.listMembers(spiral).size();
        return inside == 0
                ? Optional.empty()
                : Optional.of(Math.round(store.spiralMinutes(spiral, first, first.plusMonths(1)) / (float) inside));
    }

    static String path(Ask ask) {
        return "/asks?spiral=" + ask.spiral() + "#ask-" + ask.id();
    }

    private int minutesThisMonth(UUID member) {
        LocalDate first = LocalDate.now(clock).withDayOfMonth(1);
        return store.minutes(member, first, first.plusMonths(1));
    }
}

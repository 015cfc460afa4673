package org.whorl.server.circles;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.whorl.server.news.Telling;
import org.whorl.server.news.What;
import org.whorl.server.people.Community;
import org.whorl.server.people.Perspective;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Saved;
import org.whorl.server.trust.VersionStore;
import org.whorl.server.trust.Viewer;

/**
 * The door to what circles speak about, for those who sign in. Whoever sees an item sees it by {@link Sight}, which holds
 * nothing of a round that is not open.
 */
@Door
public class Items {

    private final CircleStore circles;
    private final ItemStore store;
    private final MeetingStore meetings;
    private final Replying replying;
    private final Seeing seeing;
    private final Community community;
    private final VersionStore versions;
    private final Telling telling;
    private final RoundLetters letters;
    private final Touching touching;
    private final Clock clock;

    Items(
            CircleStore circles,
            ItemStore store,
            MeetingStore meetings,
            Replying replying,
            Seeing seeing,
            Community community,
            VersionStore versions,
            Telling telling,
            RoundLetters letters,
            Touching touching,
            Clock clock) {
        this.circles = circles;
        this.store = store;
        this.meetings = meetings;
        this.replying = replying;
        this.seeing = seeing;
        this.community = community;
        this.versions = versions;
        this.telling = telling;
        this.letters = letters;
        this.touching = touching;
        this.clock = clock;
    }

    /** All of them, the last first. */
    @Needs(Action.SEE_CIRCLES)
    public List<Item> list() {
        return store.list();
    }

    /** One of them, as far as the viewer may see it now. */
    @Needs(Action.SEE_CIRCLES)
    public Optional<Sight> find(UUID id) {
        return store.find(id).map(this::look);
    }

    /** Those that wait for the viewer's reply. */
    @Needs(Action.SEE_CIRCLES)
    public List<Sight> listAskingMe() {
        return store.list().stream()
                .filter(Item::isGoing)
                .map(this::look)
                .filter(each -> each.going().filter(Sight.Shown::asksMe).isPresent() && !each.leadsMeeting())
                .toList();
    }

    /** What was decided; nothing where an item was not adopted. */
    @Needs(Action.SEE_CIRCLES)
    public Optional<Decided> decided(UUID id) {
        return store.find(id).filter(Item::isAdopted).map(this::decided);
    }

    /**
     * In whose names the viewer may raise an item: whoever is of the circle in their own; whoever looks after circles, or leads the
     * meeting, in anybody's there but the leader's.
     *
     * @param meeting in which meeting; none where it goes by links alone
     */
    @Needs(Action.SEE_CIRCLES)
    public List<Seat> listOwners(UUID circle, Optional<UUID> meeting) {
        Viewer viewer = Viewer.current();
        Optional<Meeting> in = meeting.flatMap(meetings::find);
        List<Seat> seats = circles.listSeats(circle).stream()
                .filter(each -> each.here() && each.belongs())
                .toList();
        boolean leads = viewer.may(Action.KEEP_CIRCLES)
                || seats.stream()
                        .filter(each -> each.isOf(viewer))
                        .anyMatch(each -> in.flatMap(Meeting::facilitator).equals(Optional.of(each.id())));
        return seats.stream().filter(each -> leads || each.isOf(viewer)).toList();
    }

    /** May something be put on its agenda still, by somebody of that circle? */
    private boolean takes(UUID meeting, UUID circle) {
        return meetings.hold(meeting)
                .filter(each -> each.circle().equals(circle))
                .filter(each ->
                        each.step() == Meeting.Step.PLANNED || each.step().isOn())
                .isPresent();
    }

    /**
     * Raises an item.
     *
     * @return false if it is not the viewer's to raise in that name, or its meeting takes none
     */
    @Needs(Action.DECIDE)
    public boolean raise(Item item) {
        Note.about("sdmi-item", item.id(), "raised");
        boolean may = listOwners(item.circle(), item.meeting()).stream()
                .anyMatch(each -> each.id().equals(item.owner()));
        if (!may || item.meeting().filter(each -> !takes(each, item.circle())).isPresent()) {
            return false;
        }
        refuseUnlessOwned(item);
        store.add(here(), item);
        return true;
    }

    /** Changes what its owner says of it, before anybody was asked. */
    @Needs(Action.DECIDE)
    public Saved change(Item wanted) {
        Optional<Item> now = store.hold(wanted.id()).filter(each -> look(each).proposes());
        refuseUnlessOwned(wanted);
        boolean draft = now.filter(Item::isGoing).isPresent()
                && store.listRounds(wanted.id()).isEmpty();
        Map<String, Object> values = new HashMap<>();
        values.put("owner", wanted.owner());
        values.put("question", wanted.words().question());
        values.put("minutes", wanted.words().minutes());
        values.put("purpose", wanted.words().purpose().key());
        values.put("proposal", wanted.words().proposal());
        values.put("wanted", wanted.words().wanted());
        values.put("reason", wanted.words().reason());
        values.put("affected", wanted.words().affected());
        values.put("money", wanted.touches().money());
        values.put("staff", wanted.touches().staff());
        values.put("several", wanted.touches().several());
        values.put("law", wanted.touches().law());
        values.put("level", wanted.level().key());
        values.put("level_reason", wanted.levelReason());
        Saved saved = draft ? versions.change(Item.VERSIONED, wanted.id(), wanted.version(), values) : new Saved.Gone();
        Note.saved("sdmi-item", wanted.id(), "changed", saved);
        return saved;
    }

    /** Undoes a change, as long as nobody was asked. */
    @Needs(Action.DECIDE)
    public Saved undo(UUID id, int version) {
        boolean may = store.hold(id)
                        .filter(Item::isGoing)
                        .filter(each -> look(each).proposes())
                        .isPresent()
                && store.listRounds(id).isEmpty();
        Saved saved = may ? versions.undo(Item.VERSIONED, id, version) : new Saved.Gone();
        Note.saved("sdmi-item", id, "undone", saved);
        return saved;
    }

    /**
     * Changes the proposal after people were heard: it gets a new version, and is asked about again.
     *
     * @param seen the version that was read
     * @param touches what it touches with these words; left as it is where that is not said
     * @return false if there is a newer one, or if people reply to it just now
     */
    @Needs(Action.DECIDE)
    public boolean adjust(
            UUID id,
            int seen,
            String words,
            String why,
            Optional<LocalDate> trialUntil,
            Optional<Item.Touches> touches) {
        Note.about("sdmi-item", id, "adjusted the proposal");
        Sight sight = held(id);
        if (!sight.proposes() || !sight.adjusts() || sight.proposals().size() != seen) {
            return false;
        }
        store.add(here(), id, new Proposal(seen + 1, words, why, trialUntil));
        touches.filter(now -> !now.equals(sight.item().touches()))
                .ifPresent(now -> touching.put(sight.item(), now, sight.me()));
        return true;
    }

    /** Says that it touches something; whoever is of the circle, and whoever leads it, until it is decided. */
    @Needs(Action.DECIDE)
    public boolean touch(UUID id, Item.Touches said) {
        Note.about("sdmi-item", id, "said what it touches");
        Sight sight = held(id);
        return sight.touchesMore() && touching.add(sight.item(), said, sight.me());
    }

    /** What came of asking people. */
    public enum Opened {
        YES,
        /** Everybody who could be asked was; of the circle some were not. */
        SOME,
        /** Something is missing that must be said first. */
        HALF,
        /** It must be said first what it touches, or that it touches nothing. */
        UNSAID,
        /** It has moved on. */
        MOVED;
    }

    /**
     * Asks everybody. In a meeting those who are there; by links all who belong to the circle and have minutes left of those
     * they offered; where silence is no consent, all who belong to it in either case. There the round also waits for those who
     * have no minutes left: they are not asked, and may speak until its last hour.
     *
     * @param said what it touches, where that is asked at the first round; none where it was not said
     * @param rest only those of the circle who have not been heard about the proposal as it stands?
     */
    @Needs(Action.DECIDE)
    public Opened open(UUID id, Round.Kind kind, boolean rest, Optional<Item.Touches> said) {
        Note.about("sdmi-item", id, "opened a round: " + kind.key());
        Sight sight = held(id);
        if (!sight.leads() || !sight.next().equals(Optional.of(kind)) || (rest && !sight.mayHearRest())) {
            return Opened.MOVED;
        }
        if (!sight.isWhole()) {
            return Opened.HALF;
        }
        if (sight.asksTouches()) {
            if (said.isEmpty()) {
                return Opened.UNSAID;
            }
            touching.add(sight.item(), said.get(), sight.me());
            sight = held(id);
        }
        Item item = sight.item();
        Instant now = clock.instant();
        Optional<Meeting> meeting = item.meeting()
                .flatMap(meetings::find)
                .filter(each -> each.step().isOn());
        boolean everybody = kind == Round.Kind.OBJECT && item.touches().needsEverybody();
        boolean byLinks = meeting.isEmpty() || everybody || rest;
        List<Seat> seats = circles.listSeats(item.circle());
        Optional<UUID> facilitator = seeing.facilitator(item);
        Set<UUID> wanted = new HashSet<>();
        if (rest) {
            List<Round> about =
                    Verdict.about(store.listRounds(id), sight.proposals().size());
            wanted.addAll(Verdict.unheard(item, about, seats, facilitator));
        } else {
            seats.stream()
                    .filter(each -> each.here() && each.replies())
                    .map(Seat::id)
                    .filter(each -> !each.equals(item.owner()) && !facilitator.equals(Optional.of(each)))
                    .forEach(wanted::add);
        }
        Round round = new Round(
                UUID.randomUUID(),
                id,
                sight.rounds().size() + 1,
                kind,
                sight.proposals().size(),
                now,
                byLinks ? Optional.of(now.plus(Duration.ofHours(sight.circle().hours()))) : Optional.empty(),
                Optional.empty(),
                Round.Ended.NOT,
                Set.of(),
                List.of());
        store.putRule(id, sight.rule());
        // Two rounds that begin at once ask nobody for more minutes than they have left.
        circles.hold(item.circle());
        Set<UUID> asked = new HashSet<>();
        meeting.ifPresent(each -> asked.addAll(meetings.listPresent(each.id()).keySet()));
        asked.retainAll(wanted);
        List<Seat> belong = seats.stream()
                .filter(each -> each.counts() && wanted.contains(each.id()))
                .toList();
        if (byLinks) {
            asked.addAll(withMinutes(item.circle(), belong, round.id(), asked));
        }
        Set<UUID> waits = new HashSet<>(asked);
        if (everybody) {
            belong.forEach(each -> waits.add(each.id()));
        }
        store.add(here(), round.asking(waits));
        List<Seat> told =
                belong.stream().filter(each -> asked.contains(each.id())).toList();
        told.forEach(each -> telling.tell(each.member(), What.HEARD_IN_CIRCLE, "/items/" + id));
        // Later versions do not stand with the item: the words that are asked about are those of the round.
        letters.opened(
                sight.circle(),
                item,
                sight.proposals().stream()
                        .filter(each -> each.number() == round.proposal())
                        .findFirst(),
                round,
                kind == Round.Kind.OBJECT && (everybody || sight.rule() == Rule.CONSENSUS),
                told);
        return told.size() == belong.size() ? Opened.YES : Opened.SOME;
    }

    /** Whoever has so many minutes left this month that a round may be asked of them; it is noted that it was. */
    private Set<UUID> withMinutes(UUID circle, List<Seat> seats, UUID round, Set<UUID> there) {
        LocalDate today = LocalDate.now(clock);
        Map<UUID, Integer> before = circles.listAsked(circle, today.withDayOfMonth(1));
        Set<UUID> asked = new HashSet<>();
        for (Seat seat : seats) {
            boolean left = before.getOrDefault(seat.id(), 0) + Round.MINUTES <= seat.minutes();
            if (left && !there.contains(seat.id())) {
                circles.ask(here(), seat.id(), round, Round.MINUTES, today);
                asked.add(seat.id());
            }
        }
        return asked;
    }

    /**
     * Ends the round that goes on, before all are in: whoever has not replied is silent.
     *
     * @param why the reason, which everybody reads
     */
    @Needs(Action.DECIDE)
    public boolean close(UUID id, UUID round, String why) {
        Note.about("sdmi-item", id, "ended a round");
        Sight sight = held(id);
        boolean goes = sight.endsRound()
                && !why.isBlank()
                && sight.going().filter(each -> each.id().equals(round)).isPresent();
        if (goes) {
            store.close(round, clock.instant(), why, Viewer.current().member());
            letters.closed(round);
        }
        return goes;
    }

    /** Replies in the round that goes on. */
    @Needs(Action.DECIDE)
    public Taken reply(UUID id, UUID round, Reply reply) {
        Note.about("sdmi-item", id, "replied");
        Optional<Seat> me = store.hold(id).flatMap(this::mine);
        return me.isEmpty() ? Taken.NOT_HEARD : replying.reply(id, round, me.get(), reply);
    }

    /** Answers a question, or says how an objection was taken up. */
    @Needs(Action.DECIDE)
    public boolean answer(UUID id, UUID round, UUID seat, String words) {
        Note.about("sdmi-item", id, "answered what was said");
        Sight sight = held(id);
        boolean open = sight.rounds().stream().anyMatch(each -> each.id().equals(round) && each.open());
        return sight.leads() && !sight.leadsMeeting() && open && store.answer(round, seat, words);
    }

    /** Says why it may be decided although nobody was heard who lives with it; whose item it is may not. */
    @Needs(Action.DECIDE)
    public boolean excuse(UUID id, String reason) {
        Note.about("sdmi-item", id, "said why nobody who lives with it was heard");
        Sight sight = held(id);
        if (!sight.excuses() || reason.isBlank()) {
            return false;
        }
        store.putNoLivedReason(id, reason, Viewer.current().member());
        return true;
    }

    /** Asks somebody from outside to help, where the circle is stuck. */
    @Needs(Action.DECIDE)
    public boolean coach(UUID id, String who) {
        Note.about("sdmi-item", id, "asked a coach");
        Sight sight = held(id);
        if (!sight.leads() || sight.verdict() != Verdict.STUCK) {
            return false;
        }
        store.putCoach(id, who);
        return true;
    }

    /**
     * Ends it.
     *
     * @param end how; it can be adopted only when nothing is in the way
     * @return false if it cannot end so
     */
    @Needs(Action.DECIDE)
    public boolean end(UUID id, Item.End end) {
        Note.about("sdmi-item", id, end.outcome().key());
        Sight sight = held(id);
        if (!sight.leads() || !mayEnd(sight, end.outcome())) {
            return false;
        }
        store.end(id, end);
        telling.tell(end.doer().map(Item.Doer::member), What.GIVEN, "/items/" + id);
        return true;
    }

    /**
     * Says that what was adopted is done, or is not done after all: whose item it is, who sees to it, and who leads it.
     *
     * @return false if it is not the viewer's to say, or nothing was adopted
     */
    @Needs(Action.DECIDE)
    public boolean done(UUID id, boolean done) {
        Note.about("sdmi-item", id, done ? "done" : "not done after all");
        Sight sight = held(id);
        if (!sight.saysDone()) {
            return false;
        }
        store.putDone(id, done ? Optional.of(LocalDate.now(clock)) : Optional.empty());
        return true;
    }

    /**
     * Tells of every trial that has come to its last day: whose item it was, who led it and who sees to it; where none of the first
     * two signs in, whoever looks after circles. Once for each day.
     */
    @Needs(Action.DECIDE)
    public int tellTrials(LocalDate today) {
        int told = 0;
        for (Item item : store.listTrials(today)) {
            Optional<LocalDate> day = store.listProposals(item.id()).getLast().trialUntil();
            if (day.isPresent() && store.tellTrial(item.id(), day.get())) {
                told++;
                Note.each("sdmi-item", item.id(), "its trial has come to its last day");
                tellTrial(item);
            }
        }
        if (told == 0) {
            Note.about("sdmi-item", "-", "no trial has come to its last day");
        }
        return told;
    }

    private void tellTrial(Item item) {
        String path = "/items/" + item.id();
        Set<UUID> members = new HashSet<>();
        Stream.concat(Stream.of(item.owner()), seeing.facilitator(item).stream())
                .flatMap(seat -> circles.findSeat(seat).stream())
                .filter(Seat::here)
                .flatMap(seat -> seat.member().stream())
                .forEach(members::add);
        if (members.isEmpty()) {
            telling.tellWhoMay(Action.KEEP_CIRCLES, What.TRIAL_ENDED, path);
        }
        item.end().flatMap(Item.End::doer).map(Item.Doer::member).ifPresent(members::add);
        members.forEach(each -> telling.tell(Optional.of(each), What.TRIAL_ENDED, path));
    }

    /**
     * Hands it to a wider circle, where it begins anew.
     *
     * @return the item there; nothing if it cannot be handed on
     */
    @Needs(Action.DECIDE)
    public Optional<UUID> widen(UUID id, UUID circle, UUID owner, String note) {
        Note.about("sdmi-item", id, "handed to a wider circle");
        Sight sight = held(id);
        boolean there = circles.find(circle).filter(sight::isWider).isPresent();
        if (!sight.leads() || !there || !mayEnd(sight, Item.Outcome.WIDER)) {
            return Optional.empty();
        }
        Item old = sight.item();
        Item wider = new Item(
                UUID.randomUUID(),
                circle,
                Optional.empty(),
                owner,
                old.words().with(sight.proposal().map(Proposal::words).orElse("")),
                old.touches(),
                old.level(),
                old.levelReason(),
                Optional.empty(),
                "",
                "",
                "",
                Optional.empty(),
                LocalDate.now(clock),
                1);
        refuseUnlessOwned(wider);
        store.add(here(), wider);
        store.end(
                id,
                new Item.End(
                        Item.Outcome.WIDER,
                        LocalDate.now(clock),
                        note,
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(wider.id())));
        telling.tell(circles.findSeat(owner).flatMap(Seat::member), What.GIVEN, "/items/" + wider.id());
        return Optional.of(wider.id());
    }

    private static boolean mayEnd(Sight sight, Item.Outcome outcome) {
        if (!sight.item().isGoing() || sight.going().isPresent()) {
            return false;
        }
        Item.Purpose purpose = sight.item().words().purpose();
        return switch (outcome) {
            case INFORMED -> purpose == Item.Purpose.INFORM;
            case ADVISED ->
                purpose == Item.Purpose.ADVISE
                        && !sight.rounds().isEmpty()
                        && sight.rounds().getLast().kind() == Round.Kind.REACT;
            case ADOPTED -> purpose == Item.Purpose.DECIDE && sight.verdict() == Verdict.READY;
            case STATUS_QUO, WIDER -> purpose == Item.Purpose.DECIDE;
        };
    }

    private Sight look(Item item) {
        return seeing.look(item, mine(item), mayLead(item));
    }

    private Sight held(UUID id) {
        return look(store.hold(id).orElseThrow());
    }

    private Optional<Seat> mine(Item item) {
        Viewer viewer = Viewer.current();
        return circles.listSeats(item.circle()).stream()
                .filter(each -> each.here() && each.isOf(viewer))
                .findFirst();
    }

    /** Whose item it is, who leads the meeting, and who looks after circles. */
    private boolean mayLead(Item item) {
        Viewer viewer = Viewer.current();
        Optional<UUID> facilitator = seeing.facilitator(item);
        return viewer.may(Action.KEEP_CIRCLES)
                || circles.listSeats(item.circle()).stream()
                        .filter(each -> each.isOf(viewer))
                        .anyMatch(each -> each.id().equals(item.owner()) || facilitator.equals(Optional.of(each.id())));
    }

    private void refuseUnlessOwned(Item item) {
        boolean owned = circles.listSeats(item.circle()).stream()
                .anyMatch(each -> each.here() && each.id().equals(item.owner()));
        boolean led = seeing.facilitator(item).equals(Optional.of(item.owner()));
        if (!owned || led || !item.words().question().endsWith("?")) {
            throw new IllegalArgumentException(
                    "an item is a question, owned by somebody of the circle who does not lead the meeting");
        }
    }

    private Decided decided(Item item) {
        Sight sight = seeing.look(item, Optional.empty(), false);
        List<Seat> seats = circles.listSeats(item.circle());
        Map<UUID, Seat> byId = new HashMap<>();
        seats.forEach(each -> byId.put(each.id(), each));
        Set<UUID> heard = Verdict.heard(
                item,
                Verdict.about(store.listRounds(item.id()), sight.proposals().size()));
        Set<UUID> voices = new HashSet<>();
        seats.stream()
                .filter(each -> heard.contains(each.id()))
                .forEach(each -> each.perspective().ifPresent(voices::add));
        List<Perspective> wanted = community.listPerspectives();
        Item.End end = item.end().orElseThrow();
        return new Decided(
                item.id(),
                new Decided.Name(sight.circle().nameEn(), sight.circle().nameCy()),
                sight.rule(),
                item.words().question(),
                item.words().language(),
                item.words().wanted(),
                item.words().reason(),
                item.words().affected(),
                sight.proposal().orElseThrow(),
                sight.proposals().subList(0, sight.proposals().size() - 1),
                named(wanted, voices, true),
                named(wanted, voices, false),
                item.noLivedReason(),
                concerns(sight),
                objections(sight),
                sight.support(),
                sight.owner().name(),
                sight.owner().member(),
                end.who(),
                end.by(),
                end.doer().map(Item.Doer::member),
                item.level(),
                item.levelReason(),
                item.touches().money(),
                item.touches().staff(),
                end.on());
    }

    private static List<Decided.Name> named(List<Perspective> wanted, Set<UUID> voices, boolean there) {
        return wanted.stream()
                .filter(each -> voices.contains(each.id()) == there)
                .map(each -> new Decided.Name(each.nameEn(), each.nameCy()))
                .toList();
    }

    private static List<Decided.Concern> concerns(Sight sight) {
        return sight.rounds().stream()
                .filter(each -> each.kind() == Round.Kind.OBJECT)
                .flatMap(each -> each.said().stream())
                .filter(each -> each.reply().stance() == Reply.Stance.CONCERN)
                .map(each -> new Decided.Concern(
                        each.name(), each.reply().words(), each.reply().language()))
                .distinct()
                .toList();
    }

    private static List<Decided.Objection> objections(Sight sight) {
        return sight.rounds().stream()
                .filter(each -> each.kind() == Round.Kind.OBJECT)
                .flatMap(round -> round.said().stream()
                        .filter(each -> each.reply().stance() == Reply.Stance.OBJECTION)
                        .map(each -> new Decided.Objection(
                                each.name(),
                                each.reply().harm().orElse(Reply.Harm.AIM),
                                each.reply().words(),
                                each.reply().resolves(),
                                each.reply().answer(),
                                each.reply().language(),
                                round.proposal())))
                .toList();
    }

    private static UUID here() {
        return Viewer.current().partnership().orElseThrow();
    }
}

package org.whorl.server.circles;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.whorl.server.news.Telling;
import org.whorl.server.news.What;
import org.whorl.server.people.PrivateCode;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Saved;
import org.whorl.server.trust.VersionStore;
import org.whorl.server.trust.Viewer;

/** The door to the meetings of circles, for those who sign in. */
@Door
public class Meetings {

    private static final int CODE_LENGTH = 8;

    private final CircleStore circles;
    private final ItemStore items;
    private final MeetingStore store;
    private final MeetingSeeing seeing;
    private final VersionStore versions;
    private final Telling telling;
    private final MeetingLetters letters;
    private final Clock clock;

    Meetings(
            CircleStore circles,
            ItemStore items,
            MeetingStore store,
            MeetingSeeing seeing,
            VersionStore versions,
            Telling telling,
            MeetingLetters letters,
            Clock clock) {
        this.circles = circles;
        this.items = items;
        this.store = store;
        this.seeing = seeing;
        this.versions = versions;
        this.telling = telling;
        this.letters = letters;
        this.clock = clock;
    }

    /** Those of a circle, the last first. */
    @Needs(Action.SEE_CIRCLES)
    public List<Meeting> list(UUID circle) {
        return store.list(circle);
    }

    /** One of them. */
    @Needs(Action.SEE_CIRCLES)
    public Optional<Meeting> find(UUID id) {
        return store.find(id);
    }

    /** What the wall shows, and whoever takes part. */
    @Needs(Action.SEE_CIRCLES)
    public MeetingSight look(UUID id) {
        return seen(store.find(id).orElseThrow());
    }

    /** What came of one. */
    @Needs(Action.SEE_CIRCLES)
    public Report report(UUID id) {
        Meeting meeting = store.find(id).orElseThrow();
        MeetingSight sight = seeing.look(meeting, Optional.empty(), false);
        Map<UUID, MeetingStore.Present> present = store.listPresent(id);
        return new Report(
                sight,
                MeetingSeeing.words(present, MeetingStore.Present::in),
                MeetingSeeing.words(present, MeetingStore.Present::out),
                sight.items().stream().map(each -> seeing.item(each)).toList());
    }

    /** May the viewer plan a meeting of that circle, and move it? Whoever is heard in it, and whoever looks after circles. */
    @Needs(Action.SEE_CIRCLES)
    public boolean mayPlan(UUID circle) {
        return plans(circle);
    }

    private boolean plans(UUID circle) {
        Viewer viewer = Viewer.current();
        return viewer.may(Action.KEEP_CIRCLES)
                || circles.listSeats(circle).stream().anyMatch(each -> each.counts() && each.isOf(viewer));
    }

    /** May the viewer have them lead it when it is moved: is it theirs to choose, and do they own no item in it? */
    @Needs(Action.SEE_CIRCLES)
    public Led mayLead(UUID id, Optional<UUID> seat) {
        return led(store.find(id).orElseThrow(), seat);
    }

    private Led led(Meeting meeting, Optional<UUID> seat) {
        if (meeting.facilitator().equals(seat)) {
            return Led.YES;
        }
        boolean there = seat.isEmpty() || ofCircle(meeting.circle(), seat).isPresent();
        if (!there || !seen(meeting).choosesLead()) {
            return Led.MOVED;
        }
        return seat.filter(each -> owns(meeting.id(), each)).isPresent() ? Led.OWNS : Led.YES;
    }

    /**
     * Plans one. Whoever belongs to the circle and has so many minutes left this month is asked to come; the others may come,
     * and are not asked.
     */
    @Needs(Action.DECIDE)
    public UUID plan(UUID circle, Instant at, int minutes, String place, Optional<UUID> facilitator) {
        UUID id = UUID.randomUUID();
        Note.about("sdmi-meeting", id, "planned");
        if (!plans(circle)) {
            throw new NoSuchElementException("a circle meets when those who are in it say so");
        }
        Meeting meeting = new Meeting(
                id,
                circle,
                PrivateCode.fresh().replace("-", "").substring(0, CODE_LENGTH),
                at,
                minutes,
                place,
                ofCircle(circle, facilitator),
                Meeting.Step.PLANNED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                1);
        store.add(here(), meeting);
        invite(meeting);
        return id;
    }

    /**
     * Works out anew who is asked to come: whoever may reply and has so many minutes left this month. Whoever is asked for the
     * first time is told and written to.
     *
     * @return who had been asked before, in whose calendars it stands
     */
    private Set<UUID> invite(Meeting meeting) {
        UUID id = meeting.id();
        // What is asked of people at the same moment elsewhere in the circle is counted before or after this.
        circles.hold(meeting.circle());
        Set<UUID> before = Set.copyOf(circles.listAskedIn(id).keySet());
        circles.giveBack(id);
        Map<UUID, Integer> asked = circles.listAsked(meeting.circle(), seeing.month());
        Set<UUID> fresh = new HashSet<>();
        circles.listSeats(meeting.circle()).stream()
                .filter(Seat::counts)
                .filter(each -> asked.getOrDefault(each.id(), 0) + meeting.minutes() <= each.minutes())
                .forEach(each -> {
                    circles.ask(here(), each.id(), id, meeting.minutes(), LocalDate.now(clock));
                    if (!before.contains(each.id())) {
                        fresh.add(each.id());
                        telling.tell(each.member(), What.HEARD_IN_CIRCLE, "/circles/meetings/" + id);
                    }
                });
        letters.asked(id, fresh);
        return before;
    }

    /** Asks those too who came into the circle, or offered more minutes, since it was planned. */
    @Needs(Action.DECIDE)
    public boolean ask(UUID id) {
        Meeting meeting = held(id, "asked more people to come");
        boolean may = leads(meeting) && meeting.step() == Meeting.Step.PLANNED;
        if (may) {
            invite(meeting);
        }
        return may;
    }

    /** What came of choosing who leads. */
    public enum Led {
        YES,
        /** They own an item in it. */
        OWNS,
        /** Somebody else has chosen, or it is too late. */
        MOVED
    }

    /**
     * Chooses who leads it: before its first item; where nobody does, whoever is of the circle may.
     *
     * @param seen who led it on the page where it was chosen
     * @param seat who is to
     */
    @Needs(Action.DECIDE)
    public Led lead(UUID id, Optional<UUID> seen, UUID seat) {
        Meeting meeting = held(id, "chose who leads");
        boolean wanted = ofCircle(meeting.circle(), Optional.of(seat)).isPresent();
        if (!wanted || !seen(meeting).choosesLead() || !meeting.facilitator().equals(seen)) {
            return Led.MOVED;
        }
        if (owns(id, seat)) {
            return Led.OWNS;
        }
        boolean done =
                versions.change(Meeting.VERSIONED, id, meeting.version(), Map.of("facilitator", Optional.of(seat)))
                        instanceof Saved.Yes;
        return done ? Led.YES : Led.MOVED;
    }

    private boolean owns(UUID meeting, UUID seat) {
        return items.list().stream()
                .anyMatch(each -> each.isGoing()
                        && each.meeting().equals(Optional.of(meeting))
                        && each.owner().equals(seat));
    }

    /**
     * Moves it to another time or place, or chooses who leads it, before it begins. It is worked out anew who is asked to come: a
     * shorter meeting asks more people.
     */
    @Needs(Action.DECIDE)
    public Saved change(UUID id, int version, Instant at, int minutes, String place, Optional<UUID> facilitator) {
        Optional<Meeting> planned = store.hold(id)
                .filter(each -> each.step() == Meeting.Step.PLANNED && plans(each.circle()))
                .filter(each -> led(each, facilitator) == Led.YES);
        Map<String, Object> values = new HashMap<>();
        values.put("starts_at", Timestamp.from(at));
        values.put("minutes", minutes);
        values.put("place", place);
        values.put("facilitator", planned.flatMap(each -> ofCircle(each.circle(), facilitator)));
        Saved saved = planned.isPresent() ? versions.change(Meeting.VERSIONED, id, version, values) : new Saved.Gone();
        Note.saved("sdmi-meeting", id, "moved", saved);
        return told(id, saved);
    }

    /** Calls it off. */
    @Needs(Action.DECIDE)
    public Saved cancel(UUID id, int version) {
        boolean planned = store.hold(id)
                .filter(each -> each.step() == Meeting.Step.PLANNED)
                .filter(each -> leads(each))
                .isPresent();
        Saved saved = planned
                ? versions.change(Meeting.VERSIONED, id, version, Map.of("step", Meeting.Step.CANCELLED.key()))
                : new Saved.Gone();
        Note.saved("sdmi-meeting", id, "called off", saved);
        return told(id, saved);
    }

    /**
     * Undoes a change, before it begins: whoever made it, and whoever leads. Nobody leads it who owns an item in it by now.
     */
    @Needs(Action.DECIDE)
    public Saved undo(UUID id, int version) {
        boolean waits = store.hold(id)
                .filter(each -> each.step() == Meeting.Step.PLANNED || each.step() == Meeting.Step.CANCELLED)
                .filter(each -> leads(each) || (plans(each.circle()) && made(id, version)))
                .isPresent();
        Saved saved = waits ? versions.undo(Meeting.VERSIONED, id, version) : new Saved.Gone();
        store.find(id)
                .filter(each ->
                        each.facilitator().filter(seat -> owns(id, seat)).isPresent())
                .ifPresent(each -> store.put(each.unled()));
        Note.saved("sdmi-meeting", id, "undone", saved);
        return told(id, saved);
    }

    private boolean made(UUID id, int version) {
        Optional<UUID> maker = versions.findMaker(Meeting.VERSIONED, id, version);
        return maker.isPresent() && maker.equals(Viewer.current().member());
    }

    /** Comes in; false if it is over, or if the viewer is not of the circle. */
    @Needs(Action.DECIDE)
    public boolean come(UUID id) {
        Meeting meeting = held(id, "came");
        Optional<Seat> me = mine(meeting);
        boolean open = meeting.step() != Meeting.Step.ENDED && meeting.step() != Meeting.Step.CANCELLED;
        if (me.isEmpty() || !open) {
            return false;
        }
        store.come(here(), id, me.get().id());
        return true;
    }

    /**
     * Goes on to the next step, or back.
     *
     * @param seen the step on the page where the button was pressed: pressed twice, it goes once
     */
    @Needs(Action.DECIDE)
    public boolean move(UUID id, String seen, boolean back) {
        Meeting meeting = held(id, back ? "went back" : "went on");
        Meeting.Step next = back ? meeting.step().back() : meeting.step().next();
        boolean unled =
                next == Meeting.Step.ITEMS && !back && meeting.facilitator().isEmpty();
        if (!leads(meeting) || !meeting.step().key().equals(seen) || next == meeting.step() || unled) {
            return false;
        }
        boolean over = next == Meeting.Step.ENDED;
        store.put(meeting.at(next, over ? Optional.of(clock.instant()) : Optional.empty()));
        return true;
    }

    /** Turns to an item: its time begins. */
    @Needs(Action.DECIDE)
    public boolean speakOf(UUID id, UUID item) {
        Meeting meeting = held(id, "turned to an item");
        Optional<Item> wanted =
                items.find(item).filter(each -> each.meeting().equals(Optional.of(id)) && each.isGoing());
        if (!leads(meeting) || meeting.step() != Meeting.Step.ITEMS || wanted.isEmpty()) {
            return false;
        }
        Duration time = Duration.ofMinutes(wanted.get().words().minutes());
        store.put(meeting.speakingOf(item, clock.instant().plus(time)));
        return true;
    }

    /** What came of writing notices. */
    public enum Noted {
        YES,
        /** Somebody else has written something in the meantime. */
        CHANGED,
        /** The meeting is over, or it is not the viewer's. */
        MOVED
    }

    /**
     * Writes down what was made known.
     *
     * @param seen what stood there on the page where it was written
     */
    @Needs(Action.DECIDE)
    public Noted note(UUID id, String seen, String notices) {
        Meeting meeting = held(id, "wrote notices");
        if (!meeting.step().isOn() || !(leads(meeting) || mine(meeting).isPresent())) {
            return Noted.MOVED;
        }
        if (same(meeting.notices(), notices)) {
            return Noted.YES;
        }
        if (!same(meeting.notices(), seen)) {
            // Whoever has only read them and pressed another button has nothing to lose.
            return same(seen, notices) ? Noted.YES : Noted.CHANGED;
        }
        store.put(meeting.noting(notices));
        return Noted.YES;
    }

    /** Browsers end lines in their own way. */
    private static boolean same(String one, String other) {
        return one.replace("\r\n", "\n").equals(other.replace("\r\n", "\n"));
    }

    /** Accepts the report of the meeting before, with what is to be put right in it. */
    @Needs(Action.DECIDE)
    public boolean accept(UUID id, UUID before, String correction) {
        Meeting meeting = held(id, "accepted the last report");
        boolean there = leads(meeting)
                && seen(meeting)
                        .before()
                        .filter(each -> each.id().equals(before))
                        .isPresent();
        if (there) {
            store.accept(before, correction, clock.instant());
        }
        return there;
    }

    /** Says that somebody is not there after all; a round that goes on still waits for them until it is ended. */
    @Needs(Action.DECIDE)
    public boolean away(UUID id, UUID seat) {
        Meeting meeting = held(id, "somebody is not there");
        boolean may = leads(meeting);
        if (may) {
            store.go(id, seat);
        }
        return may;
    }

    /** Says in one word how the viewer is. */
    @Needs(Action.DECIDE)
    public boolean feel(UUID id, String word) {
        Meeting meeting = held(id, "said how they are");
        Optional<Seat> me = mine(meeting);
        boolean asked = meeting.step() == Meeting.Step.CHECK_IN || meeting.step() == Meeting.Step.CHECK_OUT;
        if (me.isEmpty() || !asked) {
            return false;
        }
        store.come(here(), id, me.get().id());
        store.say(id, me.get().id(), word, meeting.step() == Meeting.Step.CHECK_OUT);
        return true;
    }

    /** Asks for a break of five minutes. Who asked is not kept. */
    @Needs(Action.DECIDE)
    public boolean rest(UUID id) {
        Meeting meeting = held(id, "asked for a break");
        boolean on = meeting.step().isOn()
                && !meeting.rests(clock.instant())
                && (leads(meeting) || mine(meeting).isPresent());
        if (on) {
            store.put(meeting.resting(clock.instant()));
        }
        return on;
    }

    /** Ends the break. */
    @Needs(Action.DECIDE)
    public boolean goOn(UUID id) {
        Meeting meeting = held(id, "ended the break");
        boolean may = leads(meeting) && meeting.rests(clock.instant());
        if (may) {
            store.put(meeting.rested(clock.instant()));
        }
        return may;
    }

    /** Whoever was invited hears of a change that was made. */
    private Saved told(UUID id, Saved saved) {
        if (saved instanceof Saved.Yes) {
            Meeting meeting = store.find(id).orElseThrow();
            if (meeting.step() == Meeting.Step.CANCELLED) {
                letters.changed(id, circles.listAskedIn(id).keySet());
                circles.giveBack(id);
            } else {
                letters.changed(id, invite(meeting));
            }
        }
        return saved;
    }

    private MeetingSight seen(Meeting meeting) {
        return seeing.look(meeting, mine(meeting), leads(meeting));
    }

    private Optional<Seat> mine(Meeting meeting) {
        Viewer viewer = Viewer.current();
        return circles.listSeats(meeting.circle()).stream()
                .filter(each -> each.here() && each.isOf(viewer))
                .findFirst();
    }

    private boolean leads(Meeting meeting) {
        return Viewer.current().may(Action.KEEP_CIRCLES)
                || mine(meeting)
                        .filter(each -> meeting.facilitator().equals(Optional.of(each.id())))
                        .isPresent();
    }

    private Optional<UUID> ofCircle(UUID circle, Optional<UUID> seat) {
        return circles.listSeats(circle).stream()
                .filter(Seat::counts)
                .map(Seat::id)
                .filter(each -> seat.equals(Optional.of(each)))
                .findFirst();
    }

    private Meeting held(UUID id, String what) {
        Note.about("sdmi-meeting", id, what);
        return store.hold(id).orElseThrow();
    }

    private static UUID here() {
        return Viewer.current().partnership().orElseThrow();
    }
}

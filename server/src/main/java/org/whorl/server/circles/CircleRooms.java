package org.whorl.server.circles;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Viewer;

/**
 * The door for phones in a meeting: whoever has its code may come in. Who says a name of the circle that is not there yet, and does
 * not sign in, takes that seat: the people in the room see on the wall who is there. Nobody speaks so for a member who signs in. The
 * record names nobody.
 */
@Door
public class CircleRooms {

    private static final Duration AFTERWARDS = Duration.ofDays(1);

    /** No room holds more visitors, and no single address fills one. */
    private static final int MOST = 100;

    private final CircleStore circles;
    private final MeetingStore meetings;
    private final ItemStore items;
    private final MeetingSeeing seeing;
    private final Replying replying;
    private final Clock clock;

    CircleRooms(
            CircleStore circles,
            MeetingStore meetings,
            ItemStore items,
            MeetingSeeing seeing,
            Replying replying,
            Clock clock) {
        this.circles = circles;
        this.meetings = meetings;
        this.items = items;
        this.seeing = seeing;
        this.replying = replying;
        this.clock = clock;
    }

    /** Where a code leads. */
    @Needs(Action.SEE_OPEN)
    Optional<Room> find(String code) {
        return meetings.findRoom(code, clock.instant().minus(AFTERWARDS));
    }

    /** What a phone sees just now; nothing of anybody's who has been sent away. */
    @Needs(Action.SEE_OPEN)
    Optional<MeetingSight> look(UUID meeting, UUID seat) {
        Meeting now = meetings.find(meeting).orElseThrow();
        return present(now, seat).map(each -> seeing.look(now, Optional.of(each), false));
    }

    /** What came of coming in. */
    sealed interface Joined {
        /**
         * They are in.
         *
         * @param seat as whom
         */
        record In(UUID seat) implements Joined {}

        /** The meeting is over or full, or somebody of that name is there already. */
        record Taken() implements Joined {}

        /** Somebody of the circle has that name and signs in: it is theirs, and they come in by signing in. */
        record SignsIn() implements Joined {}
    }

    /** Comes in. */
    @Needs(Action.SPEAK_UP)
    Joined join(UUID id, String name, boolean lived) {
        Meeting meeting = held(id, "came by its code");
        Map<UUID, MeetingStore.Present> present = meetings.listPresent(id);
        List<Seat> seats = circles.listSeats(meeting.circle());
        boolean there = seats.stream()
                .anyMatch(each -> present.containsKey(each.id()) && each.name().equalsIgnoreCase(name));
        boolean over = meeting.step() == Meeting.Step.ENDED || meeting.step() == Meeting.Step.CANCELLED;
        if (there || over || present.size() >= MOST) {
            return new Joined.Taken();
        }
        List<Seat> called = seats.stream()
                .filter(each -> each.here() && each.belongs() && each.name().equalsIgnoreCase(name))
                .toList();
        if (called.stream().anyMatch(each -> each.member().isPresent())) {
            return new Joined.SignsIn();
        }
        UUID seat = called.stream().map(Seat::id).findFirst().orElseGet(() -> visitor(meeting, name, lived));
        meetings.come(here(), id, seat);
        return new Joined.In(seat);
    }

    private UUID visitor(Meeting meeting, String name, boolean lived) {
        UUID id = UUID.randomUUID();
        circles.add(
                here(),
                new Seat(
                        id,
                        meeting.circle(),
                        name,
                        Optional.empty(),
                        Optional.empty(),
                        lived,
                        Seat.MINUTES,
                        Optional.of(meeting.id()),
                        true,
                        true));
        return id;
    }

    /** Says in one word how somebody is. */
    @Needs(Action.SPEAK_UP)
    boolean feel(UUID id, UUID seat, String word) {
        Meeting meeting = held(id, "somebody said how they are");
        boolean asked = meeting.step() == Meeting.Step.CHECK_IN || meeting.step() == Meeting.Step.CHECK_OUT;
        boolean may = asked && present(meeting, seat).isPresent();
        if (may) {
            meetings.say(id, seat, word, meeting.step() == Meeting.Step.CHECK_OUT);
        }
        return may;
    }

    /** Asks for a break of five minutes. Who asked is not kept. */
    @Needs(Action.SPEAK_UP)
    void rest(UUID id, UUID seat) {
        Meeting meeting = held(id, "asked for a break");
        if (meeting.step().isOn()
                && !meeting.rests(clock.instant())
                && present(meeting, seat).isPresent()) {
            meetings.put(meeting.resting(clock.instant()));
        }
    }

    /** Puts an item on the agenda while it is made; false if it is not made now, or not by them. */
    @Needs(Action.SPEAK_UP)
    boolean raise(UUID id, UUID seat, Item item) {
        Meeting meeting = held(id, "somebody put an item on the agenda");
        boolean may = present(meeting, seat)
                .filter(me -> seeing.look(meeting, Optional.of(me), false).raises())
                .isPresent();
        if (may) {
            items.add(here(), item);
        }
        return may;
    }

    /** Replies in the round that goes on. */
    @Needs(Action.SPEAK_UP)
    Taken reply(UUID id, UUID seat, UUID round, Reply reply) {
        Meeting meeting = held(id, "somebody replied");
        Optional<Seat> me = present(meeting, seat);
        return me.isEmpty() || meeting.item().isEmpty()
                ? Taken.NOT_HEARD
                : replying.reply(meeting.item().get(), round, me.get(), reply);
    }

    private Optional<Seat> present(Meeting meeting, UUID seat) {
        return meetings.listPresent(meeting.id()).containsKey(seat)
                ? circles.findSeat(seat).filter(each -> each.member().isEmpty())
                : Optional.empty();
    }

    private Meeting held(UUID id, String what) {
        Note.about("sdmi-meeting", id, what);
        return meetings.hold(id).orElseThrow();
    }

    private static UUID here() {
        return Viewer.current().partnership().orElseThrow();
    }
}

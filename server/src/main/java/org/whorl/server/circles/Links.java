package org.whorl.server.circles;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.people.PrivateCode;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;

/** The door for whoever has a link of their own and does not sign in. The record says which seat replied, and no name. */
@Door
public class Links {

    private final CircleStore circles;
    private final MeetingStore meetings;
    private final ItemStore items;
    private final Replying replying;
    private final Touching touching;
    private final Seeing seeing;
    private final Clock clock;

    Links(
            CircleStore circles,
            MeetingStore meetings,
            ItemStore items,
            Replying replying,
            Touching touching,
            Seeing seeing,
            Clock clock) {
        this.circles = circles;
        this.meetings = meetings;
        this.items = items;
        this.replying = replying;
        this.touching = touching;
        this.seeing = seeing;
        this.clock = clock;
    }

    /** Where a link leads. */
    @Needs(Action.SEE_OPEN)
    Optional<OwnLink> find(String code) {
        return circles.findLink(PrivateCode.fingerprint(code));
    }

    /** Whose it is. */
    @Needs(Action.SEE_OPEN)
    Optional<Seat> findSeat(UUID seat) {
        return circles.findSeat(seat).filter(Seat::here);
    }

    /** How many minutes they were asked for this month. */
    @Needs(Action.SEE_OPEN)
    int countAsked(Seat seat) {
        return circles.listAsked(seat.circle(), LocalDate.now(clock).withDayOfMonth(1))
                .getOrDefault(seat.id(), 0);
    }

    /** What their circle speaks about, and what it has come to. */
    @Needs(Action.SEE_OPEN)
    List<Sight> list(Seat seat) {
        return items.list().stream()
                .filter(each -> each.circle().equals(seat.circle()))
                .map(each -> seeing.look(each, Optional.of(seat), false))
                .filter(each -> !each.isDraft())
                .toList();
    }

    /** One of them. */
    @Needs(Action.SEE_OPEN)
    Optional<Sight> look(Seat seat, UUID item) {
        return list(seat).stream().filter(each -> each.item().id().equals(item)).findFirst();
    }

    /** When their circle meets, or the one meeting they visit; called off ones too. */
    @Needs(Action.SEE_OPEN)
    List<Meeting> listMeetings(Seat seat) {
        return meetings.list(seat.circle()).stream()
                .filter(each -> seat.visits().isEmpty() || seat.visits().equals(Optional.of(each.id())))
                .toList();
    }

    /** Their circle. */
    @Needs(Action.SEE_OPEN)
    Circle circle(Seat seat) {
        return circles.find(seat.circle()).orElseThrow();
    }

    /** Changes how many minutes a month they offer; false if that was changed in the meantime. */
    @Needs(Action.SPEAK_UP)
    boolean offer(Seat seat, int seen, int minutes) {
        Note.about("sdmi-seat", seat.id(), "offers other minutes");
        return circles.offer(seat.id(), seen, minutes);
    }

    /** Says that it touches something. */
    @Needs(Action.SPEAK_UP)
    boolean touch(Seat seat, UUID item, Item.Touches said) {
        Note.about("sdmi-item", item, "seat " + seat.id() + " said what it touches");
        return items.hold(item)
                .filter(each -> seat.counts() && each.circle().equals(seat.circle()))
                .filter(each -> touching.add(each, said, Optional.of(seat)))
                .isPresent();
    }

    /** Replies in the round that goes on. */
    @Needs(Action.SPEAK_UP)
    Taken reply(Seat seat, UUID item, UUID round, Reply reply) {
        Note.about("sdmi-item", item, "seat " + seat.id() + " replied");
        return replying.reply(item, round, seat, reply);
    }
}

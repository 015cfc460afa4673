package org.whorl.server.circles;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;

/** The door for phones in a meeting: whoever has its code may come in. */
@Door
public class CircleRooms {

    private static final Duration AFTERWARDS = Duration.ofDays(1);

    private final MeetingStore meetings;
    private final Clock clock;

    CircleRooms(MeetingStore meetings, Clock clock) {
        this.meetings = meetings;
        this.clock = clock;
    }

    /** Where a code leads. */
    @Needs(Action.SEE_OPEN)
    Optional<Room> find(String code) {
        return meetings.findRoom(code, clock.instant().minus(AFTERWARDS));
    }
}

package org.whorl.server.circles;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.whorl.server.design.Language;
import org.whorl.server.mail.Invited;
import org.whorl.server.mail.Letter;
import org.whorl.server.mail.Letters;
import org.whorl.server.mail.To;

/**
 * Invites those who are asked to come to a meeting, moves it in their calendars, takes it out when it is off, and reminds them a
 * day before. Whoever has no minutes left this month was not asked, and is not written to.
 */
@Component
class MeetingLetters {

    private static final Duration BEFORE = Duration.ofDays(1);

    private final Letters letters;
    private final CircleStore circles;
    private final MeetingStore meetings;
    private final Clock clock;

    MeetingLetters(Letters letters, CircleStore circles, MeetingStore meetings, Clock clock) {
        this.letters = letters;
        this.circles = circles;
        this.meetings = meetings;
        this.clock = clock;
    }

    /** Some are asked to come who were not before. */
    void asked(UUID id, Set<UUID> seats) {
        post(id, "meeting", seats);
    }

    /** It was changed, called off, or taken up again: those hear of it who have it in their calendars. */
    void changed(UUID id, Set<UUID> seats) {
        letters.withdraw(about(id));
        boolean off = meetings.find(id).orElseThrow().step() == Meeting.Step.CANCELLED;
        post(id, off ? "meeting-off" : "meeting-moved", seats);
    }

    /** It as a calendar knows it: each change counts up. */
    static Invited invited(Meeting meeting, Circle circle, Language language) {
        return new Invited(
                meeting.id() + "@whorl",
                meeting.version() - 1,
                meeting.startsAt(),
                meeting.startsAt().plus(Duration.ofMinutes(meeting.minutes())),
                circle.name(language),
                meeting.place(),
                path(meeting.id()),
                meeting.step() == Meeting.Step.CANCELLED);
    }

    private void post(UUID id, String kind, Set<UUID> seats) {
        Meeting meeting = meetings.find(id).orElseThrow();
        Circle circle = circles.find(meeting.circle()).orElseThrow();
        Instant soon = meeting.startsAt().minus(BEFORE);
        boolean reminds =
                meeting.step() == Meeting.Step.PLANNED && clock.instant().isBefore(soon);
        circles.listSeats(meeting.circle()).stream()
                .filter(seat -> seat.here() && seats.contains(seat.id()))
                .flatMap(seat -> seat.member().stream())
                .map(To.Member::new)
                .forEach(to -> {
                    letters.post(
                            to,
                            language ->
                                    letter(kind, meeting, circle, language).with(invited(meeting, circle, language)));
                    if (reminds) {
                        letters.post(
                                to,
                                language -> letter("meeting-soon", meeting, circle, language)
                                        .at(soon));
                    }
                });
    }

    private static Letter letter(String kind, Meeting meeting, Circle circle, Language language) {
        return Letter.of(kind, List.of(circle.name(language)), path(meeting.id()))
                .about(about(meeting.id()));
    }

    private static String path(UUID id) {
        return "~/circles/meetings/" + id;
    }

    private static String about(UUID id) {
        return "meeting " + id;
    }
}

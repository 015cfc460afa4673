package org.whorl.server.circles;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.whorl.server.trust.Disclosure;

/** Decides what a screen of a meeting may show. */
@Component
class MeetingSeeing {

    private final CircleStore circles;
    private final ItemStore items;
    private final MeetingStore meetings;
    private final Seeing seeing;
    private final Clock clock;

    MeetingSeeing(CircleStore circles, ItemStore items, MeetingStore meetings, Seeing seeing, Clock clock) {
        this.circles = circles;
        this.items = items;
        this.meetings = meetings;
        this.seeing = seeing;
        this.clock = clock;
    }

    MeetingSight look(Meeting meeting, Optional<Seat> me, boolean leads) {
        Instant now = clock.instant();
        List<Seat> seats = circles.listSeats(meeting.circle());
        Map<UUID, MeetingStore.Present> present = meetings.listPresent(meeting.id());
        List<Seat> here =
                seats.stream().filter(each -> present.containsKey(each.id())).toList();
        boolean out = meeting.step() == Meeting.Step.CHECK_OUT || meeting.step() == Meeting.Step.ENDED;
        return new MeetingSight(
                meeting,
                circles.find(meeting.circle()).orElseThrow(),
                seats.stream()
                        .filter(each -> meeting.facilitator().equals(Optional.of(each.id())))
                        .map(Seat::name)
                        .findFirst()
                        .orElse(""),
                here,
                Disclosure.TAKING_PART.show(here.size()),
                notAsked(meeting, seats),
                seats.stream().collect(Collectors.toMap(Seat::id, Seat::name)),
                items.list().stream()
                        .filter(each -> each.meeting().equals(Optional.of(meeting.id())))
                        .toList()
                        .reversed(),
                meeting.item().flatMap(items::find).map(each -> seeing.look(each, me, leads)),
                words(present, out ? MeetingStore.Present::out : MeetingStore.Present::in),
                before(meeting),
                left(meeting, now),
                now.toEpochMilli(),
                meeting.rests(now),
                me,
                me.filter(each -> present.containsKey(each.id())).isPresent(),
                me.map(Seat::id)
                        .flatMap(each -> Optional.ofNullable(present.get(each)))
                        .map(each -> out ? each.out() : each.in())
                        .orElse(""),
                leads);
    }

    /** An item as whoever reads a report sees it. */
    Sight item(Item item) {
        return seeing.look(item, Optional.empty(), false);
    }

    /** Each word once, in no order that says whose it is; none of fewer than five people. */
    static List<String> words(Map<UUID, MeetingStore.Present> present, Function<MeetingStore.Present, String> said) {
        List<String> all = present.values().stream()
                .map(said)
                .filter(each -> !each.isBlank())
                .toList();
        boolean told = Disclosure.IN_A_ROOM.show(all.size()) instanceof Disclosure.Shown.Count(int some) && some > 0;
        return told
                ? all.stream()
                        .map(each -> each.toLowerCase(Locale.ROOT))
                        .distinct()
                        .sorted()
                        .toList()
                : List.of();
    }

    /** The last meeting that is over, if nobody has accepted its report. */
    private Optional<Meeting> before(Meeting meeting) {
        return meetings.list(meeting.circle()).stream()
                .filter(each -> !each.id().equals(meeting.id())
                        && each.endedAt().isPresent()
                        && each.acceptedAt().isEmpty()
                        && each.startsAt().isBefore(meeting.startsAt()))
                .findFirst();
    }

    private List<MeetingSight.NotAsked> notAsked(Meeting meeting, List<Seat> seats) {
        Map<UUID, Integer> in = circles.listAskedIn(meeting.id());
        Map<UUID, Integer> before = circles.listAsked(meeting.circle(), month());
        return seats.stream()
                .filter(each -> each.counts() && in.getOrDefault(each.id(), 0) == 0)
                .map(each -> {
                    int left = Math.max(0, each.minutes() - before.getOrDefault(each.id(), 0));
                    return new MeetingSight.NotAsked(each.name(), left, each.minutes(), left < meeting.minutes());
                })
                .toList();
    }

    private static int left(Meeting meeting, Instant now) {
        return meeting.clockUntil(now)
                .map(end ->
                        Math.toIntExact(Math.max(0, (Duration.between(now, end).toMillis() + 999) / 1000)))
                .orElse(0);
    }

    /** The first day of the month in which somebody is asked now. */
    LocalDate month() {
        return LocalDate.now(clock).withDayOfMonth(1);
    }
}

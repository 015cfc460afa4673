package org.whorl.server.circles;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.whorl.server.trust.Disclosure;

/** Decides what somebody may see of an item: of a round that is not open, nothing but their own reply. */
@Component
class Seeing {

    private final CircleStore circles;
    private final ItemStore items;
    private final MeetingStore meetings;
    private final Clock clock;

    Seeing(CircleStore circles, ItemStore items, MeetingStore meetings, Clock clock) {
        this.circles = circles;
        this.items = items;
        this.meetings = meetings;
        this.clock = clock;
    }

    /** Who leads the meeting it is spoken of in. */
    Optional<UUID> facilitator(Item item) {
        return item.meeting().flatMap(meetings::find).flatMap(Meeting::facilitator);
    }

    /**
     * What is seen of an item.
     *
     * @param me as whom
     * @param leads may they lead it on its way?
     */
    Sight look(Item item, Optional<Seat> me, boolean leads) {
        Instant now = clock.instant();
        Circle circle = circles.find(item.circle()).orElseThrow();
        List<Seat> seats = circles.listSeats(item.circle());
        Map<UUID, Seat> byId = new HashMap<>();
        seats.forEach(each -> byId.put(each.id(), each));
        List<Proposal> proposals = items.listProposals(item.id());
        List<Round> rounds = items.listRounds(item.id());
        Optional<UUID> facilitator = facilitator(item);
        Verdict verdict = Verdict.of(circle, item, proposals.size(), rounds, seats, facilitator, now);
        List<Round> about = Verdict.about(rounds, proposals.size());
        Set<UUID> silent = verdict == Verdict.SILENT
                ? Verdict.silent(item.ruleIn(circle), item, about, seats, facilitator)
                : Set.<UUID>of();
        Set<UUID> unheard = about.isEmpty() || verdict == Verdict.WAITING
                ? Set.<UUID>of()
                : Verdict.unheard(item, about, seats, facilitator);
        // How far people supported it stands until they have been asked about other words.
        List<Round> supported = rounds.stream()
                .filter(each -> each.kind() == Round.Kind.OBJECT && each.isOpen(now))
                .toList();
        int last = supported.isEmpty() ? 0 : supported.getLast().proposal();
        return new Sight(
                item,
                circle,
                seat(byId, item.owner()),
                proposals,
                item.isAdopted()
                        && proposals
                                .getLast()
                                .trialUntil()
                                .filter(day -> !LocalDate.now(clock).isBefore(day))
                                .isPresent(),
                items.listTouched(item.id()),
                rounds.stream()
                        .map(each -> shown(
                                each,
                                byId,
                                me,
                                notAsked(item, each, rounds, seats, facilitator, now),
                                Duration.ofHours(circle.hours()),
                                now))
                        .toList(),
                verdict,
                names(byId, silent),
                names(byId, unheard),
                Verdict.loops(rounds, now),
                Support.of(Round.said(Verdict.about(supported, last))),
                me,
                leads,
                me.filter(each -> facilitator.equals(Optional.of(each.id()))).isPresent());
    }

    /** Who of the circle was not asked in a round that goes on, has not spoken, and why not. */
    private Map<UUID, Sight.Why> notAsked(
            Item item, Round round, List<Round> rounds, List<Seat> seats, Optional<UUID> facilitator, Instant now) {
        Map<UUID, Sight.Why> why = new HashMap<>();
        if (round.isOpen(now) || !item.isGoing()) {
            return why;
        }
        Set<UUID> asked = new HashSet<>(circles.listAskedIn(round.id()).keySet());
        item.meeting()
                .flatMap(meetings::find)
                .filter(each -> each.step().isOn())
                .ifPresent(each -> asked.addAll(meetings.listPresent(each.id()).keySet()));
        asked.retainAll(round.expected());
        asked.addAll(round.answered());
        Set<UUID> heard = round.kind() == Round.Kind.OBJECT
                ? Verdict.heard(item, Verdict.about(rounds, round.proposal()))
                : Set.<UUID>of();
        LocalDate month = LocalDate.now(clock).withDayOfMonth(1);
        Map<UUID, Integer> minutes = circles.listAsked(item.circle(), month);
        seats.stream()
                .filter(each -> each.counts() && !each.id().equals(item.owner()))
                .filter(each -> !facilitator.equals(Optional.of(each.id())) && !asked.contains(each.id()))
                .forEach(each -> {
                    boolean left = minutes.getOrDefault(each.id(), 0) + Round.MINUTES <= each.minutes();
                    Sight.Why since = left ? Sight.Why.SINCE : Sight.Why.MINUTES;
                    Sight.Why unasked = round.until().isEmpty() ? Sight.Why.ROOM : since;
                    why.put(each.id(), heard.contains(each.id()) ? Sight.Why.HEARD : unasked);
                });
        return why;
    }

    private static Sight.Shown shown(
            Round round,
            Map<UUID, Seat> seats,
            Optional<Seat> me,
            Map<UUID, Sight.Why> notAsked,
            Duration time,
            Instant now) {
        boolean open = round.isOpen(now);
        Set<UUID> answered = round.answered();
        Set<UUID> silent = new HashSet<>(round.expected());
        silent.removeAll(answered);
        long come = round.expected().stream().filter(answered::contains).count();
        return new Sight.Shown(
                round.id(),
                round.kind(),
                round.proposal(),
                round.until(),
                !now.isBefore(round.until().orElse(round.openedAt().plus(time))),
                open,
                open ? round.ended() : Round.Ended.NOT,
                Disclosure.TAKING_PART.show((int) come),
                Disclosure.TAKING_PART.show(round.expected().size()),
                open
                        ? round.replies().stream()
                                .map(each -> said(seat(seats, each.seat()), each))
                                .toList()
                        : List.of(),
                open ? names(seats, silent) : List.of(),
                me.flatMap(seat -> round.of(seat.id())),
                !open
                        && me.filter(seat -> round.expected().contains(seat.id()) && !answered.contains(seat.id()))
                                .isPresent(),
                notAsked.entrySet().stream()
                        .filter(each -> each.getValue() != Sight.Why.HEARD)
                        .map(each ->
                                new Sight.NotAsked(seat(seats, each.getKey()).name(), each.getValue()))
                        .sorted(Comparator.comparing(Sight.NotAsked::name))
                        .toList(),
                me.map(Seat::id).flatMap(id -> Optional.ofNullable(notAsked.get(id))));
    }

    private static Sight.Said said(Seat seat, Reply reply) {
        return new Sight.Said(seat.name(), !seat.belongs(), withoutSupport(reply));
    }

    /** How far somebody supports it is told of all together, and never beside a name. */
    private static Reply withoutSupport(Reply reply) {
        return new Reply(
                reply.seat(),
                reply.stance(),
                reply.harm(),
                reply.words(),
                reply.resolves(),
                Optional.empty(),
                reply.language(),
                reply.answer());
    }

    private static List<String> names(Map<UUID, Seat> seats, Set<UUID> wanted) {
        return wanted.stream().map(each -> seat(seats, each).name()).sorted().toList();
    }

    private static Seat seat(Map<UUID, Seat> seats, UUID id) {
        return Optional.ofNullable(seats.get(id)).orElseThrow();
    }
}

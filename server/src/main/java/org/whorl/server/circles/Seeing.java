package org.whorl.server.circles;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
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
        boolean silence = verdict == Verdict.SILENT;
        Set<UUID> silent =
                silence ? Verdict.silent(circle, item, rounds.getLast(), seats, facilitator) : Set.<UUID>of();
        Optional<Round> objections = rounds.stream()
                .filter(each -> each.kind() == Round.Kind.OBJECT && each.isOpen(now))
                .reduce((_, last) -> last);
        return new Sight(
                item,
                circle,
                seat(byId, item.owner()),
                proposals,
                rounds.stream().map(each -> shown(each, byId, me, now)).toList(),
                verdict,
                names(byId, silent),
                Verdict.loops(rounds, now),
                Support.of(objections.map(Round::replies).orElse(List.of())),
                me,
                leads,
                me.filter(each -> facilitator.equals(Optional.of(each.id()))).isPresent());
    }

    private static Sight.Shown shown(Round round, Map<UUID, Seat> seats, Optional<Seat> me, Instant now) {
        boolean open = round.isOpen(now);
        Set<UUID> answered = round.answered();
        Set<UUID> silent = new java.util.HashSet<>(round.expected());
        silent.removeAll(answered);
        long come = round.expected().stream().filter(answered::contains).count();
        return new Sight.Shown(
                round.id(),
                round.kind(),
                round.proposal(),
                round.until(),
                open,
                Disclosure.TAKING_PART.show((int) come),
                Disclosure.TAKING_PART.show(round.expected().size()),
                open
                        ? round.replies().stream()
                                .map(each ->
                                        new Sight.Said(seat(seats, each.seat()).name(), withoutSupport(each)))
                                .toList()
                        : List.of(),
                open ? names(seats, silent) : List.of(),
                me.flatMap(seat -> round.of(seat.id())),
                !open
                        && me.filter(seat -> round.expected().contains(seat.id()) && !answered.contains(seat.id()))
                                .isPresent());
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

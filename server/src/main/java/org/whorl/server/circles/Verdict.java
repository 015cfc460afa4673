package org.whorl.server.circles;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Whether an item may be adopted as things stand, and if not, what is in the way. */
public enum Verdict {
    /** Nobody has been asked about these words of the proposal. */
    UNASKED,
    /** The round goes on. */
    WAITING,
    /** Somebody objects: the proposal is to take it up. */
    OBJECTED,
    /** Somebody objects, and it has been taken up twice already. */
    STUCK,
    /** Fewer than half of the circle were heard. */
    FEW,
    /** Silence is no consent here, and somebody is silent. */
    SILENT,
    /** Nobody who lives with it was heard, and nobody has said why that is right. */
    NO_LIVED,
    /** It is decided at a level above the circle's. */
    ABOVE,
    /** Nothing is in the way. */
    READY;

    /** After so many rounds with objections a circle is stuck. */
    static final int LOOPS = 2;

    /** As in message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Who would have to be heard: where silence is no consent, all who belong to the circle; where everybody must agree, all who
     * were asked.
     *
     * @return those who are silent, as far as it matters
     */
    static Set<UUID> silent(Circle circle, Item item, Round round, List<Seat> seats, Optional<UUID> facilitator) {
        Set<UUID> wanted = new HashSet<>();
        if (item.touches().needsEverybody()) {
            seats.stream().filter(each -> each.belongs() && each.here()).forEach(each -> wanted.add(each.id()));
        }
        if (item.touches().needsEverybody() || circle.rule() == Rule.CONSENSUS) {
            wanted.addAll(round.expected());
        }
        wanted.removeAll(round.answered());
        wanted.remove(item.owner());
        facilitator.ifPresent(wanted::remove);
        return wanted;
    }

    /** Who was heard: whoever replied, and whose item it is. */
    static Set<UUID> heard(Item item, Round round) {
        Set<UUID> heard = new HashSet<>(round.answered());
        heard.add(item.owner());
        return heard;
    }

    /** How often objections were taken up, or would have to be. */
    static int loops(List<Round> rounds, Instant now) {
        return Math.toIntExact(rounds.stream()
                .filter(each -> each.kind() == Round.Kind.OBJECT && each.isOpen(now))
                .filter(each -> !each.objections().isEmpty())
                .count());
    }

    /**
     * As things stand.
     *
     * @param proposal the number of the proposal's newest version
     * @param facilitator who leads the meeting, and so decides nothing
     */
    static Verdict of(
            Circle circle,
            Item item,
            int proposal,
            List<Round> rounds,
            List<Seat> seats,
            Optional<UUID> facilitator,
            Instant now) {
        Optional<Round> last = rounds.isEmpty() ? Optional.empty() : Optional.of(rounds.getLast());
        Optional<Round> asked = last.filter(each -> each.kind() == Round.Kind.OBJECT && each.proposal() == proposal);
        if (asked.isEmpty()) {
            return UNASKED;
        }
        Round round = asked.get();
        if (!round.isOpen(now)) {
            return WAITING;
        }
        if (!round.objections().isEmpty()) {
            return loops(rounds, now) >= LOOPS ? STUCK : OBJECTED;
        }
        if (!silent(circle, item, round, seats, facilitator).isEmpty()) {
            return SILENT;
        }
        Set<UUID> heard = heard(item, round);
        long belong = seats.stream()
                .filter(each -> each.belongs() && each.here() && !facilitator.equals(Optional.of(each.id())))
                .count();
        if (heard.size() < 2 || heard.size() * 2L < belong) {
            return FEW;
        }
        boolean lived = seats.stream().anyMatch(each -> each.lived() && heard.contains(each.id()));
        if (!lived && item.noLivedReason().isBlank()) {
            return NO_LIVED;
        }
        return item.level().isAbove(circle.level()) ? ABOVE : READY;
    }
}

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
    /** Fewer than half of those who belong to the circle were heard. */
    FEW,
    /** Silence is no consent here, and somebody is silent. */
    SILENT,
    /** Nobody of the circle who lives with it was heard, and nobody has said why that is right. */
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
     * The rounds on objections about that version of the proposal, the first first: whoever could not be heard in one may be heard
     * in the next, and what was said in all of them counts.
     *
     * @param proposal the number of the version
     */
    static List<Round> about(List<Round> rounds, int proposal) {
        return rounds.stream()
                .filter(each -> each.kind() == Round.Kind.OBJECT && each.proposal() == proposal)
                .toList();
    }

    /**
     * Who would have to be heard: where silence is no consent, all who belong to the circle; where everybody must agree, all who
     * were asked.
     *
     * @param about the rounds on objections about the proposal as it stands
     * @return those who are silent, as far as it matters
     */
    static Set<UUID> silent(Rule rule, Item item, List<Round> about, List<Seat> seats, Optional<UUID> facilitator) {
        Set<UUID> wanted = new HashSet<>();
        if (item.touches().needsEverybody()) {
            wanted.addAll(unheard(item, about, seats, facilitator));
        }
        if (item.touches().needsEverybody() || rule == Rule.CONSENSUS) {
            about.forEach(each -> wanted.addAll(each.expected()));
        }
        // Whoever has left since, or only looks on by now, cannot be heard any more.
        wanted.removeIf(
                id -> seats.stream().anyMatch(each -> each.id().equals(id) && !(each.here() && each.replies())));
        wanted.removeAll(heard(item, about));
        facilitator.ifPresent(wanted::remove);
        return wanted;
    }

    /** Who belongs to the circle, and has not been heard about the proposal as it stands. */
    static Set<UUID> unheard(Item item, List<Round> about, List<Seat> seats, Optional<UUID> facilitator) {
        Set<UUID> unheard = new HashSet<>();
        seats.stream().filter(Seat::counts).forEach(each -> unheard.add(each.id()));
        unheard.removeAll(heard(item, about));
        facilitator.ifPresent(unheard::remove);
        return unheard;
    }

    /** Who was heard: whoever replied, and whose item it is. */
    static Set<UUID> heard(Item item, List<Round> about) {
        Set<UUID> heard = new HashSet<>();
        about.forEach(each -> heard.addAll(each.answered()));
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
        List<Round> about = about(rounds, proposal);
        if (!silent(item.ruleIn(circle), item, about, seats, facilitator).isEmpty()) {
            return SILENT;
        }
        Set<UUID> heard = heard(item, about);
        List<Seat> belong = seats.stream()
                .filter(each -> each.counts() && !facilitator.equals(Optional.of(each.id())))
                .toList();
        // A guest speaks, and may object; that the circle was heard is said of the circle.
        List<Seat> voices =
                belong.stream().filter(each -> heard.contains(each.id())).toList();
        if (voices.size() < 2 || voices.size() * 2 < belong.size()) {
            return FEW;
        }
        boolean lived = voices.stream().anyMatch(Seat::lived);
        if (!lived && item.noLivedReason().isBlank()) {
            return NO_LIVED;
        }
        return item.level().isAbove(circle.level()) ? ABOVE : READY;
    }
}

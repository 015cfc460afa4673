package org.whorl.server.circles;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.trust.Disclosure;

/**
 * What somebody may see of an item at this moment. It holds nothing that was said in a round that is not open, but what whoever
 * looks said themselves: no page, screen, file or program can show what is not in it.
 *
 * @param item the item
 * @param circle in which circle
 * @param owner whose it is
 * @param proposals the versions of the proposal, the first first
 * @param rounds the rounds, the first first
 * @param verdict may it be adopted?
 * @param silent whose silence is in the way
 * @param loops how often there were objections
 * @param support how far people support it
 * @param me as whom the viewer is heard, if they are
 * @param leads does the viewer lead it on its way?
 * @param leadsMeeting do they lead the meeting, and so are not heard in it?
 */
public record Sight(
        Item item,
        Circle circle,
        Seat owner,
        List<Proposal> proposals,
        List<Shown> rounds,
        Verdict verdict,
        List<String> silent,
        int loops,
        Support support,
        Optional<Seat> me,
        boolean leads,
        boolean leadsMeeting) {

    /** Keeps copies. */
    public Sight {
        proposals = List.copyOf(proposals);
        rounds = List.copyOf(rounds);
        silent = List.copyOf(silent);
    }

    /**
     * A round as it may be seen.
     *
     * @param id which one
     * @param kind what is asked
     * @param proposal about which version of the proposal
     * @param until when it ends by itself
     * @param open is it open?
     * @param answered how many have replied
     * @param expected how many were asked
     * @param said what was said; nothing before it is open
     * @param silent who has not replied; nobody before it is open
     * @param mine what the viewer said
     * @param asksMe does it wait for the viewer?
     */
    public record Shown(
            UUID id,
            Round.Kind kind,
            int proposal,
            Optional<Instant> until,
            boolean open,
            Disclosure.Shown answered,
            Disclosure.Shown expected,
            List<Said> said,
            List<String> silent,
            Optional<Reply> mine,
            boolean asksMe) {

        /** Keeps copies. */
        public Shown {
            said = List.copyOf(said);
            silent = List.copyOf(silent);
        }
    }

    /**
     * What somebody said.
     *
     * @param name who
     * @param reply what
     */
    public record Said(String name, Reply reply) {}

    /** The newest version of the proposal. */
    public Optional<Proposal> proposal() {
        return proposals.isEmpty() ? Optional.empty() : Optional.of(proposals.getLast());
    }

    /** The round that goes on. */
    public Optional<Shown> going() {
        return rounds.isEmpty() || rounds.getLast().open() || !item.isGoing()
                ? Optional.empty()
                : Optional.of(rounds.getLast());
    }

    /** Has nobody been asked anything yet? */
    public boolean isDraft() {
        return rounds.isEmpty() && item.isGoing();
    }

    /** What may be asked next: questions, then what people think, then objections, and these again. */
    public Optional<Round.Kind> next() {
        if (!item.isGoing() || going().isPresent() || item.words().purpose() == Item.Purpose.INFORM) {
            return Optional.empty();
        }
        if (rounds.isEmpty()) {
            return Optional.of(Round.Kind.CLARIFY);
        }
        if (rounds.getLast().kind() == Round.Kind.CLARIFY) {
            return Optional.of(Round.Kind.REACT);
        }
        if (item.words().purpose() == Item.Purpose.ADVISE) {
            return Optional.empty();
        }
        return switch (verdict) {
            case UNASKED, FEW, SILENT -> Optional.of(Round.Kind.OBJECT);
            case WAITING, OBJECTED, STUCK, NO_LIVED, ABOVE, READY -> Optional.empty();
        };
    }

    /** Is all said that must be before people are asked? */
    public boolean isWhole() {
        return proposal().isPresent()
                && !item.words().wanted().isBlank()
                && !item.words().reason().isBlank()
                && !item.words().affected().isBlank();
    }

    /** May the proposal be changed now? Not while people reply to it. */
    public boolean adjusts() {
        return item.isGoing() && going().isEmpty() && !rounds.isEmpty() && !leadsMeeting;
    }

    /** Which of the six steps it has got to. */
    public int step() {
        if (!item.isGoing()) {
            return 6;
        }
        if (rounds.isEmpty()) {
            return isWhole() ? 2 : 1;
        }
        return switch (rounds.getLast().kind()) {
            case CLARIFY -> 3;
            case REACT -> rounds.getLast().open() ? 5 : 4;
            case OBJECT -> verdict == Verdict.OBJECTED || verdict == Verdict.UNASKED ? 5 : 6;
        };
    }

    /** How one version of the proposal became the next. */
    public Difference difference(int number) {
        return Difference.of(
                proposals.get(number - 2).words(), proposals.get(number - 1).words());
    }

    /** The round in which somebody may reply now. */
    public Optional<Shown> asksMe() {
        return going().filter(_ -> me.filter(Seat::here).isPresent() && !leadsMeeting);
    }
}

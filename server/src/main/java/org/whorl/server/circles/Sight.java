package org.whorl.server.circles;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.trust.Disclosure;
import org.whorl.server.trust.Viewer;

/**
 * What somebody may see of an item at this moment. It holds nothing that was said in a round that is not open, but what whoever
 * looks said themselves: no page, screen, file or program can show what is not in it.
 *
 * @param item the item
 * @param circle in which circle
 * @param owner whose it is
 * @param proposals the versions of the proposal, the first first
 * @param trialOver was it adopted as a trial that has come to its last day?
 * @param touched what was said later of what it touches, the first first
 * @param rounds the rounds, the first first
 * @param verdict may it be adopted?
 * @param silent whose silence is in the way
 * @param unheard who of the circle has not been heard about the proposal as it stands
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
        boolean trialOver,
        List<Touched> touched,
        List<Shown> rounds,
        Verdict verdict,
        List<String> silent,
        List<String> unheard,
        int loops,
        Support support,
        Optional<Seat> me,
        boolean leads,
        boolean leadsMeeting) {

    /** Keeps copies. */
    public Sight {
        proposals = List.copyOf(proposals);
        touched = List.copyOf(touched);
        rounds = List.copyOf(rounds);
        silent = List.copyOf(silent);
        unheard = List.copyOf(unheard);
    }

    /**
     * That somebody said what it touches.
     *
     * @param what one of the four
     * @param off that it touches it no longer?
     * @param by who said so; blank where it is not known any more
     * @param at when
     */
    public record Touched(String what, boolean off, String by, Instant at) {}

    /** Why somebody was not asked. */
    public enum Why {
        /** They are not in the room in which the round is held. */
        ROOM,
        /** Of the minutes they offered this month too few are left. */
        MINUTES,
        /** They have been heard about the proposal as it stands, and the round is for those who have not. */
        HEARD,
        /** They came into the circle after the round began, or have offered more minutes since. */
        SINCE;

        /** As in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Somebody of the circle who was not asked in a round that goes on. They may speak all the same.
     *
     * @param name who
     * @param why why not
     */
    public record NotAsked(String name, Why why) {}

    /**
     * A round as it may be seen.
     *
     * @param id which one
     * @param kind what is asked
     * @param proposal about which version of the proposal
     * @param until when it ends by itself
     * @param due is its time over? Of one that does not end by itself: has it gone on for as long as others of its circle do?
     * @param open is it open?
     * @param ended why somebody ended it before all were in
     * @param answered how many have replied
     * @param expected how many were asked
     * @param said what was said; nothing before it is open
     * @param silent who has not replied; nobody before it is open
     * @param mine what the viewer said
     * @param asksMe does it wait for the viewer?
     * @param notAsked who was not asked, and why; nobody once it is open
     * @param why why the viewer was not asked; empty if they were, or once it is open
     */
    public record Shown(
            UUID id,
            Round.Kind kind,
            int proposal,
            Optional<Instant> until,
            boolean due,
            boolean open,
            Round.Ended ended,
            Disclosure.Shown answered,
            Disclosure.Shown expected,
            List<Said> said,
            List<String> silent,
            Optional<Reply> mine,
            boolean asksMe,
            List<NotAsked> notAsked,
            Optional<Why> why) {

        /** Keeps copies. */
        public Shown {
            said = List.copyOf(said);
            silent = List.copyOf(silent);
            notAsked = List.copyOf(notAsked);
        }

        /** Who was not asked for that reason. */
        public List<String> notAsked(Why reason) {
            return notAsked.stream()
                    .filter(each -> each.why() == reason)
                    .map(NotAsked::name)
                    .toList();
        }
    }

    /**
     * What somebody said.
     *
     * @param name who
     * @param guest do they visit one meeting, rather than belong to the circle?
     * @param reply what
     */
    public record Said(String name, boolean guest, Reply reply) {}

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
            // The voice that is missing may be among those who have not been heard.
            case NO_LIVED -> unheard.isEmpty() ? Optional.empty() : Optional.of(Round.Kind.OBJECT);
            case WAITING, OBJECTED, STUCK, ABOVE, READY -> Optional.empty();
        };
    }

    /** May those who have not been heard be heard, without asking everybody anew? */
    public boolean mayHearRest() {
        return next().equals(Optional.of(Round.Kind.OBJECT)) && verdict != Verdict.UNASKED && !unheard.isEmpty();
    }

    /** May the viewer say that it touches something? Everybody in the circle may, until it is decided: it only makes it stricter. */
    public boolean touchesMore() {
        return item.isGoing()
                && item.decides()
                && (leads || me.filter(Seat::counts).isPresent())
                && item.touches().byName().containsValue(false);
    }

    /** Is it to be said before the first round what it touches? On an agenda made on the spot nobody was asked. */
    public boolean asksTouches() {
        return isDraft()
                && item.decides()
                && item.meeting().isPresent()
                && item.touches().isNothing();
    }

    /** The rule it is decided by. */
    public Rule rule() {
        return item.ruleIn(circle);
    }

    /**
     * May the viewer end the round that goes on? Not of their own item while others still have time: what is adopted with half of
     * them heard would be adopted before the day that stood in their letters.
     */
    public boolean endsRound() {
        return leads && going().filter(each -> !isMine() || each.due()).isPresent();
    }

    /** May the viewer say why no voice is needed that lives with it? Whoever wants it adopted may not. */
    public boolean excuses() {
        return leads && !isMine() && verdict == Verdict.NO_LIVED;
    }

    /** Is the item the viewer's own? */
    public boolean isMine() {
        return me.filter(each -> each.id().equals(item.owner())).isPresent();
    }

    /**
     * May the viewer say what is proposed? Whose item it is; for an owner who does not sign in, or is not there any more, whoever
     * looks after it writes it down.
     */
    public boolean proposes() {
        return isMine() || (leads && (owner.member().isEmpty() || !owner.here()));
    }

    /** Can that circle go on with it: another one, which decides at a level at least as high? */
    public boolean isWider(Circle other) {
        return !other.id().equals(circle.id())
                && !item.level().isAbove(other.level())
                && other.level().compareTo(circle.level()) >= 0;
    }

    /** May the viewer say that what was adopted is done? */
    public boolean saysDone() {
        Optional<UUID> viewer = Viewer.current().member();
        return item.isAdopted()
                && (leads
                        || isMine()
                        || item.end()
                                .flatMap(Item.End::doer)
                                .filter(each -> viewer.equals(Optional.of(each.member())))
                                .isPresent());
    }

    /** What was last said by each about the proposal as it stands, whether somebody objects, in rounds that are open. */
    public List<Said> lastSaid() {
        Map<UUID, Said> said = new LinkedHashMap<>();
        rounds.stream()
                .filter(each -> each.kind() == Round.Kind.OBJECT && each.proposal() == proposals.size() && each.open())
                .forEach(round ->
                        round.said().forEach(each -> said.put(each.reply().seat(), each)));
        return List.copyOf(said.values());
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
        return going().filter(_ ->
                me.filter(each -> each.here() && each.replies()).isPresent() && !isMine() && !leadsMeeting);
    }
}

package org.whorl.server.gatherings;

import java.util.List;
import java.util.Optional;
import org.whorl.server.trust.Disclosure;

/**
 * What a screen of a gathering may show at this moment.
 *
 * @param gathering how it stands
 * @param left seconds until the step's time, or the break's, is over
 * @param now the moment as the server's clock has it, in milliseconds; phones' clocks differ
 * @param here how many are in
 * @param finished how many of them have finished this step
 * @param cards the ideas that may be seen
 * @param words how people say they are, each word once and without names
 * @param told may the dots be told?
 * @param own what is this phone's alone; none on the wall and for whoever leads
 */
public record Sight(
        Gathering gathering,
        int left,
        long now,
        Disclosure.Shown here,
        Disclosure.Shown finished,
        List<Card> cards,
        List<String> words,
        boolean told,
        Optional<Own> own) {

    /** Keeps copies. */
    public Sight {
        cards = List.copyOf(cards);
        words = List.copyOf(words);
    }

    /**
     * What is one phone's alone.
     *
     * @param seat its number
     * @param name what its owner wants to be called
     * @param team whom they work with in this step, by number and name
     * @param mine what was written on it in this step
     * @param finished has it finished this step?
     * @param word how its owner says they are
     * @param dots how many dots it may still give
     */
    public record Own(
            int seat, String name, List<String> team, List<Card> mine, boolean finished, String word, int dots) {

        /** Keeps copies. */
        public Own {
            team = List.copyOf(team);
            mine = List.copyOf(mine);
        }
    }

    /** Is nobody in yet? */
    public boolean isEmpty() {
        return here.equals(new Disclosure.Shown.Count(0));
    }

    /** Are those who should now sit in fours fewer than four? */
    public boolean isFewerThanFour() {
        return step().filter(each -> each.doing() == Step.Doing.FOUR).isPresent()
                && here instanceof Disclosure.Shown.Count(int value)
                && value < 4;
    }

    /** The step that goes on. */
    public Optional<Step> step() {
        return gathering.step();
    }

    /** Is the round of this step open to all? */
    public boolean isOpen() {
        return gathering.isOpen(gathering.at());
    }

    /** Minutes and seconds, as a clock shows them. */
    public String clock() {
        return "%d:%02d".formatted(left / 60, left % 60);
    }
}

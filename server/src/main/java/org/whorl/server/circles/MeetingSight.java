package org.whorl.server.circles;

import java.util.List;
import java.util.Optional;
import org.whorl.server.trust.Disclosure;

/**
 * What a screen of a meeting may show at this moment.
 *
 * @param meeting how it stands
 * @param circle whose meeting it is
 * @param facilitator who leads it; blank for nobody yet
 * @param here who is there, by name
 * @param count how many are
 * @param notAsked who belongs to the circle and was not asked to come, because they have given the minutes they offered
 * @param items the agenda, in the order in which it was made
 * @param item the item that is spoken of, as far as it may be seen
 * @param words how people say they are, each word once and without names; none of fewer than five
 * @param before the meeting before it, if its report is still to be accepted
 * @param left seconds until the clock has run out
 * @param now the moment as the server's clock has it, in milliseconds; phones' clocks differ
 * @param rests does everybody rest?
 * @param me as whom the viewer is heard, if they are
 * @param present are they there?
 * @param word how they said they are
 * @param leads may they lead it?
 */
public record MeetingSight(
        Meeting meeting,
        Circle circle,
        String facilitator,
        List<Seat> here,
        Disclosure.Shown count,
        List<String> notAsked,
        List<Item> items,
        Optional<Sight> item,
        List<String> words,
        Optional<Meeting> before,
        int left,
        long now,
        boolean rests,
        Optional<Seat> me,
        boolean present,
        String word,
        boolean leads) {

    /** Keeps copies. */
    public MeetingSight {
        here = List.copyOf(here);
        notAsked = List.copyOf(notAsked);
        items = List.copyOf(items);
        words = List.copyOf(words);
    }

    /** Minutes and seconds, as a clock shows them. */
    public String clock() {
        return "%d:%02d".formatted(left / 60, left % 60);
    }

    /** Does a clock run? */
    public boolean runs() {
        return rests
                || (meeting.step() == Meeting.Step.ITEMS && meeting.endsAt().isPresent());
    }

    /** The minutes all items take. */
    public int minutes() {
        return items.stream().mapToInt(each -> each.words().minutes()).sum();
    }

    /** Is a word on how one is asked for now? */
    public boolean feels() {
        return meeting.step() == Meeting.Step.CHECK_IN || meeting.step() == Meeting.Step.CHECK_OUT;
    }
}

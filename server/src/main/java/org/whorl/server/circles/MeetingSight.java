package org.whorl.server.circles;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.trust.Disclosure;

/**
 * What a screen of a meeting may show at this moment.
 *
 * @param meeting how it stands
 * @param circle whose meeting it is
 * @param facilitator who leads it; blank for nobody yet
 * @param here who is there, by name
 * @param count how many are
 * @param notAsked who belongs to the circle and is not asked to come, and why
 * @param names what everybody is called who ever was heard in the circle
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
        List<NotAsked> notAsked,
        Map<UUID, String> names,
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
        names = Map.copyOf(names);
        items = List.copyOf(items);
        words = List.copyOf(words);
    }

    /**
     * Somebody who is not asked to come. They may come all the same.
     *
     * @param name who
     * @param left how many of the minutes they offered this month are left
     * @param offered how many they offered
     * @param tooFew are those too few for it? If not, they came in, or offered more, since it was planned
     */
    public record NotAsked(String name, int left, int offered, boolean tooFew) {}

    /** Who is not asked because too few of their minutes are left, or for the other reason. */
    public List<NotAsked> notAsked(boolean tooFew) {
        return notAsked.stream().filter(each -> each.tooFew() == tooFew).toList();
    }

    /** What the owner of an item is called. */
    public String owner(Item asked) {
        return names.getOrDefault(asked.owner(), "");
    }

    /** Who is there of the circle, or of its guests. */
    public List<Seat> here(boolean guests) {
        return here.stream().filter(each -> each.belongs() != guests).toList();
    }

    /** Is it a step at which the agenda is on the screens? */
    public boolean showsAgenda() {
        return switch (meeting.step()) {
            case AGENDA, ITEMS -> true;
            case PLANNED, CHECK_IN, REPORT, NOTICES -> !items.isEmpty();
            case CHECK_OUT, ENDED, CANCELLED -> false;
        };
    }

    /** Is that the item that is spoken of? */
    public boolean speaksOf(Item asked) {
        return meeting.step() == Meeting.Step.ITEMS && meeting.item().equals(Optional.of(asked.id()));
    }

    /** May the viewer say who leads? Before the first item; and where nobody leads, anybody of the circle. */
    public boolean choosesLead() {
        boolean open = meeting.step() == Meeting.Step.PLANNED || meeting.step().isOn();
        return meeting.facilitator().isEmpty()
                ? open && (leads || me.filter(Seat::counts).isPresent())
                : meeting.step().isBeforeItems() && leads;
    }

    /** May the viewer move it to another day? Whoever is heard in the circle, and whoever looks after circles. */
    public boolean moves() {
        return leads || me.filter(Seat::counts).isPresent();
    }

    /** Can the person at this phone put an item on the agenda now? Whoever is of the circle, and does not lead. */
    public boolean raises() {
        return meeting.step() == Meeting.Step.AGENDA
                && me.filter(each -> each.counts() && !meeting.facilitator().equals(Optional.of(each.id())))
                        .isPresent();
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

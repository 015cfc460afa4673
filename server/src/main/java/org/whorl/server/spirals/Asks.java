package org.whorl.server.spirals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Viewer;

/** The door to asks. */
@Door
public class Asks {

    private final AskStore store;
    private final Clock clock;

    Asks(AskStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What is open, the longest open first. Whom an ask is for, only those in the partnership see. */
    @Needs(Action.LOOK)
    public List<Ask> listOpen(UUID spiral) {
        boolean inside = Viewer.current().may(Action.SEE_PEOPLE);
        return store.listOpen(spiral).stream()
                .filter(ask -> inside || ask.askedOf().isEmpty())
                .toList();
    }

    /** What came of asking. */
    public sealed interface Asked {
        /** It is asked. */
        record Yes() implements Asked {}

        /** They have been asked enough this month. */
        record TooMuch(int minutesAlready) implements Asked {}
    }

    /**
     * Asks for something.
     *
     * @throws IllegalArgumentException if it is blank or says no time
     */
    @Needs(Action.ASK)
    public Asked ask(
            UUID spiral,
            Ask.Kind kind,
            String what,
            int minutes,
            Optional<UUID> askedOf,
            Optional<LocalDate> wantedBy) {
        if (what.strip().length() < Ask.SHORTEST || minutes < 1 || minutes > Ask.LONGEST_MINUTES) {
            throw new IllegalArgumentException("an ask says what, and how long it takes");
        }
        Viewer viewer = Viewer.current();
        UUID id = UUID.randomUUID();
        int already = askedOf.map(this::minutesThisMonth).orElse(0);
        if (askedOf.isPresent() && already + minutes > Ask.MINUTES_A_MONTH) {
            Note.about("ask", id, "not asked: too much for one person this month");
            return new Asked.TooMuch(already);
        }
        Ask ask = new Ask(id, spiral, kind, what.strip(), minutes, askedOf, "", LocalDate.now(clock), wantedBy);
        store.add(viewer.partnership().orElseThrow(), ask, viewer.member());
        Note.about("ask", id, "");
        return new Asked.Yes();
    }

    /** Says yes or no to an ask. */
    @Needs(Action.ANSWER_ASK)
    public boolean answer(UUID id, boolean yes, String words) {
        Note.about("ask", id, yes ? "yes" : "no");
        return store.answer(id, Viewer.current().member(), yes, words);
    }

    /** The minutes the viewer has been asked for this month. */
    @Needs(Action.LOOK)
    public int minutesAskedOfMe() {
        return Viewer.current().member().map(this::minutesThisMonth).orElse(0);
    }

    private int minutesThisMonth(UUID member) {
        LocalDate first = LocalDate.now(clock).withDayOfMonth(1);
        return store.minutes(member, first, first.plusMonths(1));
    }
}

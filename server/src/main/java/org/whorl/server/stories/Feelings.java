package org.whorl.server.stories;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Viewer;

/** The door to how it felt to take part. Who answered is not kept, nor what they told, nor the day. */
@Door
public class Feelings {

    private static final int MONTHS = 12;

    private final FeltStore store;
    private final Clock clock;

    Feelings(FeltStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Says how it felt. The record says that somebody did, and not which answer is theirs. */
    @Needs(Action.SAY_FELT)
    public void say(Felt felt) {
        LocalDate month = LocalDate.now(clock).withDayOfMonth(1);
        Note.about("felt", felt.after().key(), "");
        store.add(Viewer.current().partnership().orElseThrow(), felt, month);
    }

    /** How it felt over the last twelve months, question by question, from ten answers on. */
    @Needs(Action.LOOK)
    public List<Rating> list(Felt.After after) {
        List<Felt> all = store.list(LocalDate.now(clock).withDayOfMonth(1).minusMonths(MONTHS - 1)).stream()
                .filter(each -> each.after() == after)
                .toList();
        return Felt.QUESTIONS.stream()
                .map(question -> Rating.of(
                        question,
                        all.stream()
                                .flatMap(each ->
                                        Optional.ofNullable(each.answers().get(question)).stream())
                                .toList()))
                .toList();
    }
}

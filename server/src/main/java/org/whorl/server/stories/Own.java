package org.whorl.server.stories;

import java.time.LocalDate;
import java.util.List;

/**
 * What a teller sees of what they told.
 *
 * @param told what they told, and how far it has got
 * @param where where they told it
 * @param uses what came of it
 * @param answers what people wrote to them
 * @param answered has a person answered them, in whatever way?
 * @param promises what they were promised
 * @param quotes sentences drawn from it, for which they are asked
 * @param today the day on which they look
 * @param late has nobody, and the time for it is over?
 */
public record Own(
        Contribution told,
        Where where,
        List<Use> uses,
        List<Answer> answers,
        List<Promise> promises,
        List<Quoted> quotes,
        LocalDate today,
        boolean answered,
        boolean late) {

    /** Keeps copies. */
    public Own {
        uses = List.copyOf(uses);
        answers = List.copyOf(answers);
        promises = List.copyOf(promises);
        quotes = List.copyOf(quotes);
    }

    /** The last day on which a person answers them. */
    public LocalDate answerBy() {
        return Awaited.due(told.toldAt());
    }
}

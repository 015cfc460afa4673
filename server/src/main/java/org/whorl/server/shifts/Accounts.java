package org.whorl.server.shifts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.ledger.Pence;
import org.whorl.engine.ledger.Statement;
import org.whorl.files.report.Excerpt;
import org.whorl.server.design.Screen;

/**
 * A shift's own books: what the partners' agreements do, who could pay whom so that nobody is worse off, and how far left it
 * moves resource.
 *
 * @param agreements what each partner pays, or below 0 gets, by each agreement; none where nothing is agreed
 * @param entries how many payments are in the books
 * @param sum what all accounts of the books come to together
 * @param settlements payments by three rules, those of the shift counted first
 * @param left how far left resource lies; empty where the partners have placed no service
 */
public record Accounts(
        List<Excerpt.Count> agreements,
        int entries,
        Pence sum,
        List<Settlement> settlements,
        Optional<LeftShown> left) {

    /** Keeps copies. */
    public Accounts {
        agreements = List.copyOf(agreements);
        settlements = List.copyOf(settlements);
    }

    /** Of a shift by formulas; empty where it moves nothing that holds together. */
    static Optional<Accounts> of(Effect effect, Screen s) {
        if (!effect.shown().scenario().equals(Shift.SCENARIO)) {
            return Optional.empty();
        }
        Answer answer = effect.shown().answer();
        Statement statement = Statement.of(
                answer,
                Shift.SCENARIO,
                Effect.payments(effect.shift(), effect.shown().ready().model()));
        return Optional.of(new Accounts(
                agreements(effect.shown().excerpt(), answer, s),
                statement.after().entries().size(),
                Pence.sum(statement.after().balances().values()),
                Settlement.all(statement),
                LeftShown.of(answer, s)));
    }

    private static List<Excerpt.Count> agreements(Excerpt excerpt, Answer answer, Screen s) {
        List<Excerpt.Count> lines = new ArrayList<>();
        for (Subject subject : answer.base().figures().estimates().keySet()) {
            Excerpt.Count count = excerpt.figure(subject, Field.CASH, Shift.SCENARIO);
            if (subject.group() == Subject.Group.AGREEMENTS) {
                lines.add(count);
            } else if (subject.group() == Subject.Group.BILLS) {
                // Who pays for a service in a pool is what the pool does.
                answer.model().agreements().pools().stream()
                        .filter(pool -> pool.services().contains(subject.about()))
                        .forEach(pool ->
                                lines.add(named(pool.name().in(s.language().code()), count)));
            }
        }
        return lines;
    }

    private static Excerpt.Count named(String name, Excerpt.Count count) {
        return new Excerpt.Count(
                name + ": " + count.name(),
                count.now(),
                count.then(),
                count.change(),
                count.changeRange(),
                count.direction());
    }

    /** The least that changes hands. */
    public Settlement smallest() {
        return settlements.getFirst();
    }
}

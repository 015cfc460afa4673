package org.whorl.engine.allocation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.whorl.engine.allocation.Marginal.Worth;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Subject;

/**
 * The five questions of programme budgeting and marginal analysis (method 2.3), answered with the model's own numbers, for
 * an advisory panel to weigh with all that is in no model.
 *
 * @param resources 1: what there is to spend, by partner
 * @param spending 2: what it is spent on, by service, the most first
 * @param more 3: where more would do most good, best first
 * @param less 4: where less would do least harm, best first
 * @param shifts 5: from the second list to the first, each with what it would come to
 */
public record FiveQuestions(
        SequencedMap<String, Estimate> resources,
        SequencedMap<String, Double> spending,
        List<Worth> more,
        List<Worth> less,
        List<Shift> shifts) {

    /**
     * The same money taken from one service and put into another.
     *
     * @param from where less would be done
     * @param to where more would be
     * @param people people fewer in the count, in all; below 0 more
     */
    public record Shift(String from, String to, Estimate people) {}

    public FiveQuestions {
        resources = new LinkedHashMap<>(resources);
        spending = new LinkedHashMap<>(spending);
        more = List.copyOf(more);
        less = List.copyOf(less);
        shifts = List.copyOf(shifts);
    }

    /**
     * Puts the questions to an answer.
     *
     * @param answer to the model with the changes of {@link Marginal#steps}
     * @param worth what the steps do, best first
     * @param most how many candidates each list holds at most
     */
    public static FiveQuestions of(Answer answer, List<Worth> worth, int most) {
        Figures base = answer.base().figures();
        SequencedMap<String, Estimate> resources = new LinkedHashMap<>();
        answer.model()
                .partners()
                .forEach(partner -> resources.put(partner.id(), base.get(Subject.partner(partner.id()), Field.CASH)));
        List<Worth> more =
                worth.stream().filter(w -> w.per().mean() > 0).limit(most).toList();
        List<Worth> less = worth.stream()
                .sorted(Comparator.comparingDouble(w -> w.per().mean()))
                .limit(most)
                .toList();
        List<Shift> shifts = new ArrayList<>();
        for (Worth to : more) {
            for (Worth from : less) {
                if (from.per().mean() < to.per().mean()) {
                    shifts.add(new Shift(from.step().service(), to.step().service(), minus(to.per(), from.per())));
                }
            }
        }
        shifts.sort(Comparator.comparingDouble((Shift shift) -> shift.people().mean())
                .reversed());
        return new FiveQuestions(
                resources,
                spending(base),
                more,
                less,
                shifts.stream().limit(most).toList());
    }

    /** What each service costs, whoever pays, the dearest first. */
    static SequencedMap<String, Double> spending(Figures figures) {
        SequencedMap<String, Double> byService = new LinkedHashMap<>();
        figures.estimates().forEach((subject, fields) -> {
            if (subject.group() == Subject.Group.BILLS) {
                Optional.ofNullable(fields.get(Field.CASH))
                        .ifPresent(cash -> byService.merge(subject.about(), cash.mean(), Double::sum));
            }
        });
        SequencedMap<String, Double> sorted = new LinkedHashMap<>();
        byService.entrySet().stream()
                .sorted(java.util.Map.Entry.<String, Double>comparingByValue().reversed())
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    /** As wide as both ends together allow. */
    private static Estimate minus(Estimate one, Estimate other) {
        return new Estimate(
                one.mean() - other.mean(), one.low() - other.high(), one.high() - other.low(), one.level(), one.kind());
    }
}

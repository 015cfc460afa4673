package org.whorl.server.shifts;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.whorl.draw.Reading;
import org.whorl.draw.Unit;
import org.whorl.draw.Words;
import org.whorl.engine.allocation.FiveQuestions;
import org.whorl.engine.allocation.Marginal;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Scenario;
import org.whorl.files.report.Excerpt;
import org.whorl.server.models.Pictures;
import org.whorl.server.models.Ready;

/** Puts the five questions to a version of a model, by formulas. */
@Component
class Panels {

    /** Candidates in each list: as many as a panel can talk about, and few enough to learn how sure each is. */
    private static final int MOST = 4;

    private final Pictures pictures;

    Panels(Pictures pictures) {
        this.pictures = pictures;
    }

    /**
     * The answers; none where nothing in the model can be moved for money.
     *
     * @param measure whose count should fall
     * @param pounds the sum that is moved, above 0
     * @param sure with how far not knowing the numbers could move each candidate
     */
    Optional<Panel> ask(Ready ready, Measure measure, double pounds, boolean sure, Words words) {
        List<Marginal.Step> steps = Marginal.steps(ready.model(), pounds);
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        FiveQuestions questions = questions(ready, steps, measure, pounds, false);
        if (sure) {
            // Only candidates are asked again: every service takes its part of a second.
            Set<Marginal.Step> candidates = new LinkedHashSet<>();
            questions.more().forEach(worth -> candidates.add(worth.step()));
            questions.less().forEach(worth -> candidates.add(worth.step()));
            questions = questions(ready, List.copyOf(candidates), measure, pounds, true);
        }
        return Optional.of(new Speaker(ready.model(), words).panel(questions, measure, pounds));
    }

    private FiveQuestions questions(
            Ready ready, List<Marginal.Step> steps, Measure measure, double pounds, boolean sure) {
        List<Scenario> changes = steps.stream()
                .flatMap(step -> Stream.of(step.more(), step.less()))
                .toList();
        Answer answer = pictures.answer(ready, changes, sure);
        return FiveQuestions.of(answer, Marginal.worth(steps, answer, measure.id(), pounds), MOST);
    }

    /** Says the answers in a language. */
    private record Speaker(Model model, Words words) {

        Panel panel(FiveQuestions questions, Measure measure, double pounds) {
            return new Panel(
                    words.money(pounds),
                    measure.name().in(words.code()),
                    questions.resources().entrySet().stream()
                            .map(e -> new Panel.Sum(
                                    model.findPartner(e.getKey())
                                            .orElseThrow()
                                            .name()
                                            .in(words.code()),
                                    words.value(Unit.POUNDS, Excerpt.reading(e.getValue(), 1))))
                            .toList(),
                    questions.spending().entrySet().stream()
                            .map(e -> new Panel.Sum(service(e.getKey()), words.money(e.getValue())))
                            .toList(),
                    questions.more().stream()
                            .map(w -> new Panel.Candidate(
                                    "",
                                    service(w.step().service()),
                                    words.number(w.step().places()),
                                    people(w.per(), -1),
                                    direction(w.per(), -1),
                                    moves(w, 1, 0)))
                            .toList(),
                    questions.less().stream()
                            .map(w -> new Panel.Candidate(
                                    service(w.step().service()),
                                    "",
                                    words.number(w.step().places()),
                                    people(w.per(), 1),
                                    direction(w.per(), 1),
                                    moves(w, -1, 0)))
                            .toList(),
                    questions.shifts().stream()
                            .map(shift -> shift(shift, questions))
                            .toList(),
                    Marginal.withoutPrice(model).stream().map(this::service).toList());
        }

        private Panel.Candidate shift(FiveQuestions.Shift shift, FiveQuestions questions) {
            Marginal.Worth from = worth(questions.less(), shift.from());
            Marginal.Worth to = worth(questions.more(), shift.to());
            Map<String, String> moves = new LinkedHashMap<>(moves(from, -1, 0));
            moves.putAll(moves(to, 1, 1));
            return new Panel.Candidate(
                    service(shift.from()),
                    service(shift.to()),
                    words.number(to.step().places()),
                    people(shift.people(), -1),
                    direction(shift.people(), -1),
                    moves);
        }

        private static Marginal.Worth worth(List<Marginal.Worth> all, String service) {
            return all.stream()
                    .filter(w -> w.step().service().equals(service))
                    .findFirst()
                    .orElseThrow();
        }

        private Map<String, String> moves(Marginal.Worth worth, int sign, int row) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("service" + row, worth.step().service());
            fields.put(
                    "places" + row,
                    String.valueOf(Math.round(sign * worth.step().places())));
            fields.put("from" + row, model.time().start().toString());
            return fields;
        }

        private String service(String id) {
            return model.findService(id).orElseThrow().name().in(words.code());
        }

        /** People more or fewer in the count, without a sign where the word beside it says which. */
        private String people(Estimate fewer, int sign) {
            return words.value(Unit.NUMBER, Excerpt.reading(fewer, direction(fewer, sign) < 0 ? -sign : sign));
        }

        private static int direction(Estimate fewer, int sign) {
            Reading more = Excerpt.reading(fewer, sign);
            return more.couldBeEitherWay() ? 0 : (int) Math.signum(more.value());
        }
    }
}

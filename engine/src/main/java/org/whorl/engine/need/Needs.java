package org.whorl.engine.need;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.load.ParameterDraws;
import org.whorl.engine.model.Driver;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Need;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Population;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.model.Scenario.Change;
import org.whorl.engine.model.Timeline;
import org.whorl.engine.need.NeedAnswer.Group;
import org.whorl.engine.need.NeedAnswer.People;
import org.whorl.engine.need.NeedAnswer.Row;

/**
 * What a place needs, now and in another year, in other circumstances; and why that differs. The way in: ask a
 * {@link NeedQuestion}, get a {@link NeedAnswer}.
 *
 * <p>Need is the sum over people's ages, sexes, areas and fifths of people x rate x what drivers do x what better health does;
 * demand = need x (1 - latent) x propensity.
 */
public final class Needs {

    private final Model model;
    private final NeedQuestion question;
    private final Population population;
    private final Place place;
    private final Model slim;
    private final @Nullable Scenario change;
    private final ParameterDraws draws;

    private Needs(Model model, NeedQuestion question, Population population) {
        this.model = model;
        this.question = question;
        this.population = population;
        place = new Place(population, model.time().start().getYear(), question.year());
        // What matters here and nothing else, so that a draw is quick; the draws of a number do not depend on the
        // others.
        slim = model.ofNeed(population, model.needs());
        change = change(question);
        draws = new ParameterDraws(slim, question.draws(), question.seed());
    }

    /**
     * Answers.
     *
     * @param model one that holds together: {@link org.whorl.engine.model.Check} finds no problem
     * @param progress is told after each draw, and may stop the work
     * @throws IllegalArgumentException if the model does not say who lives there, or its projection does not know the year
     */
    public static NeedAnswer answer(Model model, NeedQuestion question, Progress progress) {
        if (model.population() == null) {
            throw new IllegalArgumentException(
                    "The model does not say who lives there; write population: {table: population.csv, year: 2021}");
        }
        return new Needs(model, question, model.population()).answer(progress);
    }

    /** The part of a change that is about needs, in force throughout. */
    private static @Nullable Scenario change(NeedQuestion question) {
        Scenario asked = question.change();
        if (asked == null) {
            return null;
        }
        List<Change> changes = asked.changes().stream()
                .filter(c -> c.path().startsWith("drivers.") || c.path().startsWith("needs."))
                .map(c -> new Change(c.path(), c.operation(), c.amount(), c.profile(), null, null))
                .toList();
        return changes.isEmpty() ? null : new Scenario(asked.id(), asked.name(), changes);
    }

    private Model changed(Model drawn) {
        return change == null
                ? drawn
                : Timeline.of(drawn, change).epochs().getLast().model();
    }

    private NeedAnswer answer(Progress progress) {
        List<NeedFigures> figures = slim.needs().stream()
                .map(n -> new NeedFigures(n, slim, place, question.draws()))
                .toList();
        List<Group> groups = place.groups();
        double[][][] people = new double[groups.size()][2][question.draws()];
        for (int i = 0; i < question.draws(); i++) {
            Model before = draws.draw(i);
            Model after = changed(before);
            String variant = variant(before, i);
            count(groups, variant, people, i);
            double healthy = healthy(before);
            for (int n = 0; n < figures.size(); n++) {
                figures.get(n).draw(i, draws, before, after, variant, healthy);
            }
            progress.at(i + 1, question.draws());
            if (progress.cancelled()) {
                throw new CancellationException("nobody waits for this any more");
            }
        }
        List<Row<People>> rows = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            rows.add(new Row<>(
                    groups.get(g),
                    new People(ParameterDraws.estimate(people[g][0])),
                    new People(ParameterDraws.estimate(people[g][1]))));
        }
        List<NeedAnswer.OfNeed> needs =
                figures.stream().map(f -> f.answer(slim, changed(slim))).toList();
        return new NeedAnswer(
                model,
                place.now,
                place.then,
                question.draws(),
                question.seed(),
                rows,
                needs,
                arrivals(figures),
                new NeedNotes(model, place, needs).found());
    }

    /** Which variant comes true in a draw. */
    private @Nullable String variant(Model drawn, int i) {
        if (population.growth() == null || drawn.population() == null) {
            return null;
        }
        SequencedMap<String, Parameter> variants = drawn.population().variants();
        double all = variants.values().stream().mapToDouble(p -> p.value()).sum();
        double left = draws.uniform("population.variants", i) * all;
        for (Map.Entry<String, Parameter> variant : variants.entrySet()) {
            left -= variant.getValue().value();
            if (left < 0) {
                return variant.getKey();
            }
        }
        return variants.lastEntry().getKey();
    }

    private static double healthy(Model drawn) {
        return drawn.population() == null || drawn.population().healthy() == null
                ? 0
                : drawn.population().healthy().value();
    }

    private void count(List<Group> groups, @Nullable String variant, double[][][] people, int draw) {
        double[][][] now = place.empty();
        double[][][] then = place.empty();
        for (int a = 0; a < now.length; a++) {
            for (int f = 0; f < now[a].length; f++) {
                for (int s = 0; s < place.counted[a][f].length; s++) {
                    double[] counted = place.counted[a][f][s];
                    for (int c = 0; c < counted.length; c++) {
                        now[a][f][place.band(c)] += counted[c] * place.nowRatio(variant, s, c);
                        then[a][f][place.band(c)] += counted[c] * place.thenRatio(variant, s, c);
                    }
                }
            }
        }
        for (int g = 0; g < groups.size(); g++) {
            people[g][0][draw] = place.sum(groups.get(g), now);
            people[g][1][draw] = place.sum(groups.get(g), then);
        }
    }

    private SequencedMap<String, Estimate> arrivals(List<NeedFigures> figures) {
        SequencedMap<String, Estimate> arrivals = new LinkedHashMap<>();
        model.arrivals()
                .forEach(a -> figures.forEach(f -> {
                    if (a.origin() != null && a.origin().need().equals(f.id())) {
                        arrivals.put(a.id(), f.times(new Group(a.origin().area(), 0, -1)));
                    }
                }));
        return arrivals;
    }

    /** Where every driver of a model stands. */
    static Map<String, Double> levels(Model model) {
        Map<String, Double> levels = new LinkedHashMap<>();
        for (Driver driver : model.drivers()) {
            levels.put(driver.id(), driver.level().value());
        }
        return levels;
    }

    /** A need of a model that has it. */
    static Need need(Model model, String id) {
        return model.findNeed(id).orElseThrow();
    }
}

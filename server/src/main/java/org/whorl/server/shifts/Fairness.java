package org.whorl.server.shifts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.whorl.draw.Bars;
import org.whorl.draw.Reading;
import org.whorl.draw.Unit;
import org.whorl.draw.Words;
import org.whorl.engine.allocation.ByGroup;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Scenario;
import org.whorl.files.report.Excerpt;
import org.whorl.server.design.Screen;
import org.whorl.server.models.Pictures;
import org.whorl.server.models.Ready;

/** Who gains by a shift: the leading count for each fifth of deprivation apart, by formulas. */
@Component
class Fairness {

    /** The tag that says in which fifth of deprivation people live. */
    static final String TAG = "fifth";

    private final Pictures pictures;

    Fairness(Pictures pictures) {
        this.pictures = pictures;
    }

    /** Empty where nobody in the model says in which fifth they live, or where it counts nothing. */
    Optional<Fair> of(Effect effect, Screen s) {
        if (!effect.shown().scenario().equals(Shift.SCENARIO)) {
            return Optional.empty();
        }
        Ready ready = effect.shown().ready();
        return effect.shown()
                .excerpt()
                .led()
                .filter(led -> led.group() == Subject.Group.MEASURES)
                .flatMap(led -> ByGroup.of(ready.model(), led.id(), TAG)
                        .map(groups -> told(
                                groups,
                                pictures.counting(ready, groups.model(), TAG + "/" + led.id()),
                                effect,
                                effect.shown().excerpt().name(led),
                                s)));
    }

    private Fair told(ByGroup groups, Ready counting, Effect effect, String counted, Screen s) {
        Words words = s.language().words();
        List<Scenario> change = List.of(effect.shift().scenario());
        Answer answer = pictures.answer(counting, change, false);
        Answer unsure = pictures.answer(counting, change, true);
        Excerpt excerpt = new Excerpt(answer, unsure, words);
        Map<String, Estimate> middle = groups.effects(answer, Shift.SCENARIO);
        Map<String, Estimate> range = groups.effects(unsure, Shift.SCENARIO);
        List<Excerpt.Count> counts = new ArrayList<>();
        List<Double> gains = new ArrayList<>();
        List<Bars.Bar> bars = new ArrayList<>();
        int unclear = 0;
        for (String group : groups.measures().keySet()) {
            String name = name(group, s);
            Excerpt.Count count = excerpt.figure(Subject.measure(measure(groups, group)), Field.MEAN, Shift.SCENARIO);
            counts.add(new Excerpt.Count(
                    name, count.now(), count.then(), count.change(), count.changeRange(), count.direction()));
            double mean = estimate(middle, group).mean();
            Reading reading = reading(mean, estimate(range, group));
            gains.add(-mean);
            bars.add(new Bars.Bar(name, reading));
            unclear += reading.couldBeEitherWay() ? 1 : 0;
        }
        String chart = new Bars(
                        words,
                        s.say("fair.chart"),
                        s.say("fair.said", said(counts.getFirst()), said(counts.getLast())),
                        s.say("fair.measure", counted),
                        Unit.NUMBER,
                        bars)
                .figure("fifths");
        return new Fair(counted, counts, gains, chart, unclear);
    }

    private static String said(Excerpt.Count count) {
        return count.name() + " " + count.change()
                + (count.changeRange().isEmpty() ? "" : " (" + count.changeRange() + ")");
    }

    private static Reading reading(double mean, Estimate range) {
        double low = Math.min(mean, range.low());
        double high = Math.max(mean, range.high());
        return low < high ? Reading.of(mean, low, high) : Reading.of(mean);
    }

    private static String measure(ByGroup groups, String group) {
        return Optional.ofNullable(groups.measures().get(group)).orElseThrow();
    }

    private static Estimate estimate(Map<String, Estimate> all, String group) {
        return Optional.ofNullable(all.get(group)).orElseThrow();
    }

    private static String name(String group, Screen s) {
        return switch (group) {
            case "1" -> s.say("fair.most");
            case "5" -> s.say("fair.least");
            default -> s.say("fair.fifth", group);
        };
    }
}

package org.whorl.server.shifts;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.whorl.draw.Bands;
import org.whorl.draw.Unit;
import org.whorl.draw.Words;
import org.whorl.engine.allocation.ShiftLeft;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Outcome;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Setting;
import org.whorl.server.design.Screen;

/**
 * How far left resource lies, as things are and with a shift.
 *
 * @param sentence what it comes to
 * @param rows for each setting its name, then the shares of spending now and then, and of people now and then
 * @param chart markup: the share of people outside hospital through time; empty where nobody counted by day
 * @param notPlaced how many services stand in no setting
 */
public record LeftShown(String sentence, List<List<String>> rows, String chart, int notPlaced) {

    /** Up to so many days are shown by quarter, more by year. */
    private static final int LONGEST_BY_QUARTER = 3 * 366;

    private static final int QUARTER = 3;
    private static final int YEAR = 12;

    /** Keeps a copy. */
    public LeftShown {
        rows = List.copyOf(rows);
    }

    static Optional<LeftShown> of(Answer answer, Screen s) {
        Model model = answer.model();
        Outcome then = Objects.requireNonNull(answer.scenarios().get(Shift.SCENARIO));
        return ShiftLeft.of(model, answer.base())
                .flatMap(before -> ShiftLeft.of(model, then)
                        .map(after -> new LeftShown(
                                sentence(s, before, after),
                                rows(s, before, after),
                                chart(s, model, answer.base(), then),
                                before.notPlaced().size())));
    }

    private static String sentence(Screen s, ShiftLeft before, ShiftLeft after) {
        return s.say(
                "left.said",
                share(s, before.index()),
                share(s, after.index()),
                share(s, 1 - before.activity().getOrDefault(Setting.ACUTE, 0.0)),
                share(s, 1 - after.activity().getOrDefault(Setting.ACUTE, 0.0)));
    }

    private static List<List<String>> rows(Screen s, ShiftLeft before, ShiftLeft after) {
        List<List<String>> rows = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            rows.add(List.of(
                    s.say("left.setting." + setting.word()),
                    share(s, before.spending().getOrDefault(setting, 0.0)),
                    share(s, after.spending().getOrDefault(setting, 0.0)),
                    share(s, before.activity().getOrDefault(setting, 0.0)),
                    share(s, after.activity().getOrDefault(setting, 0.0))));
        }
        return rows;
    }

    /** To a tenth of a per cent: a shift is small beside all there is. */
    private static String share(Screen s, double share) {
        Words words = s.language().words();
        return words.number(Math.rint(1000 * share) / 10) + "%";
    }

    private static String chart(Screen s, Model model, Outcome before, Outcome after) {
        int months = model.time().days() > LONGEST_BY_QUARTER ? YEAR : QUARTER;
        List<Bands.Point> now = points(ShiftLeft.stretches(model, before, months));
        List<Bands.Point> then = points(ShiftLeft.stretches(model, after, months));
        if (now.size() < 2) {
            return "";
        }
        return new Bands(
                        s.language().words(),
                        s.say("left.chart"),
                        s.say(
                                "left.chart.said",
                                share(s, now.getFirst().middle()),
                                share(s, now.getLast().middle()),
                                share(s, then.getFirst().middle()),
                                share(s, then.getLast().middle())),
                        s.say("left.people"),
                        Unit.SHARE,
                        List.of(
                                new Bands.Line(s.say("picture.as-it-stands"), now),
                                new Bands.Line(s.say("shift.with"), then)))
                .figure("left");
    }

    private static List<Bands.Point> points(List<ShiftLeft.Stretch> stretches) {
        return stretches.stream()
                .filter(one -> !Double.isNaN(one.outside()))
                .map(one -> Bands.Point.of(one.first(), one.outside()))
                .toList();
    }
}

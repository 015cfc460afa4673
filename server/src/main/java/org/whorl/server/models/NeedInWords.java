package org.whorl.server.models;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whorl.draw.Bars;
import org.whorl.draw.Figure;
import org.whorl.draw.Reading;
import org.whorl.draw.Unit;
import org.whorl.draw.Words;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Need;
import org.whorl.engine.model.Spread;
import org.whorl.engine.need.NeedAnswer;
import org.whorl.engine.need.NeedAnswer.Amount;
import org.whorl.engine.need.NeedAnswer.Group;
import org.whorl.engine.need.NeedAnswer.Row;
import org.whorl.files.report.Excerpt;
import org.whorl.server.design.Screen;

/** An answer about one need, in words. */
public final class NeedInWords {

    private final Screen s;
    private final NeedAnswer answer;
    private final Need need;
    private final NeedAnswer.OfNeed told;
    private final Words words;

    NeedInWords(Screen s, NeedAnswer answer, Need need) {
        this.s = s;
        this.answer = answer;
        this.need = need;
        told = answer.need(need.id());
        words = s.language().words();
    }

    /**
     * One line of a table.
     *
     * @param name whose, or which
     * @param now in the first year
     * @param then in the other
     */
    public record Line(String name, String now, String then) {}

    /** The year the model starts. */
    public int now() {
        return answer.now();
    }

    /** The year it is compared with. */
    public int then() {
        return answer.then();
    }

    /** The need. */
    public String name() {
        return name(need.name());
    }

    /** What is counted. */
    public String unit() {
        return name(need.unit());
    }

    /** Need, demand, what is met and what is not. */
    public List<Line> amounts() {
        Row<Amount> all = told.row(Group.ALL);
        List<Line> lines = new ArrayList<>();
        lines.add(line("need.need", all.now().need(), all.then().need()));
        lines.add(line("need.demand", all.now().demand(), all.then().demand()));
        lines.add(line("need.met", all.now().met(), all.then().met()));
        lines.add(line("need.unmet", all.now().unmet(), all.then().unmet()));
        if (told.notMedical() != null) {
            lines.add(line(
                    "need.not-medical",
                    told.notMedical().now(),
                    told.notMedical().then()));
        }
        return lines;
    }

    /** Demand by fifth of deprivation, the most deprived first. */
    public List<Line> fifths() {
        return demand(told.rows().stream()
                .filter(row -> row.group().area() == null
                        && row.group().fifth() > 0
                        && row.group().band() < 0)
                .toList());
    }

    /** Demand by area. */
    public List<Line> areas() {
        return demand(told.rows().stream()
                .filter(row -> row.group().area() != null && row.group().fifth() == 0)
                .toList());
    }

    /** Demand by age. */
    public List<Line> ages() {
        return demand(told.rows().stream()
                .filter(row -> row.group().area() == null && row.group().band() >= 0)
                .toList());
    }

    /** Why demand changes, drawn; the parts add to the change. */
    public String why() {
        List<Bars.Bar> bars = new ArrayList<>();
        told.parts()
                .forEach((cause, part) ->
                        bars.add(new Bars.Bar(s.say("need.cause." + cause.word()), Excerpt.reading(part, 1))));
        Row<Amount> all = told.row(Group.ALL);
        double more = all.then().demand().mean() - all.now().demand().mean();
        return new Figure(
                        "why",
                        new Bars(
                                words,
                                s.say("need.why"),
                                s.say(
                                        "need.why.sum",
                                        words.number(more),
                                        unit(),
                                        String.valueOf(answer.now()),
                                        String.valueOf(answer.then())),
                                unit(),
                                Unit.NUMBER,
                                bars))
                .html();
    }

    /** What is known of every driver. */
    public List<String> drivers() {
        return told.effects().stream()
                .map(effect -> effect.ratio() == null
                        ? s.say("need.driver.unknown", name(effect.driver().name()))
                        : s.say(
                                "need.driver.known",
                                name(effect.driver().name()),
                                words.value(
                                        Unit.NUMBER, Reading.of(effect.ratio().value(), low(effect), high(effect))),
                                String.valueOf(effect.ratio().provenance().source())))
                .toList();
    }

    /** What else must be known; written for the engine's readers, in English. */
    public List<String> notes() {
        return answer.notes().stream()
                .filter(note -> note.subject().startsWith("population")
                        || note.subject().startsWith("needs." + need.id()))
                .map(note -> note.message())
                .distinct()
                .toList();
    }

    private static double low(NeedAnswer.Effect effect) {
        return effect.ratio() != null && effect.ratio().spread() instanceof Spread.Range range
                ? range.low()
                : Double.NaN;
    }

    private static double high(NeedAnswer.Effect effect) {
        return effect.ratio() != null && effect.ratio().spread() instanceof Spread.Range range
                ? range.high()
                : Double.NaN;
    }

    private List<Line> demand(List<Row<Amount>> rows) {
        return rows.stream()
                .map(row -> new Line(
                        group(row.group()),
                        figure(row.now().demand()),
                        figure(row.then().demand())))
                .toList();
    }

    private Line line(String key, @Nullable Estimate now, @Nullable Estimate then) {
        return new Line(s.say(key), figure(now), figure(then));
    }

    private String figure(@Nullable Estimate estimate) {
        return estimate == null ? s.say("need.cannot-tell") : words.value(Unit.NUMBER, Excerpt.reading(estimate, 1));
    }

    private String group(Group group) {
        if (group.area() != null) {
            var population = answer.model().population();
            Name area = population == null ? null : population.areas().get(group.area());
            return area == null ? group.area() : name(area);
        }
        if (group.fifth() > 0) {
            return s.say("need.fifth." + group.fifth());
        }
        int next = NeedAnswer.BANDS.indexOf(group.band()) + 1;
        return next < NeedAnswer.BANDS.size()
                ? s.say("need.ages", group.band(), NeedAnswer.BANDS.get(next) - 1)
                : s.say("need.ages.oldest", group.band());
    }

    private String name(Name name) {
        return name.in(s.language().code());
    }
}

package org.whorl.server.models;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.whorl.draw.Bars;
import org.whorl.draw.Figure;
import org.whorl.draw.Reading;
import org.whorl.draw.Unit;
import org.whorl.draw.Words;
import org.whorl.engine.allocation.DelayCurve;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.load.RightSizing;
import org.whorl.engine.model.Measure;
import org.whorl.files.report.Excerpt;
import org.whorl.server.design.Screen;

/** How many places, in words, as tables and as a curve. */
public final class HowManyInWords {

    /** Of a waiting person: fewer than this is not worth a number. */
    private static final double HARDLY_ANYBODY = 0.05;

    private final Screen s;
    private final HowMany many;
    private final double occupancy;
    private final Optional<Played> played;
    private final boolean posts;
    private final Words words;

    HowManyInWords(Screen s, HowMany many, double occupancy, boolean posts, Optional<Played> played) {
        this.s = s;
        this.many = many;
        this.occupancy = occupancy;
        this.posts = posts;
        this.played = played;
        words = s.language().words();
    }

    /**
     * What a simulation found of a service.
     *
     * @param found which run
     * @param inPlace people there
     * @param waiting people who wait for it
     * @param occupancy the share of its places that is taken
     */
    record Played(Found found, Reading inPlace, Reading waiting, Reading occupancy) {}

    /**
     * One question, answered three ways.
     *
     * @param question what is asked
     * @param arithmetic what plain arithmetic says
     * @param formulas what formulas say
     * @param simulation what the simulation says; empty where nobody has asked it
     */
    public record Line(String question, String arithmetic, String formulas, String simulation) {}

    /**
     * A weekday.
     *
     * @param name which
     * @param people who would be there in its evening, if there were always a place
     * @param places with which one in ten would wait
     */
    public record Weekday(String name, String people, String places) {}

    /** The service. */
    public String name() {
        return service(many.service().id());
    }

    /** Who comes, a line each. */
    public List<String> streams() {
        return many.streams().stream()
                .map(stream -> s.say(
                        stream.outside() ? "how-many.from-outside" : "how-many.from",
                        stream.outside() ? arrival(stream.from()) : service(stream.from()),
                        words.number(stream.week()),
                        words.share(stream.share()),
                        words.number(stream.here())))
                .toList();
    }

    /** The arithmetic, a step in each line. */
    public List<String> arithmetic() {
        RightSizing.Sized sized = many.sized();
        List<String> steps = new ArrayList<>();
        steps.add(s.say("how-many.starts", words.number(sized.starts().mean())));
        steps.add(s.say(
                "how-many.load",
                words.number(sized.pathway().stay()),
                words.number(sized.load().mean())));
        if (!isVisits()) {
            steps.add(s.say(
                    "how-many.places",
                    words.share(occupancy),
                    words.number(sized.places().mean())));
        }
        sized.visits()
                .ifPresent(visits -> steps.add(s.say(
                        "how-many.visits",
                        words.number(visits.mean()),
                        words.number(visits.mean() / DayOfWeek.values().length))));
        if (sized.visits().isPresent()) {
            steps.add(
                    posts && sized.posts().isPresent()
                            ? s.say(
                                    "how-many.posts",
                                    words.number(sized.posts().get().mean()))
                            : s.say("how-many.posts.unknown"));
        }
        return steps;
    }

    /** Are there visits, and not places? */
    public boolean isVisits() {
        return many.service().capacity().countsVisits();
    }

    /** Why the arithmetic says too little, with its numbers. */
    public String why() {
        if (isVisits()) {
            // The formula is about places.
            return "";
        }
        RightSizing.Sized sized = many.sized();
        String places = words.number(sized.places().mean());
        if (sized.waiting() < HARDLY_ANYBODY) {
            return s.say(
                    "how-many.why.enough",
                    places,
                    words.number(sized.enoughPlaces().mean()));
        }
        return Double.isFinite(sized.waiting())
                ? s.say(
                        "how-many.why.waiting",
                        places,
                        words.number(sized.waiting()),
                        words.number(sized.enoughPlaces().mean()))
                : s.say(
                        "how-many.why.growing",
                        places,
                        words.number(sized.enoughPlaces().mean()));
    }

    /** The three ways beside each other. */
    public List<Line> beside() {
        RightSizing.Sized sized = many.sized();
        String never = s.say("how-many.never");
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(
                s.say("how-many.there"),
                words.number(sized.load().mean()),
                figure(Field.OFFERED_LOAD, Unit.NUMBER),
                played(Played::inPlace, Unit.NUMBER)));
        if (!isVisits()) {
            lines.add(new Line(
                    s.say("how-many.needed"),
                    words.number(sized.places().mean()),
                    figure(Field.DELAY_TARGET_PLACES, Unit.NUMBER),
                    never));
            lines.add(new Line(s.say("how-many.least"), never, figure(Field.LEAST_COST_PLACES, Unit.NUMBER), never));
        }
        lines.add(new Line(
                s.say("how-many.full"),
                isVisits() ? never : words.share(sized.load().mean() / many.today()),
                figure(Field.OCCUPANCY, Unit.SHARE),
                played(Played::occupancy, Unit.SHARE)));
        lines.add(new Line(
                s.say("how-many.waiting"),
                never,
                figure(Field.WAITING, Unit.NUMBER),
                played(Played::waiting, Unit.NUMBER)));
        return lines;
    }

    /** Places, or visits a day, today. */
    public String today() {
        return s.say(isVisits() ? "how-many.today.visits" : "how-many.today", words.number(many.today()));
    }

    /** Which run of the simulation stands beside, if one does. */
    public Optional<String> simulation() {
        return played.map(one -> s.say(
                "how-many.played",
                one.found().replications(),
                one.found().seed(),
                s.moment(one.found().madeAt())));
    }

    /** What fewer and more places cost everybody together; empty where nobody can tell. */
    public Optional<String> curve() {
        return many.curve().map(curve -> {
            Answer answer = many.answer();
            List<Bars.Bar> bars = new ArrayList<>();
            for (DelayCurve.Point point : curve.points()) {
                bars.add(new Bars.Bar(
                        words.number(point.places())
                                + (point.equals(curve.least()) ? " " + s.say("how-many.curve.least") : "")
                                + (point.places() == many.today() ? " " + s.say("how-many.curve.today") : ""),
                        point.places() == many.today()
                                ? Reading.of(0)
                                : change(answer, point.places() - many.today())));
            }
            return new Figure(
                            "curve",
                            new Bars(
                                    words,
                                    s.say("how-many.curve", name()),
                                    least(curve),
                                    s.say("how-many.curve.measure"),
                                    Unit.POUNDS,
                                    bars))
                    .html();
        });
    }

    /** Where it is least, and that some wait there. */
    private String least(DelayCurve curve) {
        DelayCurve.Point least = curve.least();
        Measure measure = many.answer().model().measures().getFirst();
        String where = s.say(
                "how-many.curve.sentence",
                words.number(least.places()),
                measure.name().in(s.language().code()),
                words.value(Unit.NUMBER, Excerpt.reading(least.delayed(), 1)));
        return curve.leastIsAtAnEnd() ? where + " " + s.say("how-many.curve.end") : where;
    }

    private Reading change(Answer answer, double places) {
        return answer.model().scenarios().stream()
                .filter(scenario ->
                        scenario.id().startsWith("places-" + many.service().id() + "-"))
                .filter(scenario -> scenario.changes().getFirst().amount().value() == places)
                .findFirst()
                .flatMap(scenario -> Optional.ofNullable(answer.differences().get(scenario.id())))
                .flatMap(figures -> figures.find(Subject.system(), Field.CASH_WHEN_STEPS_CLOSE))
                .map(estimate -> Excerpt.reading(estimate, 1))
                .orElse(Reading.unknown());
    }

    /** In which month the weekdays stand; the whole time where months are alike. */
    public String busiest() {
        return many.weekdays()
                .month()
                .map(month -> s.say("how-many.month", words.month(month)))
                .orElse(s.say("how-many.months-alike"));
    }

    /** Places by weekday; none where weekdays are alike. */
    public List<Weekday> weekdays() {
        if (many.weekdays().isFlat()) {
            return List.of();
        }
        List<Weekday> days = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            int i = day.getValue() - 1;
            days.add(new Weekday(
                    s.say("weekday." + day.name().toLowerCase(Locale.ROOT)),
                    words.number(many.weekdays().loads().get(i)),
                    words.number(many.weekdays().places().get(i))));
        }
        return days;
    }

    /** The figure for a finding. */
    public String figure() {
        return s.say(
                "how-many.figure",
                name(),
                words.number(many.sized().places().mean()),
                figure(Field.DELAY_TARGET_PLACES, Unit.NUMBER),
                words.number(many.today()));
    }

    private String figure(Field field, Unit unit) {
        Figures figures = many.answer().base().figures();
        return figures.find(Subject.service(many.service().id()), field)
                .map(this::reading)
                .map(reading -> words.value(unit, reading))
                .orElse(s.say("need.cannot-tell"));
    }

    private Reading reading(Estimate estimate) {
        return Excerpt.reading(estimate, 1);
    }

    private String played(java.util.function.Function<Played, Reading> which, Unit unit) {
        return played.map(which)
                .filter(Reading::known)
                .map(reading -> words.value(unit, reading))
                .orElse(played.isPresent() ? s.say("need.cannot-tell") : s.say("how-many.not-played"));
    }

    private String service(String id) {
        return many.answer()
                .model()
                .findService(id)
                .map(service -> service.name().in(s.language().code()))
                .orElse(id);
    }

    private String arrival(String id) {
        return many.answer().model().arrivals().stream()
                .filter(arrival -> arrival.id().equals(id))
                .map(arrival -> arrival.name().in(s.language().code()))
                .findFirst()
                .orElse(id);
    }
}

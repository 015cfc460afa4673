package org.whorl.engine.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.whorl.engine.Cases;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Series;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Duration;
import org.whorl.engine.model.Duration.Family;
import org.whorl.engine.model.Model;

/** What must hold for any model. */
class PathPropertiesTest {

    private static Forecast forecast(Model model) {
        return new World(model, true).base();
    }

    @Property(tries = 150, seed = "8813")
    void morePlacesNeverMeanMoreWaiting(
            @ForAll @IntRange(min = 0, max = 60) int places,
            @ForAll @IntRange(min = 1, max = 20) int more,
            @ForAll @DoubleRange(min = 0.1, max = 6) double rate,
            @ForAll @DoubleRange(min = 0.1, max = 2.5) double variation,
            @ForAll boolean warmUp,
            @ForAll boolean patience) {
        double[] waiting = new double[2];
        for (int i = 0; i < 2; i++) {
            Cases cases = Cases.model().days(warmUp ? 120 : 0, 120).arrive("s", rate);
            Cases.Stop stop = cases.service("s").places(places + i * more).lognormal(9, 9 * variation);
            if (patience) {
                stop.leaveAfter(Duration.of(Family.EXPONENTIAL, 25), null);
            }
            if (!warmUp) {
                cases.open("s", 10, 8, 0);
            }
            Forecast forecast = forecast(cases.build());
            waiting[i] = forecast.mean(forecast.course.waiting[0]);
        }
        assertThat(waiting[1]).isLessThanOrEqualTo(waiting[0] * (1 + 1e-9) + 1e-9);
    }

    @Property(tries = 150, seed = "4711")
    void nobodyIsMadeAndNobodyVanishes(@ForAll long seed) {
        Model model = random(new SplittableRandom(seed));
        Forecast forecast = forecast(model);
        Course course = forecast.course;
        Schedule schedule = forecast.schedule;
        int end = schedule.time.end();
        double inside = 0;
        double came = 0;
        double went = course.onTheirWay;
        for (int s = 0; s < model.services().size(); s++) {
            inside += course.staying[s][forecast.begin] + outsideWaiting(schedule, course, s, forecast.begin);
            went += course.staying[s][end] + outsideWaiting(schedule, course, s, end);
            double exits = 1;
            for (int w : schedule.wires.outOf[s]) {
                exits -= schedule.on(0).share[w];
            }
            double departures = course.staying[s][forecast.begin] - course.staying[s][end];
            for (int day = forecast.begin; day < end; day++) {
                came += schedule.arrivals[s][day];
                departures += course.starts[s][day];
                went += course.lost[s][day];
                went += schedule.wires.leavesTo[schedule.wires.outside[s]] < 0 ? course.left[s][day] : 0;
            }
            // Those whose route leads to another service are counted where they wait, or where they started.
            went += exits * departures;
        }
        assertThat(went)
                .isCloseTo(
                        inside + came, within(forecast.mode == Forecast.Mode.PATH ? 1e-6 * (1 + came) : 1e-3 * came));
    }

    private static double outsideWaiting(Schedule schedule, Course course, int s, int t) {
        double sum = 0;
        for (int w : schedule.wires.into[s]) {
            sum += course.onWire[w][t];
        }
        return sum;
    }

    /** A few services in a row, with a way back, with limits, impatience and weekends here and there. */
    private static Model random(SplittableRandom random) {
        Cases cases = Cases.model().days(0, 90);
        int n = 2 + random.nextInt(3);
        for (int s = 0; s < n; s++) {
            if (s == 0 || random.nextBoolean()) {
                cases.arrive("s" + s, 0.5 + 3 * random.nextDouble());
            }
            Cases.Stop stop = cases.service("s" + s);
            if (random.nextInt(4) > 0) {
                stop.places(5 + random.nextInt(40));
            }
            switch (random.nextInt(4)) {
                case 0 -> stop.exponential(0.3 + 12 * random.nextDouble());
                case 1 -> stop.constant(0.5 + 9 * random.nextDouble());
                case 2 -> stop.stay(Duration.of(Family.GAMMA, 8, 5));
                default -> stop.lognormal(10, 14);
            }
            if (random.nextInt(3) == 0) {
                stop.leaveAfter(
                        Duration.of(Family.EXPONENTIAL, 20), random.nextBoolean() && s + 1 < n ? "s" + (s + 1) : null);
            } else if (random.nextInt(3) == 0) {
                stop.limit(3);
            }
            if (random.nextInt(3) == 0) {
                stop.starts(1.0, 1.0, 1.0, 1.0, 1.0, 0.5, 0.0);
            }
            double on = random.nextDouble() * 0.8;
            if (s + 1 < n) {
                stop.to("s" + (s + 1), on);
            }
            if (random.nextInt(4) == 0 && s > 0) {
                stop.to("s0", 0.15);
                stop.to("home", 1 - 0.15 - (s + 1 < n ? on : 0));
            } else {
                stop.to("home", s + 1 < n ? 1 - on : 1);
            }
            if (random.nextBoolean()) {
                cases.open("s" + s, random.nextInt(20), random.nextInt(10), s + 1 < n ? random.nextInt(4) : 0);
            }
        }
        return cases.build();
    }

    @Property(tries = 60, seed = "23")
    void everyCountStaysANumberAndAboveNothing(@ForAll long seed) {
        Model model = random(new SplittableRandom(seed));
        for (Series series : Preview.of(model, List.of()).base().series()) {
            for (double at : series.mean()) {
                assertThat(at)
                        .as("%s %s", series.subject(), series.field())
                        .isFinite()
                        .isGreaterThanOrEqualTo(-1e-9);
            }
        }
    }

    @Property(tries = 40, seed = "99")
    void littlesLawHoldsInEveryLongRun(
            @ForAll @IntRange(min = 2, max = 80) int places,
            @ForAll @DoubleRange(min = 0.3, max = 0.97) double load,
            @ForAll @DoubleRange(min = 0.1, max = 2) double variation) {
        Cases cases = Cases.model().days(100, 100).arrive("s", load * places / 12);
        cases.service("s").places(places).lognormal(12, 12 * variation);
        var figures = Preview.of(cases.build(), List.of()).base().figures();
        Subject s = Subject.service("s");
        assertThat(figures.get(s, Field.WAITING).mean())
                .isCloseTo(
                        figures.get(s, Field.STARTS).mean()
                                * figures.get(s, Field.WAIT).mean(),
                        within(1e-6 * (1 + figures.get(s, Field.WAITING).mean())));
        assertThat(figures.get(s, Field.WAIT).mean() * load * places / 12)
                .isCloseTo(Congestion.queue(places, load * places, variation * variation), within(1e-4 * places));
    }
}

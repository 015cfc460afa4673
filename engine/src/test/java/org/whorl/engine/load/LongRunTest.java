package org.whorl.engine.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.engine.Cases;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Note;
import org.whorl.engine.answer.Series;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Cost;
import org.whorl.engine.model.Duration;
import org.whorl.engine.model.Duration.Family;
import org.whorl.engine.model.Parameter;

/** Worlds whose days are all alike: the path must stand still at the formulas. */
class LongRunTest {

    private static double get(Figures figures, String service, Field field) {
        return figures.get(Subject.service(service), field).mean();
    }

    private static Figures base(Cases cases) {
        return Preview.of(cases.build(), List.of()).base().figures();
    }

    private static boolean noted(Answer answer, String code, String subject) {
        return answer.base().notes().stream()
                .anyMatch(n -> n.code().equals(code) && n.subject().equals(subject));
    }

    @Test
    void oneServiceIsErlangsToTheLastDigit() {
        Cases cases = Cases.model().days(365, 365).arrive("s", 4);
        cases.service("s").places(46).exponential(10);
        Figures figures = base(cases);
        assertThat(get(figures, "s", Field.WAITING)).isCloseTo(1.771938, within(5e-7));
        assertThat(get(figures, "s", Field.WAIT)).isCloseTo(0.442984, within(6e-7));
        assertThat(get(figures, "s", Field.DELAYED_SHARE)).isCloseTo(0.265791, within(5e-7));
        assertThat(get(figures, "s", Field.IN_PLACE)).isCloseTo(40, within(1e-6));
        assertThat(get(figures, "s", Field.OCCUPANCY)).isCloseTo(40 / 46.0, within(1e-8));
        assertThat(get(figures, "s", Field.STARTS)).isCloseTo(4, within(1e-8));
        assertThat(get(figures, "s", Field.OFFERED_LOAD)).isCloseTo(40, within(1e-6));
        assertThat(get(figures, "s", Field.DELAY_TARGET_PLACES)).isEqualTo(49);
        // P(wait > t) = C e^(-(c - a) t / mean): 5 in 100 wait longer than this.
        assertThat(get(figures, "s", Field.WAIT_P95_POOLED))
                .isCloseTo(Math.log(0.265791 / 0.05) * 10 / 6, within(1e-3));
    }

    @Test
    void unevenStaysAreKimuras() {
        Cases cases = Cases.model().days(365, 365).arrive("s", 4);
        cases.service("s").places(44).lognormal(10, 10 * Math.sqrt(0.6));
        assertThat(get(base(cases), "s", Field.WAIT)).isCloseTo(0.890, within(5e-4));
    }

    @ParameterizedTest
    @CsvSource({"p1, 0.466", "p2, 1.399", "p3, 3.714"})
    void d2a3WithinSixPerCentOfItsLongRun(String pathway, double wait) {
        assertThat(get(base(Cases.d2a3()), pathway, Field.WAIT)).isCloseTo(wait, withinPercentage(6));
    }

    @Test
    void d2a3WarnsOfThePathwayThatForgetsSlowly() {
        Answer answer = Preview.of(Cases.d2a3().build(), List.of());
        assertThat(noted(answer, "short-horizon", "services.p3")).isTrue();
        assertThat(noted(answer, "short-horizon", "services.p1")).isFalse();
        assertThat(noted(answer, "short-horizon", "services.p2")).isFalse();
        assertThat(noted(answer, "steady-state", "time")).isTrue();
        assertThat(answer.tier()).isEqualTo(Answer.Tier.INSTANT);
        assertThat(answer.replications()).isZero();
        assertThat(answer.notes()).extracting(Note::code).containsExactly("p95-pooled");
    }

    @Test
    void whoeverWaitsHoldsAPlaceWhereTheyWait() {
        Figures figures = base(Cases.d2a3());
        double waiting = get(figures, "p1", Field.WAITING)
                + get(figures, "p2", Field.WAITING)
                + get(figures, "p3", Field.WAITING);
        assertThat(get(figures, "acute", Field.IN_PLACE)).isCloseTo(waiting, within(1e-9));
        assertThat(figures.find(Subject.service("acute"), Field.WAITING)).isEmpty();
        assertThat(figures.find(Subject.service("acute"), Field.OCCUPANCY)).isEmpty();
    }

    @Test
    void thePathStandsStillInALongRun() {
        Cases cases = Cases.model().days(300, 200).arrive("up", 2).arrive("down", 0.5);
        cases.service("up").places(24).exponential(9).to("down", 0.4).to("home", 0.6);
        cases.service("down").places(30).lognormal(20, 15);
        Answer answer = Preview.of(cases.build(), List.of());
        for (Series series : answer.base().series()) {
            for (double at : series.mean()) {
                assertThat(at).as("%s %s", series.subject(), series.field()).isCloseTo(series.mean()[0], within(1e-5));
            }
        }
        Figures figures = answer.base().figures();
        assertThat(get(figures, "down", Field.STARTS)).isCloseTo(1.3, within(1e-9));
        assertThat(get(figures, "up", Field.BLOCKED))
                .isCloseTo(get(figures, "down", Field.WAITING) * 0.8 / 1.3, within(1e-9));
        assertThat(get(figures, "up", Field.IN_PLACE)).isCloseTo(18 + get(figures, "up", Field.BLOCKED), within(1e-6));
    }

    @Test
    void aLimitedQueueIsErlangsWithSoMuchRoom() {
        Cases cases = Cases.model().days(365, 365).arrive("s", 4);
        cases.service("s").places(10).exponential(3).limit(4);
        Figures figures = base(cases);
        double[] p = chain(10, 4, 12);
        assertThat(get(figures, "s", Field.LOST)).isCloseTo(4 * p[14], within(1e-6));
        double waiting = p[11] + 2 * p[12] + 3 * p[13] + 4 * p[14];
        assertThat(get(figures, "s", Field.WAITING)).isCloseTo(waiting, within(1e-6));
        assertThat(get(figures, "s", Field.DELAYED_SHARE))
                .isCloseTo((p[10] + p[11] + p[12] + p[13]) / (1 - p[14]), within(1e-6));
    }

    @Test
    void withoutAnyRoomItIsErlangsLoss() {
        Cases cases = Cases.model().days(365, 365).arrive("s", 4);
        cases.service("s").places(10).lognormal(3, 2).limit(0);
        assertThat(get(base(cases), "s", Field.LOST)).isCloseTo(4 * Erlang.lost(10, 12), within(1e-6));
    }

    /** M/M/c/c+room by birth and death. */
    private static double[] chain(int places, int room, double load) {
        double[] p = new double[places + room + 1];
        p[0] = 1;
        double sum = 1;
        for (int k = 1; k < p.length; k++) {
            p[k] = p[k - 1] * load / Math.min(k, places);
            sum += p[k];
        }
        for (int k = 0; k < p.length; k++) {
            p[k] /= sum;
        }
        return p;
    }

    @Test
    void impatienceIsPalms() {
        for (double rate : new double[] {3.6, 4, 4.4}) {
            Cases cases = Cases.model().days(1000, 365).arrive("s", rate);
            cases.service("s").places(40).exponential(10).leaveAfter(Duration.of(Family.EXPONENTIAL, 30), null);
            double[] p = new double[400];
            p[0] = 1;
            double sum = 1;
            for (int k = 1; k < p.length; k++) {
                p[k] = p[k - 1] * rate / (Math.min(k, 40) / 10.0 + Math.max(0, k - 40) / 30.0);
                sum += p[k];
            }
            double waiting = 0;
            for (int k = 41; k < p.length; k++) {
                waiting += (k - 40) * p[k] / sum;
            }
            Figures figures = base(cases);
            // Leaving is taken once a day, at its end, which costs about half a day's share of it.
            assertThat(get(figures, "s", Field.WAITING)).isCloseTo(waiting, withinPercentage(3));
            assertThat(get(figures, "s", Field.LEFT)).isCloseTo(waiting / 30, withinPercentage(3));
        }
    }

    @Test
    void peopleWhoLeaveForAnotherServiceArriveThere() {
        Cases cases = Cases.model().days(1000, 365).arrive("s", 4.4);
        cases.service("s").places(40).exponential(10).leaveAfter(Duration.of(Family.EXPONENTIAL, 30), "other");
        cases.service("other").unlimited().exponential(5);
        Figures figures = base(cases);
        assertThat(get(figures, "other", Field.STARTS)).isCloseTo(get(figures, "s", Field.LEFT), within(1e-6));
    }

    @Test
    void saysWhereTheFormulasAreRoughOrWereNeverCompared() {
        Cases usual = Cases.model().days(3650, 365).arrive("s", 9);
        usual.service("s").places(20).exponential(2);
        Answer fine = Preview.of(usual.build(), List.of());
        assertThat(noted(fine, "instant-rough", "services.s")).isFalse();
        assertThat(noted(fine, "instant-not-compared", "services.s")).isFalse();
        Cases varied = Cases.model().days(3650, 365).arrive("s", 8);
        varied.service("s").places(20).lognormal(2, 2.7);
        assertThat(noted(Preview.of(varied.build(), List.of()), "instant-rough", "services.s"))
                .isTrue();
        Cases few = Cases.model().days(3650, 365).arrive("s", 0.7);
        few.service("s").places(2).exponential(2);
        assertThat(noted(Preview.of(few.build(), List.of()), "instant-not-compared", "services.s"))
                .isTrue();
    }

    @Test
    void handOverHoldsTheOldPlace() {
        Cases cases = Cases.model().days(365, 365).arrive("up", 2);
        cases.service("up").unlimited().exponential(5).to("down", 1);
        cases.service("down").unlimited().exponential(10).handOver(Duration.of(Family.CONSTANT, 1.5));
        assertThat(get(base(cases), "up", Field.IN_PLACE)).isCloseTo(2 * (5 + 1.5), within(1e-6));
    }

    @Test
    void aTransferHoldsBothPlaces() {
        Cases cases = Cases.model().days(365, 365).arrive("up", 2);
        cases.service("up")
                .unlimited()
                .exponential(5)
                .to("down", 0.25, Duration.of(Family.CONSTANT, 1.5))
                .to("home", 0.75, Duration.of(Family.EXPONENTIAL, 2));
        cases.service("down").unlimited().exponential(10);
        assertThat(get(base(cases), "up", Field.IN_PLACE)).isCloseTo(2 * (5 + 0.25 * 1.5 + 0.75 * 2), within(1e-6));
        assertThat(get(base(cases), "down", Field.IN_PLACE)).isCloseTo(0.5 * 11.5, within(1e-6));
    }

    @Test
    void staysThatWaitingLengthensFillMorePlaces() {
        Cases cases = Cases.model().days(365, 365).arrive("s", 4);
        cases.service("s")
                .places(50)
                .exponential(10)
                .whileWaiting(new org.whorl.engine.model.WhileWaiting(Parameter.of(0.02), null, null));
        Figures figures = base(cases);
        double wait = get(figures, "s", Field.WAITING) / 4;
        assertThat(get(figures, "s", Field.IN_PLACE)).isCloseTo(40 * (1 + 0.02 * wait), within(1e-3));
    }

    @Test
    void leastCostFollowsFromWhatWaitingCostsWhereItIsDone() {
        Cases cases = Cases.model().days(365, 365).arrive("s", 4);
        cases.service("s").places(46).exponential(10).waitsIn("acute").cost(perPlaceDay(150));
        cases.service("acute").unlimited().cost(perUsedDay(346));
        Figures figures = base(cases);
        assertThat(get(figures, "s", Field.LEAST_COST_PLACES)).isEqualTo(47);
        double waiting = get(figures, "s", Field.WAITING);
        assertThat(figures.get(Subject.partner("board"), Field.CASH).mean())
                .isCloseTo(365 * (46 * 150 + waiting * 346), within(1e-3));
        assertThat(figures.get(Subject.system(), Field.CASH).mean())
                .isEqualTo(figures.get(Subject.partner("board"), Field.CASH).mean());
    }

    private static Cost perPlaceDay(double pounds) {
        return new Cost(Parameter.of(pounds), null, null, null, null, null);
    }

    private static Cost perUsedDay(double pounds) {
        return new Cost(null, Parameter.of(pounds), null, null, null, null);
    }

    @Test
    void visitsAreAsManyPlacesAsTheyServe() {
        Cases cases = Cases.model().days(365, 365).arrive("s", 4);
        cases.service("s")
                .capacity(new org.whorl.engine.model.Capacity.Calendar(
                        org.whorl.engine.model.Capacity.Unit.VISITS,
                        List.of(new org.whorl.engine.model.Capacity.Step(null, Parameter.of(150)))))
                .visits(4, 1, 0.2)
                .exponential(10);
        Answer answer = Preview.of(cases.build(), List.of());
        // A person needs (4 + 1) / 2 visits a day, twice as many for one in five, and a stay touches half a day more.
        double visits = 2.5 * 1.2 * 1.05;
        assertThat(get(answer.base().figures(), "s", Field.WAITING))
                .isCloseTo(Congestion.exponential(150 / visits, 40), within(1e-6));
        assertThat(noted(answer, "visits-as-places", "services.s")).isTrue();
    }

    @Test
    void aMillionPlacesAndNone() {
        Cases many = Cases.model().days(365, 365).arrive("s", 99_000);
        many.service("s").places(1_000_000).exponential(10);
        assertThat(get(base(many), "s", Field.IN_PLACE)).isCloseTo(990_000, within(1.0));
        Cases none = Cases.model().days(365, 365).arrive("s", 4);
        none.service("s").places(0).exponential(10);
        Answer answer = Preview.of(none.build(), List.of());
        assertThat(noted(answer, "unstable", "services.s")).isTrue();
        assertThat(get(answer.base().figures(), "s", Field.IN_PLACE)).isZero();
    }
}

package org.whorl.engine.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.whorl.engine.Cases;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Note;
import org.whorl.engine.answer.Outcome;
import org.whorl.engine.answer.Series;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Arrival;
import org.whorl.engine.model.Capacity;
import org.whorl.engine.model.Duration;
import org.whorl.engine.model.Duration.Family;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Profile;
import org.whorl.engine.model.Provenance;
import org.whorl.engine.model.Queue;

/** Days that are not alike: censuses, calendars, too much load, and changes. */
class PathTest {

    private static double[] series(Outcome outcome, String service, Field field) {
        for (Series series : outcome.series()) {
            if (series.subject().equals(Subject.service(service)) && series.field() == field) {
                return series.mean();
            }
        }
        throw new AssertionError("no " + field);
    }

    private static List<String> codes(Outcome outcome) {
        return outcome.notes().stream().map(Note::code).toList();
    }

    // ---- against the exact chain of M/M/c in time ----

    /** Kolmogorov's equations by many small steps: mean number waiting at the end of each day. */
    private static double[] exactWaiting(double rate, double mean, int places, double[] start, int days) {
        double[] p = start.clone();
        double[] waiting = new double[days];
        int steps = 200;
        for (int day = 0; day < days; day++) {
            for (int k = 0; k < steps; k++) {
                double[] next = new double[p.length];
                for (int i = 0; i < p.length; i++) {
                    double down = Math.min(i, places) / mean / steps;
                    double up = i < p.length - 1 ? rate / steps : 0;
                    next[i] += p[i] * (1 - down - up);
                    if (i > 0) {
                        next[i - 1] += p[i] * down;
                    }
                    if (i < p.length - 1) {
                        next[i + 1] += p[i] * up;
                    }
                }
                p = next;
            }
            for (int i = places; i < p.length; i++) {
                waiting[day] += (i - places) * p[i];
            }
        }
        return waiting;
    }

    private static double[] certainly(int people) {
        double[] p = new double[people + 150];
        p[people] = 1;
        return p;
    }

    @Test
    void aCensusWithAQueueDrainsAsItShould() {
        Cases cases = Cases.model().days(0, 60).arrive("s", 4);
        cases.service("s").places(46).exponential(10);
        cases.open("s", 46, 20, 0);
        double[] ours = series(Preview.of(cases.build(), List.of()).base(), "s", Field.WAITING);
        double[] exact = exactWaiting(4, 10, 46, certainly(66), 60);
        for (int day : new int[] {0, 1, 4, 9, 19}) {
            assertThat(ours[day]).as("day %s", day).isCloseTo(exact[day], withinPercentage(10));
        }
        assertThat(ours[59]).isCloseTo(exact[59], within(0.9));
    }

    @Test
    void nobodyVanishesOnTheSecondDayAndFreePlacesAreUsedAtOnce() {
        // 15 wait and there is room for all: no queue is left in the evening, and nobody was lost on the way.
        Cases cases = Cases.model().days(0, 30).arrive("s", 4);
        cases.service("s").places(2000).exponential(10);
        cases.open("s", 40, 15, 0);
        Outcome outcome = Preview.of(cases.build(), List.of()).base();
        double[] waiting = series(outcome, "s", Field.WAITING);
        double[] inPlace = series(outcome, "s", Field.IN_PLACE);
        assertThat(waiting[0]).isZero();
        assertThat(inPlace[0]).isCloseTo(40 * Math.exp(-0.1) + 19 * 10 * (1 - Math.exp(-0.1)), within(0.05));
        for (int day = 1; day < 30; day++) {
            assertThat(inPlace[day]).isBetween(inPlace[day - 1] - 2, inPlace[day - 1]);
        }
    }

    @Test
    void anEmptyServiceFillsUp() {
        Cases cases = Cases.model().days(0, 90).arrive("s", 4);
        cases.service("s").places(46).exponential(10);
        Outcome outcome = Preview.of(cases.build(), List.of()).base();
        double[] ours = series(outcome, "s", Field.WAITING);
        double[] exact = exactWaiting(4, 10, 46, certainly(0), 90);
        assertThat(series(outcome, "s", Field.IN_PLACE)[4]).isCloseTo(40 * (1 - Math.exp(-0.5)), within(1e-3));
        for (int day = 0; day < 90; day++) {
            assertThat(ours[day]).isCloseTo(exact[day], within(0.25));
        }
        assertThat(outcome.notes().getFirst().message()).contains("empty services");
    }

    @Test
    void placesLostMakeTheQueueGrowNoFasterThanItCan() {
        Cases cases = Cases.model().days(365, 180).arrive("s", 4);
        cases.service("s").places(46).exponential(10);
        cases.scenario("cut", Cases.add("services.s.capacity", -4, null, null));
        Outcome outcome = Preview.of(cases.build(), List.of("cut")).scenarios().get("cut");
        double[] p = new double[500];
        p[0] = 1;
        for (int k = 1; k < p.length; k++) {
            p[k] = p[k - 1] * 40 / Math.min(k, 46);
        }
        double sum = Arrays.stream(p).sum();
        double[] exact =
                exactWaiting(4, 10, 42, Arrays.stream(p).map(x -> x / sum).toArray(), 180);
        double[] ours = series(outcome, "s", Field.WAITING);
        for (int day : new int[] {9, 29, 59, 119, 179}) {
            assertThat(ours[day]).as("day %s", day).isCloseTo(exact[day], withinPercentage(20));
        }
        assertThat(codes(outcome)).contains("path", "short-horizon");
    }

    // ---- more load than places ----

    private static Cases overfull() {
        Cases cases = Cases.model().days(365, 365).arrive("s", 5);
        cases.service("s").places(40).exponential(10);
        return cases;
    }

    @Test
    void anOverfullServiceFollowsTheFluidPath() {
        Cases cases = Cases.model().days(0, 200).arrive("s", 5);
        cases.service("s").places(40).constant(10);
        cases.open("s", 40, 10, 0);
        double[] queue = series(Preview.of(cases.build(), List.of()).base(), "s", Field.WAITING);
        // Q(t) = Q(0) + (5 - 40 / 10) t; in the first days chance leaves a place free now and then.
        assertThat(queue[199] - queue[99]).isCloseTo(100, within(2.0));
        assertThat(queue[199]).isCloseTo(10 + 200, within(8.0));
    }

    @Test
    void anUnstableServiceNeverPrintsAnAverage() {
        Cases cases = overfull();
        cases.scenario("more", Cases.add("services.s.capacity", 20, null, null));
        Answer answer = Preview.of(cases.build(), List.of("more"));
        assertThat(codes(answer.base())).contains("unstable", "path").doesNotContain("steady-state");
        Subject s = Subject.service("s");
        for (Field field :
                List.of(Field.WAITING, Field.WAIT, Field.WAIT_P95, Field.WAIT_P95_POOLED, Field.DELAYED_SHARE)) {
            assertThat(answer.base().figures().find(s, field)).as("%s", field).isEmpty();
            assertThat(answer.differences().get("more").find(s, field))
                    .as("%s", field)
                    .isEmpty();
        }
        assertThat(answer.base().figures().get(s, Field.OFFERED_LOAD).mean()).isCloseTo(50, within(0.01));
        double[] path = series(answer.base(), "s", Field.WAITING);
        assertThat(path[364]).isGreaterThan(path[0] + 300);
        assertThat(answer.scenarios().get("more").figures().find(s, Field.WAIT)).isPresent();
    }

    @Test
    void whoeverBlocksAnOverfullServiceMakesTheOneBeforeUnstableToo() {
        Cases cases = Cases.model().days(0, 365).arrive("up", 2);
        cases.service("up").places(30).exponential(10).to("down", 1);
        cases.service("down").places(10).exponential(10);
        Answer answer = Preview.of(cases.build(), List.of());
        assertThat(answer.base().notes())
                .filteredOn(n -> n.code().equals("unstable"))
                .extracting(Note::subject)
                .containsExactlyInAnyOrder("services.up", "services.down");
        // One a day gets on; the ten places that takes upstream are all that is left to stay in.
        assertThat(series(answer.base(), "up", Field.BLOCKED)[364]).isCloseTo(20, within(0.1));
    }

    @Test
    void impatienceKeepsAnOverfullServiceWithinBounds() {
        Cases cases = Cases.model().days(400, 365).arrive("s", 5);
        cases.service("s").places(40).exponential(10).leaveAfter(Duration.of(Family.EXPONENTIAL, 20), null);
        Outcome outcome = Preview.of(cases.build(), List.of()).base();
        assertThat(codes(outcome)).contains("overloaded").doesNotContain("unstable");
        // 5 come and 4 can start, so 1 a day leaves: 20 wait.
        assertThat(outcome.figures().get(Subject.service("s"), Field.WAITING).mean())
                .isCloseTo(20, withinPercentage(5));
    }

    // ---- calendars ----

    @Test
    void aWeekendWithoutStartsIsCaughtUpOnMonday() {
        Cases cases = Cases.model().days(364, 364).arrive("s", 1);
        cases.service("s").places(1000).exponential(30).starts(1.0, 1.0, 1.0, 1.0, 1.0, 0.0, 0.0);
        Outcome outcome = Preview.of(cases.build(), List.of()).base();
        double[] waiting = series(outcome, "s", Field.WAITING);
        // Measured days begin on a Monday: nobody waits Monday to Friday, one on Saturday evening, two on Sunday.
        assertThat(Arrays.copyOf(waiting, 7)).containsExactly(new double[] {0, 0, 0, 0, 0, 1, 2}, within(1e-9));
        Figures figures = outcome.figures();
        assertThat(figures.get(Subject.service("s"), Field.DELAYED_SHARE).mean())
                .isCloseTo(2 / 7.0, within(0.005));
        assertThat(figures.get(Subject.service("s"), Field.WAITING).mean()).isCloseTo(3 / 7.0, within(1e-6));
    }

    @Test
    void halfADayOfStartsIsHalfTheUsual() {
        Cases cases = Cases.model().days(0, 14).arrive("s", 4);
        cases.service("s").unlimited().exponential(30).starts(1.0, 1.0, 1.0, 1.0, 1.0, 0.5, 0.5);
        double[] waiting = series(Preview.of(cases.build(), List.of()).base(), "s", Field.WAITING);
        assertThat(waiting[5]).isCloseTo(2, within(1e-9));
        assertThat(waiting[6]).isCloseTo(4, within(1e-9));
        assertThat(waiting[7]).isZero();
    }

    @Test
    void fallingPlacesRemoveNobody() {
        Cases cases = Cases.model().days(0, 100).arrive("s", 2);
        cases.service("s")
                .capacity(new Capacity.Calendar(
                        Capacity.Unit.PLACES,
                        List.of(
                                new Capacity.Step(null, Parameter.of(60)),
                                new Capacity.Step(Cases.MONDAY.plusDays(50), Parameter.of(10)))))
                .exponential(20);
        cases.open("s", 40, 0, 0);
        double[] inPlace = series(Preview.of(cases.build(), List.of()).base(), "s", Field.IN_PLACE);
        assertThat(inPlace[49]).isCloseTo(40, within(0.1));
        // No starts until enough have gone: the fifty-first day ends with e^(-1/20) of them.
        assertThat(inPlace[50]).isCloseTo(inPlace[49] * Math.exp(-1 / 20.0), within(0.01));
        assertThat(inPlace[99]).isLessThanOrEqualTo(10.01);
    }

    @Test
    void aCycleOfPlacesIsReadFromTheFirstMeasuredDay() {
        Cases cases = Cases.model().days(10, 14).arrive("s", 50);
        cases.service("s")
                .capacity(new Capacity.Cycle(
                        Capacity.Unit.PLACES,
                        List.of(40.0, 40.0, 40.0, 40.0, 40.0, 10.0, 10.0).stream()
                                .map(Parameter::of)
                                .toList()))
                .constant(0.5);
        double[] inPlace = series(Preview.of(cases.build(), List.of()).base(), "s", Field.IN_PLACE);
        assertThat(inPlace[4]).isGreaterThan(20);
        assertThat(inPlace[5]).isLessThanOrEqualTo(10.01);
        assertThat(inPlace[7]).isGreaterThan(20);
    }

    // ---- where people wait ----

    @Test
    void whoeverFindsNoRoomToWaitInStandsOutside() {
        Cases cases = Cases.model().days(0, 50).arrive("s", 3);
        cases.service("s").places(10).constant(10).waitsIn("acute");
        cases.service("acute").places(20);
        cases.open("s", 10, 0, 0);
        Outcome outcome = Preview.of(cases.build(), List.of()).base();
        double[] acute = series(outcome, "acute", Field.IN_PLACE);
        double[] waiting = series(outcome, "s", Field.WAITING);
        // An expected number: there is always some chance of an empty queue, here a very small one.
        assertThat(acute[49]).isBetween(19.95, 20.0);
        assertThat(waiting[49]).isCloseTo(100, within(5.0));
        double outside =
                outcome.figures().get(Subject.service("s"), Field.OUTSIDE).mean();
        assertThat(outside).isBetween(25.0, 40.0);
        assertThat(codes(outcome)).contains("waiting-room-approximate");
    }

    @Test
    void orIsLost() {
        Cases cases = Cases.model().days(200, 200).arrive("s", 3);
        cases.service("s")
                .places(10)
                .constant(10)
                .waitsIn("acute")
                .queue(new Queue(new Queue.Order.Fifo(), null, Queue.Overflow.LOST, null, null));
        cases.service("acute").places(20);
        Outcome outcome = Preview.of(cases.build(), List.of()).base();
        assertThat(series(outcome, "acute", Field.IN_PLACE)[199]).isCloseTo(20, within(1e-9));
        assertThat(series(outcome, "s", Field.WAITING)[199]).isCloseTo(20, within(1e-9));
    }

    @Test
    void longWaitersChangePathway() {
        Cases cases = Cases.model().days(0, 300).arrive("s", 5);
        cases.service("s")
                .places(40)
                .exponential(10)
                .whileWaiting(new org.whorl.engine.model.WhileWaiting(
                        null,
                        new org.whorl.engine.model.WhileWaiting.Moves(Parameter.of(5), "bed", Parameter.of(0.5)),
                        null));
        cases.service("bed").unlimited().exponential(20);
        Outcome outcome = Preview.of(cases.build(), List.of()).base();
        Figures figures = outcome.figures();
        double moved = figures.get(Subject.service("s"), Field.MOVED).mean();
        // One in five finds no place; half of those who wait five days go to a bed.
        assertThat(moved).isBetween(0.8, 1.5);
        assertThat(figures.get(Subject.service("bed"), Field.STARTS).mean()).isCloseTo(moved, within(0.02));
        assertThat(codes(outcome)).contains("moves-approximate");
    }

    // ---- scenarios ----

    @Test
    void aScenarioThatChangesNothingDiffersByNothing() {
        Cases cases = Cases.model().days(100, 200).arrive("s", 4).arrive("t", 1);
        cases.service("s").places(46).lognormal(10, 8).to("t", 0.2).to("home", 0.8);
        cases.service("t").places(40).lognormal(20, 18).leaveAfter(Duration.of(Family.EXPONENTIAL, 40), null);
        cases.scenario("same", Cases.times("services.s.capacity", 1));
        Answer answer = Preview.of(cases.build(), List.of("same"));
        answer.differences()
                .get("same")
                .estimates()
                .forEach((subject, fields) -> fields.forEach((field, estimate) ->
                        assertThat(estimate.mean()).as("%s %s", subject, field).isZero()));
        assertThat(answer.scenarios().keySet()).containsExactly("base", "same");
        assertThat(answer.scenarios().get("same").notes())
                .isEqualTo(answer.base().notes());
    }

    @Test
    void aDifferenceIsScenarioMinusBase() {
        Cases cases = Cases.model().days(365, 365).arrive("s", 4);
        cases.service("s").places(46).exponential(10);
        cases.scenario("fewer", Cases.add("services.s.capacity", -2, null, null));
        Answer answer = Preview.of(cases.build(), List.of("base", "fewer"));
        Subject s = Subject.service("s");
        double base = answer.base().figures().get(s, Field.WAITING).mean();
        double fewer =
                answer.scenarios().get("fewer").figures().get(s, Field.WAITING).mean();
        assertThat(answer.differences().get("fewer").get(s, Field.WAITING).mean())
                .isEqualTo(fewer - base);
        assertThat(fewer).isCloseTo(4.1, within(0.2));
    }

    @Test
    void aWinterWithMorePeopleIsFollowedThroughTheYear() {
        List<Double> months = List.of(1.3, 1.2, 1.0, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 1.0, 1.1, 1.3);
        Cases cases = Cases.model()
                .days(365, 365)
                .arrive(new Arrival(
                        "ready",
                        Name.of("ready"),
                        "s",
                        Parameter.of(4),
                        Profile.flat(7),
                        new Profile(months, Provenance.UNSIGNED_GUESS),
                        Parameter.of(1),
                        Arrival.noTags()));
        cases.service("s").places(46).exponential(10);
        Outcome outcome = Preview.of(cases.build(), List.of()).base();
        assertThat(codes(outcome)).contains("overloaded").doesNotContain("unstable", "steady-state");
        double[] waiting = series(outcome, "s", Field.WAITING);
        double summer = waiting[100];
        double winter = waiting[300];
        assertThat(winter).isGreaterThan(20 * summer);
        assertThat(outcome.figures()
                        .get(Subject.service("s"), Field.DELAY_TARGET_PLACES)
                        .mean())
                .isGreaterThan(49);
    }
}

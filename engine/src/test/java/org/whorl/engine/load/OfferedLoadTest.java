package org.whorl.engine.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.whorl.engine.Cases;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Series;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Arrival;
import org.whorl.engine.model.Distribution;
import org.whorl.engine.model.Duration;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Opening;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Profile;
import org.whorl.engine.model.Provenance;
import org.whorl.engine.random.Survival;

class OfferedLoadTest {

    /** m(t) for arrivals that rise and fall as a sine, and exponential stays (Eick, Massey and Whitt). */
    private static double sinusoid(double rate, double beta, double cycle, double mean, double t) {
        double gamma = 2 * Math.PI / cycle;
        return rate
                * mean
                * (1
                        + beta
                                / (1 + gamma * gamma * mean * mean)
                                * (Math.sin(gamma * t) - gamma * mean * Math.cos(gamma * t)));
    }

    @Test
    void weeklySwingsNearlyVanish() {
        double[] golden = {38.239, 40.196, 41.761, 39.804};
        for (int i = 0; i < 4; i++) {
            assertThat(sinusoid(4, 0.4, 7, 10, 1.75 * i)).isCloseTo(golden[i], within(5e-4));
        }
        // The same by our own sums: a hundredth of a day at a time, with the kernel as if that were a day.
        int parts = 100;
        for (Distribution stay : List.of(
                new Distribution.Exponential(10.0 * parts), new Distribution.Gamma(10.0 * parts, 10.0 * parts))) {
            int steps = 210 * parts;
            Stays stays = new Stays(0, steps, new double[0]);
            StayKernel kernel = StayKernel.of(stay, steps);
            double[] load = new double[steps];
            for (int i = 0; i < steps; i++) {
                double starts = 4.0 / parts * (1 + 0.4 * Math.sin(2 * Math.PI * (i + 0.5) / parts / 7));
                load[i] = stays.before(i) + starts * kernel.firstDay;
                stays.start(i, starts, kernel);
            }
            for (int i = 0; i < 4; i++) {
                int end = 196 * parts + (int) (1.75 * i * parts);
                assertThat(load[end - 1]).isCloseTo(golden[i], within(1e-3));
            }
        }
    }

    @Test
    void aYearlyPeakComesTenDaysLate() {
        double best = 0;
        double at = 0;
        for (double t = 0; t < 365; t += 0.001) {
            double m = sinusoid(4, 0.4, 365, 10, t);
            if (m > best) {
                best = m;
                at = t;
            }
        }
        assertThat(at - 365.0 / 4).isCloseTo(9.90, within(0.005));
        assertThat(best).isCloseTo(55.77, within(0.005));
    }

    @Test
    void weekdaysOfAReablementService() {
        List<Double> people = List.of(3.148, 7.179, 9.857, 7.857, 11.0, 11.036, 3.964);
        double rate = people.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        Cases cases = Cases.model()
                .days(1496, 14)
                .arrive(new Arrival(
                        "ready",
                        Name.of("ready"),
                        "s",
                        Parameter.of(rate),
                        new Profile(people, Provenance.UNSIGNED_GUESS),
                        Profile.flat(12),
                        Parameter.of(1),
                        Arrival.noTags()));
        // mu = ln 9 = 2.1972, sigma = 1.1807; so long a tail that the golden sums' 1,500 days of history matter.
        cases.service("s").unlimited().stay(Duration.of(Duration.Family.LOGNORMAL_BY_MEDIAN, 18.07, 9));
        double[] load = series(Preview.of(cases.build(), List.of()), "s", Field.OFFERED_LOAD);
        double[] golden = {136.19, 135.77, 138.15, 138.46, 141.82, 145.00, 140.93};
        for (int day = 0; day < 7; day++) {
            assertThat(load[day]).as("day %s", day).isCloseTo(golden[day], within(0.006));
        }
        // Nobody waits, so the path is the load.
        assertThat(series(Preview.of(cases.build(), List.of()), "s", Field.IN_PLACE)[3])
                .isCloseTo(load[3], within(1e-9));
    }

    @Test
    void peopleOfTheOpeningGoAsTheRestOfTheirStaysIsTold() {
        Cases cases = Cases.model().days(0, 60);
        cases.service("s").unlimited().lognormal(20, 25);
        Opening.Group nobody = Opening.Group.of(0);
        cases.open(new Opening("s", Opening.Group.of(5), Duration.of(Duration.Family.EXPONENTIAL, 7), nobody, nobody));
        double[] load = series(Preview.of(cases.build(), List.of()), "s", Field.IN_PLACE);
        for (int t : new int[] {1, 2, 10, 60}) {
            assertThat(load[t - 1]).isCloseTo(5 * Math.exp(-t / 7.0), within(1e-3));
        }
    }

    @Test
    void peopleOfTheOpeningGoAsTheirStaysHaveIt() {
        Distribution.Lognormal stay = new Distribution.Lognormal(20, 25);
        Survival survival = Survival.of(stay);
        Cases cases = Cases.model().days(0, 60);
        cases.service("s").unlimited().lognormal(20, 25);
        cases.open(new Opening(
                "s",
                new Opening.Group(Parameter.of(5), List.of(0.0, 3.5, 40.0)),
                null,
                Opening.Group.of(0),
                Opening.Group.of(0)));
        double[] load = series(Preview.of(cases.build(), List.of()), "s", Field.IN_PLACE);
        for (int t : new int[] {1, 2, 10, 60}) {
            double known =
                    survival.at(t) + survival.at(3.5 + t) / survival.at(3.5) + survival.at(40.0 + t) / survival.at(40);
            assertThat(load[t - 1]).isCloseTo(known + 2 * survival.residual(t), within(1e-6));
        }
    }

    @Test
    void aPathWithoutLimitsIsThePlainSum() {
        Cases cases = Cases.model().days(0, 120).arrive("s", 3);
        cases.service("s").unlimited().stay(Duration.of(Duration.Family.WEIBULL, 9, 7));
        double[] load = series(Preview.of(cases.build(), List.of()), "s", Field.IN_PLACE);
        Survival survival = Survival.of(new Distribution.Weibull(9, 7));
        for (int day : new int[] {0, 1, 5, 40, 119}) {
            assertThat(load[day]).isCloseTo(3 * (survival.mean() - survival.beyond(day + 1)), within(1e-4));
        }
    }

    @Test
    void aStayThatChangesHalfwayBelongsToThoseWhoStartThen() {
        Cases cases = Cases.model().days(0, 60).arrive("s", 3);
        cases.service("s").unlimited().exponential(10);
        cases.scenario(
                "shorter",
                new org.whorl.engine.model.Scenario.Change(
                        "services.s.length-of-stay",
                        org.whorl.engine.model.Scenario.Operation.TIMES,
                        Parameter.of(0.5),
                        List.of(),
                        Cases.MONDAY.plusDays(30),
                        null));
        double[] load = Preview.of(cases.build(), List.of("shorter")).scenarios().get("shorter").series().stream()
                .filter(s -> s.field() == Field.IN_PLACE)
                .findFirst()
                .orElseThrow()
                .mean();
        double old = 30 * (1 - Math.exp(-3)) * Math.exp(-(60 - 30) / 10.0);
        double young = 15 * (1 - Math.exp(-30 / 5.0));
        assertThat(load[59]).isCloseTo(old + young, within(1e-6));
    }

    static double[] series(Answer answer, String service, Field field) {
        for (Series series : answer.base().series()) {
            if (series.subject().equals(Subject.service(service)) && series.field() == field) {
                return series.mean();
            }
        }
        throw new AssertionError("no " + field);
    }
}

package org.whorl.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;
import org.whorl.engine.evidence.Places.Own;
import org.whorl.engine.random.IncompleteBeta;

class BeliefTest {

    /** Method 2.4 (c). */
    @Test
    void aNormalBeliefIsUpdatedAsInTheMethod() {
        Belief after = new Belief.Bell(-0.10, 0.10).after(-0.22, 0.09, 1);
        assertThat(after.mean()).isCloseTo(-0.1663, within(5e-5));
        assertThat(after.sd()).isCloseTo(0.0669, within(5e-5));
        assertThat(after.chanceBelow(0)).isCloseTo(0.9935, within(5e-5));
    }

    /** Method 2.4 (c): (20, 100) and 12 in 90. */
    @Test
    void aRateIsUpdatedAsInTheMethod() {
        Belief after = new Belief.Rate(20, 100).after(12, 90, 1);
        assertThat(after.mean()).isCloseTo(0.1684, within(5e-5));
        assertThat(after.low()).isCloseTo(0.1152, within(5e-5));
        assertThat(after.high()).isCloseTo(0.2316, within(5e-5));
    }

    @Test
    void aShareIsUpdatedByCounting() {
        Belief.Share after = new Belief.Share(2, 4).after(14, 20, 1);
        assertThat(after).isEqualTo(new Belief.Share(16, 10));
        BetaDistribution other = BetaDistribution.of(16, 10);
        assertThat(after.low()).isCloseTo(other.inverseCumulativeProbability(0.025), within(1e-9));
        assertThat(after.high()).isCloseTo(other.inverseCumulativeProbability(0.975), within(1e-9));
        assertThat(after.sd()).isCloseTo(Math.sqrt(other.getVariance()), within(1e-12));
    }

    @Property(tries = 300)
    void distributionsAgreeWithAnotherLibrary(
            @ForAll @DoubleRange(min = 0.2, max = 400) double a,
            @ForAll @DoubleRange(min = 0.2, max = 400) double b,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double p) {
        BetaDistribution beta = BetaDistribution.of(a, b);
        double x = beta.inverseCumulativeProbability(p);
        if (x > 1e-12 && x < 1 - 1e-12) {
            assertThat(new Belief.Share(a, b).chanceBelow(x)).isCloseTo(beta.cumulativeProbability(x), within(1e-9));
            assertThat(new Belief.Share(a, b).density(x))
                    .isCloseTo(beta.density(x), within(1e-8 * (1 + beta.density(x))));
        }
        GammaDistribution gamma = GammaDistribution.of(a, 1 / b);
        double g = gamma.inverseCumulativeProbability(p);
        assertThat(new Belief.Rate(a, b).quantile(p)).isCloseTo(g, within(1e-8 * (1 + g)));
        TDistribution t = TDistribution.of(a + 0.8);
        double q = t.inverseCumulativeProbability(p);
        assertThat(IncompleteBeta.studentQuantile(a + 0.8, p)).isCloseTo(q, within(1e-7 * (1 + Math.abs(q))));
        assertThat(IncompleteBeta.studentLower(a + 0.8, q)).isCloseTo(p, within(1e-8));
    }

    /** Half of the weight is half of the figures; and figures in two halves are the figures at once. */
    @Property
    void aDiscountIsLessOfTheSame(
            @ForAll @DoubleRange(min = -2, max = 2) double prior,
            @ForAll @DoubleRange(min = 0.05, max = 2) double sd,
            @ForAll @DoubleRange(min = -2, max = 2) double found,
            @ForAll @DoubleRange(min = 0.05, max = 2) double error,
            @ForAll @DoubleRange(min = 0.01, max = 0.5) double weight) {
        Belief.Bell bell = new Belief.Bell(prior, sd);
        Belief.Bell once = bell.after(found, error, 2 * weight);
        Belief.Bell twice = bell.after(found, error, weight).after(found, error, weight);
        assertThat(once.mean()).isCloseTo(twice.mean(), within(1e-9));
        assertThat(once.sd()).isCloseTo(twice.sd(), within(1e-9)).isLessThan(sd);
        assertThat(once.mean()).isBetween(Math.min(prior, found) - 1e-9, Math.max(prior, found) + 1e-9);
        assertThat(new Belief.Rate(3, 7).after(5, 9, weight).after(5, 9, weight).mean())
                .isCloseTo(new Belief.Rate(3, 7).after(5, 9, 2 * weight).mean(), within(1e-12));
    }

    @Test
    void meanAndDeviationMakeABelief() {
        assertThat(Belief.Rate.of(0.2, 0.05).mean()).isCloseTo(0.2, within(1e-12));
        assertThat(Belief.Rate.of(0.2, 0.05).sd()).isCloseTo(0.05, within(1e-12));
        assertThat(Belief.Share.of(0.3, 0.1).mean()).isCloseTo(0.3, within(1e-12));
        assertThat(Belief.Share.of(0.3, 0.1).sd()).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void figuresThatDoNotFitWhatWasBelievedAreToldApart() {
        Belief prior = new Belief.Bell(0, 3);
        assertThat(prior.conflicts(10.1, 4)).isTrue();
        assertThat(prior.conflicts(9.9, 4)).isFalse();
        assertThat(prior.conflicts(-10.1, 4)).isTrue();
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> new Belief.Bell(0, 0)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> new Belief.Rate(0, 1)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> new Belief.Share(1, 0)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> new Belief.Bell(0, 1).after(1, 1, 0)).hasMessageContaining("weight");
        assertThatThrownBy(() -> new Belief.Share(1, 1).after(3, 2, 1)).hasMessageContaining("not a share");
        assertThatThrownBy(() -> new Belief.Rate(1, 1).after(-1, 2, 1)).hasMessageContaining("cannot be counted");
    }

    /** Thirteen trials of the BCG vaccine (Colditz and others 1994), as every textbook of meta-analysis works them out. */
    @Test
    void placesAreDrawnTogetherAsPublished() {
        int[][] trials = {
            {4, 119, 11, 128},
            {6, 300, 29, 274},
            {3, 228, 11, 209},
            {62, 13536, 248, 12619},
            {33, 5036, 47, 5761},
            {180, 1361, 372, 1079},
            {8, 2537, 10, 619},
            {505, 87886, 499, 87892},
            {29, 7470, 45, 7232},
            {17, 1699, 65, 1600},
            {186, 50448, 141, 27197},
            {5, 2493, 3, 2338},
            {27, 16886, 29, 17825}
        };
        List<Own> own = new ArrayList<>();
        for (int[] one : trials) {
            double vaccinated = one[0] + one[1];
            double others = one[2] + one[3];
            own.add(new Own(
                    "trial " + own.size(),
                    Math.log(one[0] / vaccinated / (one[2] / others)),
                    Math.sqrt(1.0 / one[0] - 1 / vaccinated + 1.0 / one[2] - 1 / others)));
        }
        Places places = Places.of(own);
        assertThat(places.between()).isCloseTo(0.3088, within(5e-5));
        assertThat(places.mean()).isCloseTo(-0.7141, within(5e-5));
        assertThat(places.error()).isCloseTo(0.1787, within(5e-5));
        for (Places.Place place : places.each()) {
            assertThat(place.shrunk())
                    .isBetween(
                            Math.min(places.mean(), place.own().estimate()),
                            Math.max(places.mean(), place.own().estimate()));
        }
    }

    /** Eight schools (Rubin 1981): chance alone explains how they differ, and each is drawn to the mean of all. */
    @Test
    void placesThatDifferByChanceAloneAreOne() {
        double[] y = {28, 8, -3, 7, -1, 1, 18, 12};
        double[] s = {15, 10, 16, 11, 9, 11, 10, 18};
        List<Own> own = new ArrayList<>();
        for (int i = 0; i < y.length; i++) {
            own.add(new Own("school " + i, y[i], s[i]));
        }
        Places places = Places.of(own);
        assertThat(places.between()).isZero();
        assertThat(places.mean()).isCloseTo(7.69, within(5e-3));
        assertThat(places.error()).isCloseTo(4.07, within(5e-3));
        assertThat(places.each())
                .allSatisfy(place -> assertThat(place.shrunk()).isCloseTo(places.mean(), within(1e-12)));
        assertThatThrownBy(() -> Places.of(own.subList(0, 2))).hasMessageContaining("cannot be told");
    }

    @Property
    void aPlaceThatSaysLessIsDrawnFurther(@ForAll @IntRange(min = 2, max = 9) int unsure) {
        Places places = Places.of(
                List.of(new Own("a", 0, 1), new Own("b", 10, 1), new Own("c", 20, 1), new Own("d", 10, unsure)));
        assertThat(places.each().get(3).towards())
                .isGreaterThan(places.each().get(0).towards());
    }
}

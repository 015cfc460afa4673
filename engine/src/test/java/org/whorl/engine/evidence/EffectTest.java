package org.whorl.engine.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.whorl.engine.evidence.Effect.Good;
import org.whorl.engine.evidence.Effect.Interval;
import org.whorl.engine.evidence.Effect.Kind;
import org.whorl.engine.evidence.Effect.NoPrior;
import org.whorl.engine.evidence.Effect.Says;
import org.whorl.engine.model.Name;

class EffectTest {

    private static Effect effect(
            Kind kind,
            Good good,
            @Nullable Double estimate,
            @Nullable Double low,
            @Nullable Double high,
            Design design) {
        return new Effect(
                1,
                new Name("Exercise", "Ymarfer corff"),
                new Name("rate of falls", "cyfradd cwympiadau"),
                good,
                "",
                estimate,
                low == null || high == null ? null : new Interval(low, high),
                Name.of(""),
                kind,
                "community 60+",
                null,
                null,
                "",
                design,
                "Sherrington 2019",
                "",
                "");
    }

    @ParameterizedTest
    @CsvSource({
        "RATIO, LESS, 0.77, 0.71, 0.83, HELPED",
        "RATIO, LESS, 1.05, 0.96, 1.16, NO_CLEAR_DIFFERENCE",
        "RATIO, LESS, 1.2, 1.05, 1.4, HARM",
        "RATIO, MORE, 1.06, 1.01, 1.1, HELPED",
        "RATIO, MORE, 0.9, 0.8, 0.95, HARM",
        "RATIO, LESS, 0.9, 0.8, 1, NO_CLEAR_DIFFERENCE", // an interval that ends at "no effect" holds it
        "PER_CENT, LESS, 33, 16, 54, HARM",
        "PER_CENT, LESS, -9.8, -17.2, -0.6, HELPED",
        "DIFFERENCE, LESS, -2265, -4279, -252, HELPED",
        "DIFFERENCE, MORE, -2, -3, -1, HARM",
        "PER_CENT, LESS, -29, , , CANNOT_TELL", // however large
        "LEVEL, LESS, 12, 9.5, 13.6, CANNOT_TELL", // compared with nothing
        "RATIO, NEITHER, 0.5, 0.4, 0.6, CANNOT_TELL",
        "RATIO, LESS, , , , CANNOT_TELL"
    })
    void itsIntervalAndTheGoodDirectionSayWhatItSays(
            Kind kind, Good good, @Nullable Double estimate, @Nullable Double low, @Nullable Double high, Says says) {
        assertThat(effect(kind, good, estimate, low, high, Design.TRIAL).says()).isEqualTo(says);
    }

    /** Sherrington 2019, 0.77 (0.71 to 0.83), held to another library's normal distribution. */
    @Test
    void aRatioBecomesALogNormalPriorAsWideAsItsIntervalAndTheWeightMakeIt() {
        Prior prior = effect(Kind.RATIO, Good.LESS, 0.77, 0.71, 0.83, Design.REVIEW_HIGH)
                .prior()
                .orElseThrow();
        double s = Math.log(0.83 / 0.71) / 2 / NormalDistribution.of(0, 1).inverseCumulativeProbability(0.975);
        assertThat(s).isCloseTo(0.03984, within(1e-5));
        assertThat(prior.sd()).isCloseTo(s / Math.sqrt(0.8), within(1e-12));
        assertThat(prior.median()).isCloseTo(0.77, within(1e-12));
        NormalDistribution log = NormalDistribution.of(Math.log(0.77), prior.sd());
        assertThat(prior.low()).isCloseTo(Math.exp(log.inverseCumulativeProbability(0.025)), within(1e-9));
        assertThat(prior.high()).isCloseTo(Math.exp(log.inverseCumulativeProbability(0.975)), within(1e-9));
        assertThat(prior.chanceBelow(0.7)).isCloseTo(log.cumulativeProbability(Math.log(0.7)), within(1e-9));
    }

    @Test
    void perCentIsARatioInOtherClothes() {
        Prior perCent = effect(Kind.PER_CENT, Good.LESS, 33.0, 16.0, 54.0, Design.MATCHED)
                .prior()
                .orElseThrow();
        Prior ratio = effect(Kind.RATIO, Good.LESS, 1.33, 1.16, 1.54, Design.MATCHED)
                .prior()
                .orElseThrow();
        assertThat(perCent).isEqualTo(ratio);
    }

    @Test
    void aDifferenceBecomesANormalPriorOnItsOwnScale() {
        Prior prior = effect(Kind.DIFFERENCE, Good.LESS, -2265.0, -4279.0, -252.0, Design.TRIAL_MANY_SITES)
                .prior()
                .orElseThrow();
        assertThat(prior.median()).isEqualTo(-2265);
        assertThat(prior.high() - prior.low()).isCloseTo((4279 - 252) / Math.sqrt(0.5), within(1e-9));
    }

    /**
     * The power prior is what it says: a likelihood raised to a0 is the same curve as the prior's density, up to a constant
     * (Ibrahim and Chen 2000).
     */
    @ParameterizedTest
    @EnumSource(Design.class)
    void theLikelihoodToThePowerOfTheWeightHasTheShapeOfThePrior(Design design) {
        Prior prior = effect(Kind.DIFFERENCE, Good.LESS, 3.0, 1.0, 5.0, design)
                .prior()
                .orElseThrow();
        double z = NormalDistribution.of(0, 1).inverseCumulativeProbability(0.975);
        NormalDistribution likelihood = NormalDistribution.of(3, 2 / z);
        NormalDistribution shape = NormalDistribution.of(prior.centre(), prior.sd());
        double constant = design.weight() * likelihood.logDensity(3) - shape.logDensity(3);
        for (double x : new double[] {-2, 0, 2.5, 7}) {
            assertThat(design.weight() * likelihood.logDensity(x) - shape.logDensity(x))
                    .isCloseTo(constant, within(1e-9));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RATIO, , , , NO_ESTIMATE",
        "PER_CENT, -29, , , NO_INTERVAL",
        "LEVEL, 12, 9.5, 13.6, NOTHING_COMPARED",
        "PER_CENT, -60, -100, -20, NOT_ABOVE_ZERO"
    })
    void whatCannotBeAPriorSaysWhy(
            Kind kind, @Nullable Double estimate, @Nullable Double low, @Nullable Double high, NoPrior why) {
        Effect effect = effect(kind, Good.LESS, estimate, low, high, Design.MATCHED);
        assertThat(effect.prior()).isEmpty();
        assertThat(effect.whyNoPrior()).contains(why);
    }

    @Test
    void aRatioOfNothingIsRefused() {
        assertThatThrownBy(() -> Prior.ofRatio(0.5, 0, 1, 1)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> Prior.ofDifference(0.5, 0, 1, 0)).hasMessageContaining("weight");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"falls EXERCISE | 1", "ymârfer | 1", "'' | 1", "falls cake | 0"})
    void wordsAreFoundInEitherLanguageWithAccentsOrWithout(String words, int count) {
        Effects effects = new Effects(List.of(effect(Kind.RATIO, Good.LESS, 0.77, 0.71, 0.83, Design.TRIAL)));
        assertThat(effects.find(Objects.requireNonNullElse(words, ""))).hasSize(count);
    }
}

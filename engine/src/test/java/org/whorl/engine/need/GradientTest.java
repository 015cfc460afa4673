package org.whorl.engine.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * Emergency admissions of people aged 67 and over in NEW Devon, least deprived fifth first: Pereira Gray and others, BMJ Open
 * 2017;7:e014045.
 */
class GradientTest {
    private static final double[] PEOPLE = {17_292, 49_432, 55_018, 24_272, 5_575};
    private static final double[] EVENTS = {3_500, 9_823, 11_327, 5_796, 1_573};

    @Test
    void aStraightGradientIsAsReferenced() {
        Gradient gradient = Gradient.linear(EVENTS, PEOPLE);
        assertThat(EVENTS[4] / PEOPLE[4] / (EVENTS[0] / PEOPLE[0])).isCloseTo(1.394, within(5e-4));
        assertThat(gradient.fit().coefficients()[1]).isCloseTo(0.29955, within(5e-6));
        assertThat(gradient.fit().se(1)).isCloseTo(0.02235, within(5e-6));
        assertThat(gradient.ratio()).isCloseTo(1.349, within(5e-4));
        assertThat(gradient.fit().deviance()).isCloseTo(76.2, within(0.05));
        assertThat(gradient.fit().freedom()).isEqualTo(3);
        assertThat(gradient.fit().phi()).isCloseTo(25.8, within(0.05));
        assertThat(gradient.fit().pOfShape()).as("a straight line does not fit").isLessThan(1e-15);
    }

    @Test
    void theIndexOfInequalityIsAsReferenced() {
        Gradient index = Gradient.index(EVENTS, PEOPLE);
        assertThat(index.ratio()).isCloseTo(1.288, within(5e-4));
        assertThat(index.low()).isCloseTo(1.238, within(5e-4));
        assertThat(index.high()).isCloseTo(1.341, within(5e-4));
    }

    @Test
    void aFreeShapeReproducesEveryRate() {
        double[][] design = new double[5][5];
        for (int i = 0; i < 5; i++) {
            design[i][0] = 1;
            design[i][i] = 1;
        }
        PoissonFit fit = PoissonFit.of(EVENTS, PEOPLE, design);
        for (int i = 0; i < 5; i++) {
            assertThat(fit.rate(design[i])).isCloseTo(EVENTS[i] / PEOPLE[i], within(1e-12));
        }
        assertThat(fit.deviance()).isCloseTo(0, within(1e-6));
        assertThat(fit.phi()).isEqualTo(1);
    }

    @Test
    void saysWhenCircumstancesCannotBeToldApart() {
        assertThatThrownBy(() -> PoissonFit.of(
                        new double[] {1, 2, 3}, new double[] {9, 9, 9}, new double[][] {{1, 1}, {1, 1}, {1, 1}}))
                .hasMessageContaining("cannot be told apart");
    }
}

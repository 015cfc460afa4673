package org.whorl.engine.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked numbers of the method (2.3). */
class PublishedTest {

    private static final Atkinson FIFTHS = Atkinson.ofEqualGroups(60, 63, 66, 69, 72);

    @ParameterizedTest
    @CsvSource({
        "800,  0.02, 0.7,  160000, 11.2,  7.0",
        "1200, 0.01, 0.8,  400000,  9.6,  2.4",
        "500,  0.03, 0.75, 350000, 11.25, 3.2142857"
    })
    void triangles(double people, double each, double chance, double pounds, double benefit, double slope) {
        ValueTriangle triangle = new ValueTriangle("x", people, each, chance, pounds);
        assertThat(triangle.benefit()).isCloseTo(benefit, within(1e-9));
        assertThat(triangle.perHundredThousand()).isCloseTo(slope, within(1e-6));
    }

    @Test
    void theFrontierTakesTheSteepestFirst() {
        Frontier frontier = Frontier.of(List.of(
                new ValueTriangle("b", 1200, 0.01, 0.8, 400_000),
                new ValueTriangle("c", 500, 0.03, 0.75, 350_000),
                new ValueTriangle("a", 800, 0.02, 0.7, 160_000)));
        assertThat(frontier.points()).extracting(p -> p.triangle().id()).containsExactly("a", "c", "b");
        assertThat(frontier.points().getLast().pounds()).isEqualTo(910_000);
        assertThat(frontier.points().getLast().benefit()).isCloseTo(32.05, within(1e-9));
        assertThat(frontier.benefitOf(160_000)).isCloseTo(11.2, within(1e-9));
        assertThat(frontier.benefitOf(335_000)).isCloseTo(11.2 + 11.25 / 2, within(1e-9));
        assertThat(frontier.benefitOf(5e6)).isCloseTo(32.05, within(1e-9));
        assertThatThrownBy(() -> new ValueTriangle("free", 1, 1, 1, 0)).hasMessageContaining("free: a triangle needs");
    }

    @Test
    void weightsOfTheWorseOff() {
        assertThat(FIFTHS.weights(1))
                .containsExactly(new double[] {1.0954, 1.0433, 0.9959, 0.9526, 0.9129}, within(5e-5));
        double[] two = FIFTHS.weights(2);
        assertThat(two[0]).isCloseTo(1.1950, within(5e-5));
        assertThat(two[4]).isCloseTo(0.8299, within(5e-5));
        assertThat(FIFTHS.weights(0)).containsOnly(1.0);
        assertThat(FIFTHS.equallyDistributedEquivalent(1)).isCloseTo(65.863, within(5e-4));
        assertThat(FIFTHS.equallyDistributedEquivalent(2)).isCloseTo(65.726, within(5e-4));
        assertThat(FIFTHS.equallyDistributedEquivalent(0)).isCloseTo(66, within(1e-9));
    }

    @Test
    void theDislikeOfInequalityAtWhichTheBetterOptionChanges() {
        double[] more = {1, 1, 1, 1, 3.5};
        double[] fairer = {2, 1.5, 1, 1, 1};
        double flip = FIFTHS.flip(more, fairer).orElseThrow();
        // By hand: the sign of sum w (more - fairer), before and after.
        assertThat(FIFTHS.weighted(more, flip)).isCloseTo(FIFTHS.weighted(fairer, flip), within(1e-9));
        assertThat(FIFTHS.weighted(more, flip - 0.1)).isGreaterThan(FIFTHS.weighted(fairer, flip - 0.1));
        assertThat(FIFTHS.weighted(more, flip + 0.1)).isLessThan(FIFTHS.weighted(fairer, flip + 0.1));
        assertThat(FIFTHS.flip(new double[] {1, 1, 1, 1, 1}, new double[] {2, 2, 2, 2, 2}))
                .isEmpty();
    }

    @Test
    void theSlopeOfAStraightLineIsFoundWhateverTheGroups() {
        // Means on the line 50 + 20 x at the ridits 0.15, 0.5, 0.85 of groups of 3, 4 and 3.
        SlopeIndex line = SlopeIndex.of(new double[] {53, 60, 67}, new double[] {3, 4, 3});
        assertThat(line.slope()).isCloseTo(20, within(1e-9));
        assertThat(line.worst()).isCloseTo(50, within(1e-9));
        assertThat(line.ratio()).isCloseTo(50.0 / 70, within(1e-12));
        // Equal fifths 60 to 72: by hand, slope = 6 / 0.4 = 15.
        assertThat(SlopeIndex.of(new double[] {60, 63, 66, 69, 72}, new double[] {1, 1, 1, 1, 1})
                        .slope())
                .isCloseTo(15, within(1e-9));
    }
}

package org.whorl.engine.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The golden values of docs/method/instant-tier.md: 4 arrivals a day, mean stay 10 days, load 40. */
class CongestionTest {

    private static final double RATE = 4;

    @Test
    void exponentialStays() {
        assertThat(Congestion.exponential(46, 40)).isCloseTo(1.771938, within(5e-7));
        assertThat(Congestion.exponential(46, 40) / RATE).isCloseTo(0.442984, within(6e-7));
        assertThat(Congestion.exponential(44, 40)).isCloseTo(4.317002, within(5e-7));
    }

    @Test
    void kimuraForStaysOfAnySpread() {
        assertThat(Congestion.queue(44, 40, 0.3) / RATE).isCloseTo(0.740, within(5e-4));
        assertThat(Congestion.queue(44, 40, 0.6) / RATE).isCloseTo(0.890, within(5e-4));
        assertThat(Congestion.queue(44, 40, 1.0) / RATE).isCloseTo(1.079, within(5e-4));
        assertThat(Congestion.queue(44, 40, 3.0) / RATE).isCloseTo(1.882, within(5e-4));
    }

    @Test
    void cosmetatosForConstantStaysMixedInProportion() {
        double wait = Congestion.exponential(44, 40) / RATE;
        double factor = Congestion.constantStayFactor(44, 40);
        assertThat(wait * (0.3 + 0.7 * factor)).isCloseTo(0.731, within(5e-4));
        assertThat(wait * (0.6 + 0.4 * factor)).isCloseTo(0.880, within(5e-4));
        assertThat(wait * (3.0 - 2.0 * factor)).isCloseTo(2.073, within(5e-4));
    }

    @Test
    void allenCunneen() {
        double wait = Congestion.exponential(44, 40) / RATE;
        assertThat(wait * Congestion.allenCunneenFactor(1, 0.3)).isCloseTo(0.702, within(5e-4));
        assertThat(wait * Congestion.allenCunneenFactor(1, 0.6)).isCloseTo(0.863, within(5e-4));
        assertThat(wait * Congestion.allenCunneenFactor(1, 3.0)).isCloseTo(2.159, within(5e-4));
    }

    @Test
    void kimuraFallsBackWhereItsMeanHasNoDenominator() {
        assertThat(Congestion.kimuraFactor(3, 0.1)).isEqualTo(Congestion.allenCunneenFactor(1, 3));
        assertThat(Congestion.kimuraFactor(0, 0.6)).isCloseTo(0.6, within(1e-15));
        assertThat(Congestion.kimuraFactor(1, 0.6)).isCloseTo(1, within(1e-15));
    }

    @Test
    void onePlaceIsPollaczekAndKhinchine() {
        assertThat(Congestion.queue(1, 0.8, 2.5)).isCloseTo(0.64 * 3.5 / (2 * 0.2), within(1e-12));
    }

    @Test
    void noAverageWhereThereIsNone() {
        assertThat(Congestion.queue(44, 44, 1)).isInfinite();
        assertThat(Congestion.queue(44, 50, 1)).isInfinite();
        assertThat(Congestion.queue(0, 0, 1)).isZero();
        assertThat(Congestion.queue(44, 0, 1)).isZero();
        assertThat(Congestion.queue(1e6, 10, 0)).isZero();
    }

    @Test
    void fullServicesForgetSlowly() {
        // D2A-3's three pathways, in days: 77, 148 and 343.
        assertThat(14 * Congestion.relaxation(120, 112, 1, 100.0 / 196)).isCloseTo(76.6, within(0.1));
        assertThat(28 * Congestion.relaxation(50, 44.8, 1, 400.0 / 784)).isCloseTo(148.1, within(0.2));
        assertThat(45 * Congestion.relaxation(40, 36, 1, 1225.0 / 2025)).isCloseTo(342.9, within(0.5));
        assertThat(Congestion.relaxation(40, 40, 1, 1)).isInfinite();
    }
}

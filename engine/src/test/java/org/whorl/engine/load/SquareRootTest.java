package org.whorl.engine.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SquareRootTest {

    @Test
    void goldenMargins() {
        assertThat(SquareRoot.beta(0.50)).isCloseTo(0.5061, within(5e-5));
        assertThat(SquareRoot.beta(0.20)).isCloseTo(1.0615, within(5e-5));
        assertThat(SquareRoot.beta(0.10)).isCloseTo(1.4202, within(5e-5));
        assertThat(SquareRoot.beta(0.05)).isCloseTo(1.7398, within(5e-5));
        assertThat(SquareRoot.beta(0.01)).isCloseTo(2.3749, within(5e-5));
    }

    @Test
    void placesForATenthWaiting() {
        assertThat(SquareRoot.places(40, 1, 0.1)).isEqualTo(49);
        assertThat(Erlang.delayed(49, 40)).isBetween(0.08, 0.12);
        assertThat(SquareRoot.places(40, 2, 0.1)).isEqualTo(53);
        assertThat(SquareRoot.places(0, 1, 0.1)).isZero();
    }

    @Test
    void noMarginMeansEverybodyWaits() {
        assertThat(SquareRoot.delayed(0)).isOne();
        assertThat(SquareRoot.delayed(-1)).isOne();
        assertThatThrownBy(() -> SquareRoot.beta(0)).isInstanceOf(IllegalArgumentException.class);
    }
}

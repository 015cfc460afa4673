package org.whorl.engine.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExpTest {

    @Test
    void isWithinTwoUnitsInTheLastPlaceOfTheStrictOne() {
        SplittableRandom random = new SplittableRandom(20260406);
        double worst = 0;
        for (int i = 0; i < 1_000_000; i++) {
            double x = random.nextDouble(-700, 700) * (i % 3 == 0 ? 0.01 : 1);
            double strict = StrictMath.exp(x);
            worst = Math.max(worst, Math.abs(Exp.of(x) - strict) / Math.ulp(strict));
        }
        assertThat(worst).isLessThanOrEqualTo(2);
    }

    @Test
    void holdsAtTheEdges() {
        assertThat(Exp.of(0)).isEqualTo(1);
        assertThat(Exp.of(1000)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Exp.of(-1000)).isZero();
        assertThat(Exp.of(Double.NaN)).isNaN();
    }
}

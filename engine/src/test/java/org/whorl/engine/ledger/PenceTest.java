package org.whorl.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.api.Assertions;

/** Whole pence: nothing is lost in sharing, and nobody is a penny further from its part than it must be. */
class PenceTest {

    @Property(seed = "20261122")
    void sharingLosesNothing(
            @ForAll @LongRange(min = -1_000_000_000_00L, max = 1_000_000_000_00L) long amount,
            @ForAll @Size(min = 1, max = 8) List<@DoubleRange(min = 0.01, max = 1000) Double> weights) {
        List<Pence> shares = new Pence(amount).share(weights);
        assertThat(Pence.sum(shares).amount()).isEqualTo(amount);
        double all = weights.stream().mapToDouble(Double::doubleValue).sum();
        for (int i = 0; i < weights.size(); i++) {
            assertThat((double) shares.get(i).amount())
                    .isCloseTo(amount * weights.get(i) / all, Assertions.within(1.001));
        }
    }

    @Example
    void thePenniesLeftOverGoToTheFirstWhereAllLostTheSame() {
        assertThat(new Pence(100).share(List.of(1.0, 1.0, 1.0)))
                .containsExactly(new Pence(34), new Pence(33), new Pence(33));
        assertThat(new Pence(-100).share(List.of(1.0, 1.0, 1.0)))
                .containsExactly(new Pence(-34), new Pence(-33), new Pence(-33));
        assertThat(new Pence(5).share(List.of(0.0, 1.0))).containsExactly(Pence.ZERO, new Pence(5));
    }

    @Example
    void poundsBecomeTheNearestPenny() {
        assertThat(Pence.ofPounds(12.345)).isEqualTo(new Pence(1235));
        assertThat(Pence.ofPounds(0.125)).isEqualTo(new Pence(12));
        assertThat(Pence.ofPounds(-1234.5)).hasToString("-£1,234.50");
        assertThatThrownBy(() -> Pence.ofPounds(Double.NaN)).hasMessageContaining("not an amount of money");
        assertThatThrownBy(() -> new Pence(1).share(List.of(0.0))).hasMessageContaining("Nobody has a share");
    }
}

package org.whorl.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.whorl.engine.ledger.Compensation.Agreed;
import org.whorl.engine.ledger.Compensation.Impossible;

/** Payments between partners (method 2.3), against what they must keep. */
class CompensationTest {

    private static SequencedMap<String, Pence> named(List<Long> amounts) {
        SequencedMap<String, Pence> named = new LinkedHashMap<>();
        for (int i = 0; i < amounts.size(); i++) {
            named.put("p" + i, new Pence(amounts.get(i)));
        }
        return named;
    }

    private static List<Long> received(Compensation.Found found) {
        assertThat(found).isInstanceOf(Agreed.class);
        return ((Agreed) found).received().values().stream().map(Pence::amount).toList();
    }

    @Example
    void aGainOfTwelveIsSharedByThree() {
        Compensation three = new Compensation(named(List.of(2000L, -500L, -300L)), named(List.of()));
        assertThat(received(three.equalShare())).containsExactly(-1600L, 900L, 700L);
        assertThat(received(three.smallest())).containsExactly(-800L, 500L, 300L);
        SequencedMap<String, Double> puts = new LinkedHashMap<>();
        puts.put("p0", 1.0);
        puts.put("p1", 3.0);
        assertThat(received(three.inProportion(puts))).containsExactly(-1700L, 1400L, 300L);
    }

    @Example
    void aLossNobodyCanBearIsToldWithItsSize() {
        Compensation lost = new Compensation(named(List.of(100L, -500L)), named(List.of(150L, 100L)));
        assertThat(lost.smallest())
                .isEqualTo(new Impossible(
                        "Together the partners lose £4.00, and they can bear to lose £2.50.", new Pence(150)));
        assertThat(lost.equalShare()).isInstanceOf(Impossible.class);
        assertThat(lost.inProportion(new LinkedHashMap<>()))
                .isEqualTo(
                        new Impossible("Nobody put anything in, so there is no proportion to share by.", Pence.ZERO));
    }

    @Example
    void aLossAllCanBearTogetherNeedsNoMoreThanThat() {
        Compensation borne = new Compensation(named(List.of(100L, -500L)), named(List.of(150L, 300L)));
        assertThat(received(borne.smallest())).containsExactly(-200L, 200L);
    }

    /** A solution exists exactly when net and what can be borne together are not below nothing; every one keeps the terms. */
    @Property(seed = "20261122")
    void paymentsSumToNothingAndNobodyEndsWorseThanItCanBear(
            @ForAll @Size(min = 1, max = 6) List<@LongRange(min = -100_000, max = 100_000) Long> net,
            @ForAll @Size(6) List<@LongRange(min = 0, max = 50_000) Long> bearable) {
        List<Long> borne = bearable.subList(0, net.size());
        Compensation compensation = new Compensation(named(net), named(borne));
        long together = net.stream().mapToLong(n -> n).sum()
                + borne.stream().mapToLong(b -> b).sum();
        Compensation.Found smallest = compensation.smallest();
        if (together < 0) {
            assertThat(smallest).isInstanceOf(Impossible.class);
            assertThat(((Impossible) smallest).missing().amount()).isEqualTo(-together);
            return;
        }
        SequencedMap<String, Double> puts = new LinkedHashMap<>();
        net.forEach(n -> puts.put("p" + puts.size(), 1.0 + Math.abs(n)));
        for (Compensation.Found found : List.of(smallest, compensation.equalShare(), compensation.inProportion(puts))) {
            if (found instanceof Agreed agreed) {
                List<Long> got = received(agreed);
                assertThat(got.stream().mapToLong(g -> g).sum()).isZero();
                for (int i = 0; i < got.size(); i++) {
                    assertThat(net.get(i) + got.get(i)).isGreaterThanOrEqualTo(-borne.get(i));
                }
            }
        }
        // The least that can change hands is what losers lack.
        long lacking = 0;
        for (int i = 0; i < net.size(); i++) {
            lacking += Math.max(0, -borne.get(i) - net.get(i));
        }
        assertThat(received(smallest).stream().mapToLong(g -> Math.max(0, g)).sum())
                .isEqualTo(lacking);
    }

    @Example
    void riskIsSharedWithinItsBand() {
        // The board covers 80 per cent of what the council pays above 20,000, up to 100,000.
        RiskShare share = new RiskShare("board", "council", 0.8, Pence.ofPounds(20_000), Pence.ofPounds(100_000));
        Pence expected = Pence.ofPounds(1_000_000);
        assertThat(share.payment(expected, Pence.ofPounds(1_015_000))).isEqualTo(Pence.ZERO);
        assertThat(share.payment(expected, Pence.ofPounds(1_062_000))).isEqualTo(Pence.ofPounds(33_600));
        assertThat(share.payment(expected, Pence.ofPounds(1_500_000))).isEqualTo(Pence.ofPounds(64_000));
        assertThat(share.payment(expected, Pence.ofPounds(960_000))).isEqualTo(Pence.ofPounds(-16_000));
    }
}

package org.whorl.engine.spc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.whorl.engine.spc.Funnel.Row;
import org.whorl.engine.spc.Funnel.Why;

class FunnelTest {
    private static final double[] NUMERATORS = {30, 45, 22, 60, 80, 35, 50, 90, 41, 28};
    private static final double[] DENOMINATORS = {100, 120, 80, 150, 160, 110, 125, 170, 100, 90};

    /** Reference values of method 2.6: what looks like a star is none once there is room for what always differs. */
    @Test
    void overDispersionIsAsInTheMethod() {
        Funnel funnel = Funnel.of(period("2026-Q1"), true);
        assertThat(funnel.target()).isCloseTo(0.39917, within(5e-6));
        assertThat(funnel.phi()).isCloseTo(2.89916, within(5e-6));
        assertThat(funnel.tau2()).isCloseTo(0.0046384, within(5e-8));
        Funnel.Unit top = funnel.units().get(7);
        assertThat(top.z()).isCloseTo(3.415, within(5e-4));
        assertThat(top.zAdjusted()).isCloseTo(1.6755, within(5e-5));
        assertThat(top.why()).isEqualTo(Why.WITHIN);
        assertThat(funnel.worthAsking()).isEmpty();
        assertThat(funnel.units()).extracting(Funnel.Unit::unit).startsWith("u0", "u1");
    }

    @Test
    void whatHoldsTwicePeriodsRunningIsWorthAsking() {
        List<Row> rows = new ArrayList<>(twenty("2026-Q1", 290));
        rows.addAll(twenty("2026-Q2", 285));
        assertThat(Funnel.of(rows, true).worthAsking())
                .singleElement()
                .satisfies(unit -> assertThat(unit.unit()).isEqualTo("star"))
                .satisfies(unit -> assertThat(unit.bestTenth()).isGreaterThan(Funnel.SURE))
                .satisfies(unit -> assertThat(unit.share().low()).isBetween(0.6, 0.7125))
                .satisfies(unit -> assertThat(unit.why()).isEqualTo(Why.WORTH_ASKING_MIX_UNKNOWN));
        // Where fewer is better the same unit is no bright spot; and what is low is told to nobody else.
        assertThat(Funnel.of(rows, false).worthAsking()).isEmpty();
    }

    @Test
    void onceIsNotTwice() {
        List<Row> rows = new ArrayList<>(twenty("2026-Q1", 200));
        rows.addAll(twenty("2026-Q2", 290));
        assertThat(Funnel.of(rows, true).units().getLast().why()).isEqualTo(Why.NOT_YET_TWICE);
        assertThat(Funnel.of(twenty("2026-Q2", 290), true).units().getLast().why())
                .isEqualTo(Why.NOT_YET_TWICE);
    }

    @Test
    void whoHelpsOtherPeopleIsNotHeldBesideThem() {
        List<Row> rows = new ArrayList<>();
        for (String period : List.of("1", "2")) {
            for (Row row : twenty(period, 290)) {
                double mix = row.unit().equals("star") ? 9 : row.numerator() % 3;
                rows.add(new Row(row.unit(), period, row.numerator(), row.denominator(), OptionalDouble.of(mix)));
            }
        }
        assertThat(Funnel.of(rows, true).units().getLast().why()).isEqualTo(Why.OTHER_PEOPLE);
    }

    @Test
    void unitsThatDifferByChanceAloneLeaveNothingToAsk() {
        List<Row> rows = new ArrayList<>();
        for (int u = 0; u < 12; u++) {
            rows.add(new Row("u" + u, "1", 50 + u % 3, 100, OptionalDouble.empty()));
        }
        Funnel funnel = Funnel.of(rows, true);
        assertThat(funnel.tau2()).isZero();
        assertThat(funnel.units()).extracting(Funnel.Unit::why).containsOnly(Why.WITHIN);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> new Row("u", "1", 5, 4, OptionalDouble.empty()))
                .hasMessageContaining("not a share");
        assertThatThrownBy(() -> Funnel.of(period("1").subList(0, 2), true)).hasMessageContaining("three units");
        List<Row> twice = new ArrayList<>(period("1"));
        twice.add(twice.getFirst());
        assertThatThrownBy(() -> Funnel.of(twice, true)).hasMessageContaining("stands twice");
    }

    private static List<Row> period(String name) {
        List<Row> rows = new ArrayList<>();
        for (int u = 0; u < NUMERATORS.length; u++) {
            rows.add(new Row("u" + u, name, NUMERATORS[u], DENOMINATORS[u], OptionalDouble.empty()));
        }
        return rows;
    }

    /** Twenty that differ a little, and one of 400 that is far better. */
    private static List<Row> twenty(String period, int star) {
        List<Row> rows = new ArrayList<>();
        for (int u = 0; u < 20; u++) {
            rows.add(new Row("u" + u, period, 180 + 4 * (u % 11), 400, OptionalDouble.empty()));
        }
        rows.add(new Row("star", period, star, 400, OptionalDouble.empty()));
        return rows;
    }
}

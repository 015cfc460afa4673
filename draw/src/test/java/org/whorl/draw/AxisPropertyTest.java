package org.whorl.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.whorl.draw.DateAxis.Mark;

class AxisPropertyTest {

    @Property(tries = 1000, seed = "20260411")
    void ticksAreRoundAndCoverTheData(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double a,
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double b,
            @ForAll @IntRange(min = -12, max = 9) int scale,
            @ForAll @IntRange(min = 1, max = 12) int about) {
        double low = Math.min(a, b) * Math.pow(10, scale);
        double high = Math.max(a, b) * Math.pow(10, scale);
        Ticks ticks = Ticks.covering(low, high, about);
        double hair = ticks.step() * 1e-6;
        assertThat(ticks.low()).isLessThanOrEqualTo(low + hair);
        assertThat(ticks.high()).isGreaterThanOrEqualTo(high - hair);
        assertThat(ticks.count()).isBetween(2, about + 3);
        double lead = ticks.step() / Math.pow(10, Math.floor(Math.log10(ticks.step()) + 1e-9));
        assertThat(List.of(1L, 2L, 5L)).contains(Math.round(lead));
        assertThat(lead).isCloseTo(Math.rint(lead), org.assertj.core.api.Assertions.within(1e-9));
    }

    @Property(tries = 500, seed = "20260412")
    void datesKeepTheirDistance(
            @ForAll @IntRange(min = 0, max = 40_000) int days,
            @ForAll @IntRange(min = 200, max = 600) int length,
            @ForAll Words words) {
        LocalDate last = Samples.START.plusDays(days);
        DateAxis axis = DateAxis.covering(Samples.START, last, length, words, 14);
        assertThat(axis.marks()).isNotEmpty();
        double perDay = length / Math.max(1.0, days);
        for (int i = 0; i < axis.marks().size(); i++) {
            Mark mark = axis.marks().get(i);
            assertThat(mark.date()).isBetween(Samples.START, last);
            if (i > 0) {
                Mark before = axis.marks().get(i - 1);
                double apart = (mark.date().toEpochDay() - before.date().toEpochDay()) * perDay;
                double wide = Type.width(mark.label(), 14) / 2 + Type.width(before.label(), 14) / 2;
                assertThat(apart).isGreaterThan(wide);
            }
        }
    }

    @Test
    void aYearIsMarkedByItsMonths() {
        LocalDate start = LocalDate.of(2026, 4, 1);
        DateAxis axis = DateAxis.covering(start, start.plusDays(364), 560, Words.CY, 14);
        assertThat(axis.marks()).extracting(Mark::label).containsExactly("Ebr", "Meh", "Awst", "Hyd", "Rhag", "Chwef");
        assertThat(axis.marks()).extracting(Mark::year).containsExactly("2026", "", "", "", "", "2027");
    }

    @Test
    void aMonthBegunIsLeftToTheNextWholeOne() {
        LocalDate start = LocalDate.of(2026, 4, 15);
        DateAxis axis = DateAxis.covering(start, start.plusDays(364), 560, Words.EN, 14);
        assertThat(axis.marks().getFirst().date()).isEqualTo(LocalDate.of(2026, 5, 1));
    }

    @Property(tries = 300, seed = "20260413")
    void anOutlineLeavesOutOnlyWhatNobodyWouldMiss(@ForAll List<@DoubleRange(min = 0, max = 250) Double> heights) {
        if (heights.size() < 2) {
            return;
        }
        double[] x = new double[heights.size()];
        double[] y = new double[heights.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = i * 1.6;
            y[i] = heights.get(i);
        }
        boolean[] kept = Outline.keep(x, y, 0, x.length - 1);
        for (int i = 0; i < x.length; i++) {
            int before = i;
            int after = i;
            while (!kept[before]) {
                before--;
            }
            while (!kept[after]) {
                after++;
            }
            double drawn = before == after
                    ? y[i]
                    : y[before] + (y[after] - y[before]) * (x[i] - x[before]) / (x[after] - x[before]);
            assertThat(Math.abs(drawn - y[i])).isLessThanOrEqualTo(0.51);
        }
    }
}

package org.whorl.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.whorl.draw.Bands.Line;
import org.whorl.draw.Bands.Point;
import org.whorl.draw.Ledger.Entry;

/** What the records of the charts accept, refuse and count. */
class DataTest {

    private static Distribution of(List<Double> values) {
        return new Distribution(Words.EN, "T", "S.", "Days", Unit.NUMBER, values);
    }

    /** Or a sentence that counts the values would disagree with the dots beneath it. */
    @Test
    void aHundredValuesAreTheirOwnDots() {
        List<Double> values =
                IntStream.rangeClosed(1, 100).mapToObj(i -> (double) i).toList();
        assertThat(of(values.reversed()).dots()).isEqualTo(values);
        assertThat(of(values).withThreshold(99.2, "Crisis").above()).isEqualTo(1);
    }

    @Test
    void manyValuesBecomeAHundredDotsInOrder() {
        List<Double> values =
                IntStream.rangeClosed(1, 1000).mapToObj(i -> (double) i).toList();
        List<Double> dots = of(values.reversed()).dots();
        assertThat(dots).hasSize(100).isSorted();
        // (i + 0.5)% of the way from 1 to 1000.
        assertThat(dots.getFirst()).isEqualTo(5.995);
        assertThat(dots.getLast()).isEqualTo(995.005);
    }

    @Test
    void countsTheDotsAboveTheThresholdAndNotOnIt() {
        List<Double> values =
                IntStream.range(0, 1000).mapToObj(i -> i < 660 ? 60.0 : 61.0).toList();
        assertThat(of(values).withThreshold(60, "Crisis").above()).isEqualTo(34);
        assertThat(of(values).above()).isZero();
        assertThat(of(List.of()).withThreshold(60, "Crisis").above()).isZero();
    }

    @Test
    void noBinStraddlesTheThreshold() {
        List<Double> values = IntStream.range(0, 500).mapToObj(i -> i * 0.31).toList();
        Distribution chart = of(values).withThreshold(61.7, "Crisis");
        for (Bins.Bin bin : Bins.of(chart, 20).bins()) {
            boolean above = chart.above(bin.dots().getFirst());
            assertThat(bin.dots()).allMatch(dot -> chart.above(dot) == above);
            assertThat(above ? bin.low() >= 61.7 - 1e-9 : bin.high() <= 61.7 + 1e-9)
                    .isTrue();
        }
    }

    @Test
    void leavesOutWhatIsNotANumber() {
        assertThat(of(List.of(Double.NaN, 3.0, Double.NEGATIVE_INFINITY)).values())
                .containsExactly(3.0);
    }

    @Test
    void countsHowOftenTheModelHoldsWhatWasSeen() {
        assertThat(Samples.calibration().inside()).isEqualTo(3);
        assertThat(Samples.calibration().comparable()).isEqualTo(4);
        assertThat(Samples.calibration().table().rows().get(2))
                .containsExactly("Merthyr Tydfil", "12", "8", "17", "21", "No");
    }

    @Test
    void anIntervalRunsForward() {
        assertThatThrownBy(() -> Reading.of(1, 3, 2)).hasMessage("the interval from 3.0 to 2.0 runs backwards");
        assertThat(Reading.of(1, -1, 2).couldBeEitherWay()).isTrue();
        assertThat(Reading.of(1, 0, 2).couldBeEitherWay()).isFalse();
    }

    @Test
    void pointsComeInOrderOfTime() {
        Point point = Point.of(Samples.START, 1);
        assertThatThrownBy(() -> new Line("base", List.of(point, point)))
                .hasMessage("the points of 'base' are not in order of time at 2026-04-01");
    }

    @Test
    void aLedgerHasAsManyValuesAsColumns() {
        List<Entry> entries = List.of(new Entry("Council", List.of(Reading.of(1))));
        assertThatThrownBy(() -> new Ledger(Words.EN, "T", "S.", Unit.POUNDS, List.of("a", "b"), entries))
                .hasMessage("'Council' has 1 values under 2 columns");
    }

    @Test
    void aLedgerNeverAddsItsColumns() {
        Ledger ledger = new Ledger(
                Words.EN,
                "T",
                "S.",
                Unit.POUNDS,
                List.of("Cash now", "Cash when steps close", "Capacity"),
                List.of(new Entry("Council", List.of(Reading.of(1000), Reading.of(2000), Reading.of(4000)))));
        String all = ledger.figure("a");
        for (String sum : List.of("£3,000", "£5,000", "£6,000", "£7,000")) {
            assertThat(all).doesNotContain(sum);
        }
    }

    @Test
    void aYearOfDaysHasATableOfMonths() {
        Table table = Samples.bandsOfTwo(Words.EN).table();
        assertThat(table.rows()).hasSize(13);
        assertThat(table.rows().getFirst().getFirst()).isEqualTo("1 Apr 2026");
        assertThat(table.rows().getLast().getFirst()).isEqualTo("31 Mar 2027");
    }

    @Test
    void aTableRefusesARaggedRow() {
        assertThatThrownBy(() -> new Table("T", List.of("a", "b"), List.of(Collections.nCopies(3, "x"))))
                .hasMessage("the row [x, x, x] has 3 cells under 2 headers");
    }

    @Test
    void aPictureOfAYearStaysSmall() {
        // Three lines of daily points with bands would be 60,000 characters if every point were drawn.
        assertThat(Samples.bandsOfTwo(Words.EN).svg(Size.WIDE, "a").length()).isLessThan(60_000);
    }
}

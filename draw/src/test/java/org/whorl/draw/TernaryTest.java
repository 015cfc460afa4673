package org.whorl.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Marks in a triangle. */
class TernaryTest {

    @Test
    void aCornerIsOneEndAlone() {
        Ternary.Mark first = new Ternary.Mark(1, 0, 0);
        Ternary.Mark top = new Ternary.Mark(0, 0, 1);
        assertThat(List.of(first.across(), first.up())).containsExactly(0.0, 0.0);
        assertThat(top.across()).isEqualTo(0.5);
        assertThat(top.up()).isCloseTo(0.8660254, within(1e-7));
        assertThatThrownBy(() -> new Ternary.Mark(0.5, 0.5, 0.5)).hasMessageContaining("come to 1");
        assertThatThrownBy(() -> new Ternary.Mark(-0.5, 1, 0.5)).hasMessageContaining("come to 1");
    }

    @Test
    void linesAreDrawnFromTwentyMarksOn() {
        assertThat(Samples.ternary(Words.EN, 19).svg(Size.WIDE, "one")).doesNotContain("Half of the marks");
        assertThat(Samples.ternary(Words.EN, 20).svg(Size.WIDE, "one")).contains("Half of the marks");
    }

    /** Within the line for a half there must be about half of many marks. */
    @Test
    void aLineHoldsWhatItSays() {
        Random random = new Random(4);
        List<Ternary.Mark> marks = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            double b = 0.3 + 0.08 * random.nextGaussian();
            double c = 0.3 + 0.08 * random.nextGaussian();
            if (b >= 0 && c >= 0 && b + c <= 1) {
                marks.add(new Ternary.Mark(1 - b - c, b, c));
            }
        }
        for (MarkDensity.Contour contour : MarkDensity.of(marks).contours(0.5, 0.9)) {
            long inside = marks.stream().filter(mark -> isInside(contour, mark)).count();
            // The hills make the heap a little wider than it is, so a line for a half holds rather more.
            assertThat(inside / (double) marks.size()).isBetween(contour.share() - 0.03, contour.share() + 0.07);
        }
    }

    @Test
    void theTableSaysHowManyAreNearestToEach() {
        Ternary chart = new Ternary(
                Words.EN,
                "T",
                "S.",
                List.of("A", "B", "C"),
                List.of(
                        new Ternary.Mark(0.8, 0.1, 0.1),
                        new Ternary.Mark(0.6, 0.2, 0.2),
                        new Ternary.Mark(0.2, 0.6, 0.2),
                        new Ternary.Mark(0.4, 0.2, 0.4)),
                List.of());
        assertThat(chart.table().rows())
                .extracting(List::getLast)
                .containsExactly("50 in 100", "25 in 100", "0 in 100");
        assertThat(chart.table().rows()).extracting(row -> row.get(1)).containsOnly("not known");
    }

    /** By how often a way to the right crosses the line. */
    private static boolean isInside(MarkDensity.Contour contour, Ternary.Mark mark) {
        long crossed = contour.steps().stream()
                .filter(step -> (step[1] > mark.up()) != (step[3] > mark.up()))
                .filter(step ->
                        step[0] + (mark.up() - step[1]) / (step[3] - step[1]) * (step[2] - step[0]) > mark.across())
                .count();
        return crossed % 2 == 1;
    }
}

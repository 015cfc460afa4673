package org.whorl.server.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.whorl.engine.spc.ChartSettings;
import org.whorl.engine.spc.ControlChart;
import org.whorl.engine.spc.Observed;

/** When people are asked whether to count anew: only at a shift of eight that meets a beginning nobody has answered. */
class ShiftTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    /** The first day of the shift in the figures below. */
    private static final LocalDate SHIFT = FIRST.plusWeeks(12);

    private static ControlChart chart(int after) {
        int[] values = {52, 48, 55, 50, 47, 53, 49, 51, 46, 54, 50, 52, 44, 43, 42, 41, 40, 39, 41, 40};
        List<Observed> series = new ArrayList<>();
        for (int i = 0; i < 12 + after; i++) {
            series.add(Observed.of(FIRST.plusWeeks(i), values[i]));
        }
        return ControlChart.of(series, ChartSettings.USUAL.fixedAfter(OptionalInt.of(12)));
    }

    private static List<Logged.Start> began(LocalDate day) {
        return List.of(new Logged.Start(day, "The round", "en", "/experiments/1"));
    }

    @Test
    void aShiftThatMeetsABeginningAsks() {
        assertThat(Shift.find(chart(8), began(SHIFT.minusWeeks(1)), List.of()))
                .hasValueSatisfying(asked -> assertThat(asked.from()).isEqualTo(SHIFT))
                .hasValueSatisfying(asked -> assertThat(asked.points()).isEqualTo(8));
    }

    @Test
    void nothingElseDoes() {
        assertThat(Shift.find(chart(7), began(SHIFT), List.of())).isEmpty();
        assertThat(Shift.find(chart(8), List.of(), List.of())).isEmpty();
        assertThat(Shift.find(chart(8), began(SHIFT.plusDays(1)), List.of())).isEmpty();
        assertThat(Shift.find(chart(8), began(SHIFT.minusWeeks(7)), List.of())).isEmpty();
        Rebase answered = new Rebase(
                UUID.randomUUID(), UUID.randomUUID(), "", SHIFT, "It stays", "en", Optional.empty(), "", SHIFT, 1);
        assertThat(Shift.find(chart(8), began(SHIFT.minusWeeks(1)), List.of(answered)))
                .isEmpty();
    }
}

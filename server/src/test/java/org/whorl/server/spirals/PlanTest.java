package org.whorl.server.spirals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {

    /** Steps as first and last month, counted from 1; {@code t} goes on throughout. */
    @ParameterizedTest(name = "{0} leaves {1}")
    @CsvSource({
        "1-2 5-6, 3-4",
        "1-2 3-4, ''",
        "1-6 2-3 8-8, 7-7",
        "1-1 t 3-3 6-6, 2-2 4-5",
        "t, ''",
        "'', ''",
        "5-5, ''",
    })
    void findsTheMonthsWithoutAStep(String steps, String gaps) {
        List<PlanStep> plan = Arrays.stream(steps.split(" "))
                .filter(text -> !text.isEmpty())
                .map(PlanTest::step)
                .toList();
        assertThat(new Plan(plan).gaps().stream().map(gap -> gap.from() + "-" + gap.to()))
                .containsExactly(Arrays.stream(gaps.split(" "))
                        .filter(text -> !text.isEmpty())
                        .toArray(String[]::new));
    }

    /** The plain twin: looks at each month on its own. */
    @Property(seed = "20260401")
    void agreesWithLookingAtEachMonth(@ForAll("plans") Plan plan) {
        List<YearMonth> empty = new ArrayList<>();
        for (YearMonth month = plan.first().orElseThrow();
                !month.isAfter(plan.last().orElseThrow());
                month = month.plusMonths(1)) {
            if (plan.in(month).isEmpty()) {
                empty.add(month);
            }
        }
        List<YearMonth> found = new ArrayList<>();
        for (Plan.Gap gap : plan.gaps()) {
            for (YearMonth month = gap.first(); !month.isAfter(gap.last()); month = month.plusMonths(1)) {
                found.add(month);
            }
        }
        assertThat(found).isEqualTo(empty);
    }

    @Test
    void refusesAStepThatEndsBeforeItBegins() {
        assertThatThrownBy(() -> step("4-3")).hasMessage("'4-3' ends before it begins");
    }

    @Provide
    Arbitrary<Plan> plans() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 40),
                        Arbitraries.integers().between(0, 6))
                .as((first, length) -> step(first + "-" + (first + length)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(Plan::new);
    }

    private static PlanStep step(String text) {
        YearMonth begin = YearMonth.of(2025, 7);
        if (text.equals("t")) {
            return new PlanStep(new UUID(0, 1), text, begin, begin, true, 1);
        }
        String[] ends = text.split("-");
        return new PlanStep(
                new UUID(0, 1),
                text,
                begin.plusMonths(Integer.parseInt(ends[0]) - 1),
                begin.plusMonths(Integer.parseInt(ends[1]) - 1),
                false,
                1);
    }
}

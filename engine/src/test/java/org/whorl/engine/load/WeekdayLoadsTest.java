package org.whorl.engine.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.Month;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.whorl.engine.model.Arrival;
import org.whorl.engine.model.Capacity;
import org.whorl.engine.model.Duration;
import org.whorl.engine.model.Horizon;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Money;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Partner;
import org.whorl.engine.model.Profile;
import org.whorl.engine.model.Provenance;
import org.whorl.engine.model.Quality;
import org.whorl.engine.model.Service;

/** How many are there on each weekday, held to weeks that can be worked out by hand. */
class WeekdayLoadsTest {

    private static Model model(List<Double> weekday, List<Double> month, Duration stay, int warmUp) {
        Provenance said = new Provenance(null, null, null, Quality.AGREED);
        return new Model(
                Name.of("Weekdays"),
                new Horizon(LocalDate.of(2026, 4, 6), 364, warmUp),
                new Money("2026/27", Parameter.leftOut(0)),
                List.of(new Partner("board", Name.of("Board"), "")),
                List.of("home"),
                List.of(new Arrival(
                        "ready",
                        Name.of("Ready"),
                        "ward",
                        Parameter.of(1),
                        new Profile(weekday, said),
                        new Profile(month, said),
                        Parameter.leftOut(1),
                        Arrival.noTags())),
                List.of(Service.of("ward", "board", Capacity.places(20), stay)),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** Seven come on Monday and stay two days: they are there on the evenings of Monday and Tuesday, gone by Wednesday's. */
    @Test
    void whoComesOnMondayForTwoDaysIsGoneOnWednesday() {
        WeekdayLoads loads = WeekdayLoads.of(
                model(
                        List.of(7.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
                        Collections.nCopies(12, 1.0),
                        Duration.of(Duration.Family.CONSTANT, 2),
                        28),
                "ward");
        double[] expected = {7, 7, 0, 0, 0, 0, 0};
        for (int d = 0; d < 7; d++) {
            assertThat(loads.loads().get(d)).as("day %d", d).isCloseTo(expected[d], within(1e-6));
        }
        assertThat(loads.isFlat()).isFalse();
        assertThat(loads.month()).isEmpty();
        assertThat(loads.places().get(0)).isGreaterThan(7);
        assertThat(loads.places().get(4)).isZero();
    }

    /** One a day for ten days: ten people, whatever the day. */
    @Test
    void evenDaysAreFlat() {
        WeekdayLoads loads = WeekdayLoads.of(
                model(
                        Collections.nCopies(7, 1.0),
                        Collections.nCopies(12, 1.0),
                        Duration.of(Duration.Family.CONSTANT, 10),
                        60),
                "ward");
        assertThat(loads.isFlat()).isTrue();
        assertThat(loads.loads()).allSatisfy(load -> assertThat(load).isCloseTo(10, within(1e-6)));
    }

    /** Twice as many in January: the stay is short, so January's evenings hold twice the others'. */
    @Test
    void theBusiestMonthIsTold() {
        List<Double> months = new java.util.ArrayList<>(Collections.nCopies(12, 1.0));
        months.set(0, 2.0);
        WeekdayLoads loads = WeekdayLoads.of(
                model(Collections.nCopies(7, 1.0), months, Duration.of(Duration.Family.CONSTANT, 2), 28), "ward");
        assertThat(loads.month()).contains(Month.JANUARY);
        // Scaled to a mean of one a day: 2 / (396 / 365) a day, each for two days.
        assertThat(loads.loads().stream().mapToDouble(d -> d).average().orElse(0))
                .isCloseTo(2 * 2 * 365.0 / 396, within(0.1));
    }

    @Test
    void refusesAServiceThatIsNotThere() {
        Model model = model(
                Collections.nCopies(7, 1.0), Collections.nCopies(12, 1.0), Duration.of(Duration.Family.CONSTANT, 2), 0);
        assertThatThrownBy(() -> WeekdayLoads.of(model, "nowhere"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no service nowhere");
    }
}

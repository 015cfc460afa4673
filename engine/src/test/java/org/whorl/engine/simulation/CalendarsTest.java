package org.whorl.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.whorl.engine.Cases;
import org.whorl.engine.answer.Field;
import org.whorl.engine.model.Capacity;
import org.whorl.engine.model.Parameter;

/** Places, starts and visits that change with the day. Long stays, so that those in place count the starts. */
class CalendarsTest {

    @Test
    void nobodyStartsOnSundayAndMondayMakesUpForIt() {
        Cases cases = Cases.model().days(0, 21).arrive("care", 5);
        cases.service("care").unlimited().constant(500).starts(1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.0);
        double[] there = Seen.playing(cases.build(), 400).daily("care", Field.IN_PLACE);
        for (int day = 0; day < 21; day++) {
            double starts = there[day] - (day == 0 ? 0 : there[day - 1]);
            if (day % 7 == 6) {
                assertThat(starts).isZero();
            } else {
                double mean = day % 7 == 0 && day > 0 ? 10 : 5;
                assertThat(starts).as("day %d", day).isCloseTo(mean, within(4 * Math.sqrt(mean / 400)));
            }
        }
    }

    @Test
    void aShareOfTheUsualStartsIsCarriedOverInParts() {
        // Usually 3 a day start; a quarter of that is 0.75: none, one, one, one, none, one, ... with two thousand
        // waiting.
        Cases cases = Cases.model().days(0, 8).arrive("care", 3).open("care", 0, 2000, 0);
        cases.service("care").places(2000).constant(500).starts(0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25);
        assertThat(Seen.once(cases).daily("care", Field.IN_PLACE)).containsExactly(0, 1, 2, 3, 3, 4, 5, 6);
    }

    @Test
    void theUsualStartsAreNoMoreThanThePlacesAllow() {
        // 30 come a day, but ten places with stays of five days start 2 a day; half of that is 1.
        Cases cases = Cases.model().days(0, 7).arrive("care", 30).open("care", 0, 100, 0);
        cases.service("care").places(10).constant(5).starts(0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5);
        assertThat(Seen.once(cases).daily("care", Field.IN_PLACE)).containsExactly(1, 2, 3, 4, 5, 5, 5);
    }

    @Test
    void risingCapacityStartsStaysAtOnceAndFallingCapacityRemovesNobody() {
        Cases cases = Cases.model().days(0, 9).open("ward", 0, 9, 0);
        cases.service("ward")
                .constant(3)
                .capacity(new Capacity.Calendar(
                        Capacity.Unit.PLACES,
                        List.of(
                                new Capacity.Step(null, Parameter.of(2)),
                                new Capacity.Step(Cases.MONDAY.plusDays(2), Parameter.of(5)),
                                new Capacity.Step(Cases.MONDAY.plusDays(4), Parameter.of(1)))));
        // Two from day 0 to 3; three more from day 2 to 5; on day 3 two more (five places) to 6; then one place:
        // nobody until all have gone, on day 6 one to 9.
        assertThat(Seen.once(cases).daily("ward", Field.IN_PLACE)).containsExactly(2, 2, 5, 5, 5, 2, 1, 1, 1);
    }

    @Test
    void aCycleBeginsOnTheFirstMeasuredDay() {
        Cases cases = Cases.model().days(4, 6).open("ward", 0, 500, 0);
        cases.service("ward")
                .constant(0.5)
                .capacity(new Capacity.Cycle(
                        Capacity.Unit.PLACES, List.of(Parameter.of(3), Parameter.of(2), Parameter.of(1))));
        // Half-day stays: at each midnight the second half's people are still there.
        assertThat(Seen.once(cases).daily("ward", Field.IN_PLACE)).containsExactly(3, 2, 1, 3, 2, 1);
    }

    @Test
    void partsOfPlacesAreRoundedDownAndThatIsSaid() {
        Cases cases = Cases.model()
                .days(0, 2)
                .open("ward", 0, 9, 0)
                .scenario("cut", Cases.times("services.ward.capacity", 0.95));
        cases.service("ward").places(6).constant(9);
        Seen seen = Seen.playing(cases.build(), 1, "cut");
        assertThat(seen.daily("ward", Field.IN_PLACE)).containsOnly(6);
        assertThat(seen.daily("cut", "ward", Field.IN_PLACE)).containsOnly(5);
        assertThat(seen.notes()).doesNotContain("places-rounded");
        assertThat(seen.answer().scenarios().get("cut").notes().getFirst().code())
                .isEqualTo("places-rounded");
    }

    @Test
    void visitsOfAWholeStayMustFitAndNobodyOvertakes() {
        // Three days each, 4 then 3 then 2 visits, ten a day. Day 0: two start (8). Day 1: their 6 leave room for one.
        // Day 2: 4 + 3 leave room for none. Day 3: 2, so two more; day 4: 3 + 3, one more.
        Cases cases = Cases.model().days(0, 5).open("care", 0, 9, 0);
        cases.service("care").visitsADay(10).constant(3).visits(4, 2, 0);
        Seen seen = Seen.once(cases);
        assertThat(seen.daily("care", Field.WAITING)).containsExactly(7, 6, 6, 4, 3);
        assertThat(seen.mean("care", Field.OCCUPANCY) * 50).isCloseTo(8 + 10 + 7 + 10 + 10, within(1e-9));
    }

    @Test
    void whoNeedsTwoCarersNeedsTwiceTheVisits() {
        Cases cases = Cases.model().days(0, 3).open("care", 0, 40, 0);
        cases.service("care").visitsADay(12).constant(30).visits(2, 2, 1);
        assertThat(Seen.once(cases).daily("care", Field.WAITING)).containsOnly(37);
    }
}

package org.whorl.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.whorl.engine.Cases;
import org.whorl.engine.answer.Field;
import org.whorl.engine.model.Capacity;
import org.whorl.engine.model.Parameter;

/** Models at the edge of what can be asked: they end, and their answers are right. */
@Timeout(120)
class ExtremesTest {

    @Test
    void aMillionPlaces() {
        Cases cases = Cases.model().days(0, 200).arrive("ward", 3).open("ward", 50_000, 0, 0);
        cases.service("ward").places(1_000_000).constant(1000);
        Seen seen = Seen.playing(cases.build(), 4);
        assertThat(seen.mean("ward", Field.WAITING)).isZero();
        assertThat(seen.mean("ward", Field.OCCUPANCY) * 1_000_000)
                .isCloseTo(seen.mean("ward", Field.IN_PLACE), within(1e-6));
        // Constant stays of 1,000 days met at random: a fifth of them end within 200 days.
        assertThat(seen.daily("ward", Field.IN_PLACE)[199]).isCloseTo(50_000 * 0.8 + 600, within(400.0));
    }

    @Test
    void noPlaces() {
        Cases cases = Cases.model().days(0, 100).arrive("ward", 4);
        cases.service("ward").places(0).constant(10);
        Seen seen = Seen.playing(cases.build(), 200);
        assertThat(seen.mean("ward", Field.STARTS)).isZero();
        assertThat(seen.mean("ward", Field.WAIT)).isNaN();
        assertThat(seen.mean("ward", Field.WAIT_P95_POOLED)).isNaN();
        assertThat(seen.mean("ward", Field.OCCUPANCY)).isNaN();
        seen.agrees("ward", Field.WAITING, 4 * 50, 0.02);
    }

    @Test
    void nobodyComes() {
        Cases cases = Cases.model().days(10, 100).arrive("ward", 0);
        cases.service("ward")
                .places(5)
                .lognormal(10, 7)
                .cost(new org.whorl.engine.model.Cost(Parameter.of(100), null, null, null, null, null));
        Seen seen = Seen.playing(cases.build(), 5);
        assertThat(seen.mean("ward", Field.IN_PLACE)).isZero();
        assertThat(seen.mean("ward", Field.WAITING)).isZero();
        assertThat(seen.mean("ward", Field.WAIT)).isNaN();
        assertThat(seen.figures()
                        .get(org.whorl.engine.answer.Subject.partner("board"), Field.CASH)
                        .mean())
                .isCloseTo(5 * 100 * 100, within(1e-6));
    }

    @Test
    void oneDay() {
        Cases cases = Cases.model().days(0, 1).arrive("ward", 10);
        cases.service("ward").places(3).exponential(0.1);
        Seen seen = Seen.playing(cases.build(), 4000);
        seen.agrees("ward", Field.STARTS, 10, 0.02);
        assertThat(seen.daily("ward", Field.IN_PLACE)).hasSize(1);
    }

    @Test
    void aCentury() {
        Cases cases = Cases.model().days(0, 36_525).arrive("ward", 2);
        cases.service("ward").places(12).exponential(5);
        Seen seen = Seen.playing(cases.build(), 6).agrees("ward", Field.STARTS, 2, 0.01);
        assertThat(seen.daily("ward", Field.IN_PLACE)).hasSize(36_525);
    }

    @Test
    void aHundredThousandADay() {
        Cases cases = Cases.model().days(0, 3).arrive("line", 100_000);
        cases.service("line").unlimited().exponential(0.01).to("desk", 0.5).to("home", 0.5);
        cases.service("desk").places(700).exponential(0.01);
        // Load 500 on 700 places: nobody waits; and half of all at home, by the second service.
        Seen seen = Seen.playing(cases.build(), 2).agrees("line", Field.STARTS, 100_000, 0.02);
        assertThat(seen.mean("desk", Field.WAIT)).isLessThan(1e-6);
        assertThat(seen.mean("desk", Field.IN_PLACE)).isCloseTo(500, within(10.0));
    }

    @Test
    void staysOfNoLength() {
        Cases cases = Cases.model().days(0, 50).arrive("one", 20);
        cases.service("one").places(1).constant(0).to("two", 1);
        cases.service("two").places(1).constant(0).to("one", 0.5).to("home", 0.5);
        Seen seen = Seen.playing(cases.build(), 40);
        seen.agrees("one", Field.STARTS, 40, 0.02);
        for (String service : List.of("one", "two")) {
            assertThat(seen.mean(service, Field.IN_PLACE)).isCloseTo(0, within(1e-9));
            assertThat(seen.mean(service, Field.WAIT)).isZero();
            assertThat(seen.mean(service, Field.DELAYED_SHARE)).isZero();
        }
    }

    @Test
    void staysThatEndExactlyAtMidnight() {
        // Whoever starts at midnight for a day is counted at the next and gone with it; the next one starts there.
        Cases cases = Cases.model().days(0, 5).open("ward", 0, 12, 0);
        cases.service("ward").places(3).constant(1);
        Seen seen = Seen.once(cases);
        assertThat(seen.daily("ward", Field.IN_PLACE)).containsExactly(3, 3, 3, 3, 0);
        assertThat(seen.daily("ward", Field.WAITING)).containsExactly(9, 6, 3, 0, 0);
        assertThat(seen.mean("ward", Field.IN_PLACE)).isCloseTo(3 * 4 / 5.0, within(1e-12));
    }

    @Test
    void placesThatCloseAndOpenAgain() {
        Cases cases = Cases.model().days(0, 9).open("ward", 0, 9, 0);
        cases.service("ward")
                .constant(2)
                .capacity(new Capacity.Cycle(
                        Capacity.Unit.PLACES, List.of(Parameter.of(2), Parameter.of(0), Parameter.of(0))));
        assertThat(Seen.once(cases).daily("ward", Field.IN_PLACE)).containsExactly(2, 2, 0, 2, 2, 0, 2, 2, 0);
    }

    @Test
    void fiftyServicesInARow() {
        Cases cases = Cases.model().days(200, 300).arrive("s0", 1);
        for (int s = 0; s < 50; s++) {
            cases.service("s" + s).places(s == 49 ? 1000 : 9).exponential(2).to(s == 49 ? "home" : "s" + (s + 1), 1);
        }
        Seen seen = Seen.playing(cases.build(), 10);
        assertThat(seen.mean("s49", Field.STARTS)).isCloseTo(1, within(0.1));
    }

    @Test
    void aRingOfFiftyServicesSwapsAtOnce() {
        Cases cases = Cases.model().days(0, 4);
        for (int s = 0; s < 50; s++) {
            cases.service("s" + s)
                    .places(1)
                    .constant(1.5)
                    .to("s" + (s + 1) % 50, 0.999999)
                    .to("home", 0.000001);
            cases.open("s" + s, List.of(0.0), null, null);
        }
        Seen seen = Seen.once(cases);
        for (int s : IntStream.range(0, 50).toArray()) {
            assertThat(seen.daily("s" + s, Field.BLOCKED)).containsOnly(0);
            assertThat(seen.mean("s" + s, Field.STARTS) * 4).isCloseTo(2, within(1e-12));
        }
        assertThat(seen.notes()).contains("ring-swapped");
    }

    @Test
    void aQueueOfHundredThousandsIsServedInOrder() {
        Cases cases = Cases.model().days(0, 30).arrive("ward", 5).open("ward", 0, 200_000, 0);
        cases.service("ward").places(100).constant(1);
        Seen seen = Seen.playing(cases.build(), 2);
        assertThat(seen.daily("ward", Field.IN_PLACE)).containsOnly(100);
        assertThat(seen.mean("ward", Field.STARTS)).isCloseTo(100, within(1e-9));
    }
}

package org.whorl.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.whorl.engine.Cases;
import org.whorl.engine.model.Check;
import org.whorl.engine.model.Duration;
import org.whorl.engine.model.Duration.Family;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Timeline;
import org.whorl.engine.random.Streams;

/** A service whose people meet nobody else's is played without events, and to the bit as it would be with them. */
class AloneTest {

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    static LongStream moreSeeds() {
        return LongStream.range(150, 500);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isTheSameToTheBitWithAndWithoutEvents(long seed) {
        Model model = LoneNetworks.of(seed);
        assertThat(Check.of(model)).isEmpty();
        long key = Streams.child(7, seed);
        same(model, Timeline.of(model), key);
        same(model, Timeline.of(model, model.scenario("other")), key);
        TwinTest.agrees(model, Timeline.of(model), key);
        TwinTest.agrees(model, Timeline.of(model, model.scenario("other")), key);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("moreSeeds")
    void isTheSameInHundredsOfNetworks(long seed) {
        isTheSameToTheBitWithAndWithoutEvents(seed);
    }

    private static void same(Model model, Timeline timeline, long key) {
        Wiring wiring = new Wiring(model);
        Schedule schedule = new Schedule(model, timeline);
        boolean[] alone = Alone.find(wiring, schedule);
        assertThat(alone[0]).isTrue();
        Tally without = new Tally(wiring, schedule);
        Tally with = new Tally(wiring, schedule);
        Replication quick = new Replication(wiring, schedule, without, alone);
        Replication slow = new Replication(wiring, schedule, with, new boolean[wiring.services]);
        // The second time shows that nothing is left of the first.
        for (long turn = 0; turn < 2; turn++) {
            quick.play(key + turn);
            slow.play(key + turn);
            assertThat(without.daily).isDeepEqualTo(with.daily);
            assertThat(without.arrived).isEqualTo(with.arrived);
            assertThat(without.departed).isEqualTo(with.departed);
            assertThat(quick.peopleInside()).isEqualTo(slow.peopleInside());
            for (int s = 0; s < wiring.services; s++) {
                assertThat(Arrays.copyOf(without.waits[s], without.starts[s]))
                        .as("waits at %s", model.services().get(s).id())
                        .isEqualTo(Arrays.copyOf(with.waits[s], with.starts[s]));
            }
            // Person-days and pounds too: every figure of the row.
            Scores scores = new Scores(model, schedule);
            assertThat(scores.of(without)).isEqualTo(scores.of(with));
        }
    }

    static Stream<Arguments> structures() {
        Duration days = Duration.of(Family.EXPONENTIAL, 3);
        return Stream.of(
                structure("waits at home", true, _ -> {}),
                structure("waits where there is always room", true, c -> c.waitsIn("hall")),
                structure("waits where it may be full", false, c -> c.waitsIn("ward")),
                structure("without limit", true, Cases.Stop::unlimited),
                structure("places by day", true, c -> c.places(3, 5, 7)),
                structure("a stay that grows", true, c -> c.stayGrows(0.1)),
                structure("two exits", true, c -> c.to("home", 0.5).to("died", 0.5)),
                structure("goes on", false, c -> c.to("ward", 0.5).to("home", 0.5)),
                structure("comes back", false, c -> c.to("team", 0.1).to("home", 0.9)),
                structure("by urgency", false, c -> c.first("colour", "red")),
                structure("loses patience", false, c -> c.leaveAfter(days, null)),
                structure("changes pathway", false, c -> c.moves(3, "ward", 0.5)),
                structure("only so many may wait", false, c -> c.limit(5)),
                structure("nobody starts on Sundays", false, c -> c.starts(1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.0)),
                structure("is handed over", false, c -> c.waitsIn("hall").handOver(days)),
                structure("takes days to go", false, c -> c.to("home", 1, days)),
                structure("is visited", false, c -> c.visits(2, 1, 0)));
    }

    private static Arguments structure(String what, boolean alone, Consumer<Cases.Stop> how) {
        return Arguments.of(what, alone, how);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("structures")
    void isRecognisedByStructure(String what, boolean expected, Consumer<Cases.Stop> how) {
        Cases cases = Cases.model().arrive("team", 1).arrive("ward", 1);
        Cases.Stop team = cases.service("team").places(4).exponential(2);
        how.accept(team);
        cases.service("hall").unlimited();
        cases.service("ward").places(4).exponential(2);
        assertThat(find(cases)[0]).as(what).isEqualTo(expected);
    }

    @Test
    void whoIsReachedFromElsewhereIsNotAlone() {
        Cases cases = Cases.model().arrive("ward", 1).arrive("team", 1);
        cases.service("team").places(4).exponential(2);
        cases.service("ward").places(4).exponential(2).to("team", 1);
        assertThat(find(cases)).containsExactly(false, false);
        cases = Cases.model().arrive("ward", 1).arrive("team", 1);
        cases.service("team").places(4).exponential(2);
        cases.service("ward").places(4).exponential(2).moves(2, "team", 1);
        assertThat(find(cases)).containsExactly(false, false);
        cases = Cases.model().arrive("ward", 1).arrive("team", 1);
        cases.service("team").places(4).exponential(2);
        cases.service("ward").places(4).exponential(2).waitsIn("team");
        assertThat(find(cases)).containsExactly(false, false);
        assertThat(find(Cases.d2a3())).containsExactly(true, true, true, false);
    }

    private static boolean[] find(Cases cases) {
        Model model = cases.build();
        return Alone.find(new Wiring(model), new Schedule(model, Timeline.of(model)));
    }

    @Test
    void aCrowdThatComesInOneDayIsServedInItsOrder() {
        Cases cases = Cases.model().days(0, 3).arrive("desk", 20_000).arrive("door", 30_000);
        cases.service("desk").places(150).exponential(0.01);
        cases.service("door").unlimited().exponential(0.01);
        Model model = cases.build();
        Wiring wiring = new Wiring(model);
        Schedule schedule = new Schedule(model, Timeline.of(model));
        Tally without = new Tally(wiring, schedule);
        Tally with = new Tally(wiring, schedule);
        new Replication(wiring, schedule, without).play(5);
        new Replication(wiring, schedule, with, new boolean[2]).play(5);
        assertThat(without.waits[0]).isEqualTo(with.waits[0]);
        assertThat(without.daily).isDeepEqualTo(with.daily);
    }
}

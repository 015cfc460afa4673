package org.whorl.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Check;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Timeline;
import org.whorl.engine.random.Streams;

/**
 * The engine and its plain twin, given the same random numbers, agree on every wait of every person, on every midnight
 * count and on every average, in random networks with a bit of everything.
 */
class TwinTest {

    private static final List<Field> MONEY = List.of(Field.CASH, Field.CASH_WHEN_STEPS_CLOSE, Field.CAPACITY);
    private static final Map<String, Integer> MET = new TreeMap<>();

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    static LongStream moreSeeds() {
        return LongStream.range(150, 2000);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void agreesOnEverything(long seed) {
        Model model = RandomNetworks.of(seed);
        assertThat(Check.of(model)).isEmpty();
        long key = Streams.child(99, seed);
        agrees(model, Timeline.of(model), key);
        agrees(model, Timeline.of(model, model.scenario("other")), key);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("moreSeeds")
    void agreesOnEverythingInThousandsOfNetworks(long seed) {
        agreesOnEverything(seed);
    }

    /** The random networks are no proof of what they never do. */
    @AfterAll
    static void theNetworksDidABitOfEverything() {
        assertThat(MET).allSatisfy((what, times) -> assertThat(times).as(what).isGreaterThan(20));
    }

    private static void met(String what, double amount) {
        MET.merge(what, amount > 0 ? 1 : 0, Integer::sum);
    }

    static void agrees(Model model, Timeline timeline, long key) {
        Wiring wiring = new Wiring(model);
        Schedule schedule = new Schedule(model, timeline);
        Tally tally = new Tally(wiring, schedule);
        new Replication(wiring, schedule, tally).play(key);
        PlainTwin twin = new PlainTwin(model, timeline, key);
        twin.play();
        for (int s = 0; s < wiring.services; s++) {
            servicesAgree(tally, twin, s, model.services().get(s).id());
        }
        for (int m = 0; m < model.measures().size(); m++) {
            measuresAgree(tally, twin, model.measures().get(m), m);
        }
        accountsAgree(tally, model, timeline, twin);
        assertThat(tally.swaps).as("rings").isEqualTo(twin.swaps);
        met("rings swapped", tally.swaps);
    }

    private static void servicesAgree(Tally tally, PlainTwin twin, int s, String id) {
        List<Double> waits =
                Arrays.stream(tally.waits[s], 0, tally.starts[s]).boxed().toList();
        assertThat(waits).as("waits of those who started at %s, in order", id).isEqualTo(twin.waitsOfStarts.get(s));
        assertThat(tally.lost[s]).as("lost at %s", id).isEqualTo(twin.lost[s]);
        assertThat(tally.left[s]).as("left %s", id).isEqualTo(twin.left[s]);
        assertThat(tally.moved[s]).as("moved from %s", id).isEqualTo(twin.moved[s]);
        assertThat(column(tally, 3 * s)).as("in place at %s", id).isEqualTo(twin.diary.daily(Diary.held(id)));
        assertThat(column(tally, 3 * s + 1)).as("blocked at %s", id).isEqualTo(twin.diary.daily(Diary.blocked(id)));
        assertThat(column(tally, 3 * s + 2)).as("waiting for %s", id).isEqualTo(twin.diary.daily(Diary.waits(id)));
        Predicate<Diary.Stretch> outside = Diary.waits(id).and(w -> w.where.equals("outside"));
        near(tally.mean(s, Tally.IN_PLACE), twin.diary.mean(Diary.held(id)));
        near(tally.mean(s, Tally.BLOCKED), twin.diary.mean(Diary.blocked(id)));
        near(tally.mean(s, Tally.WAITING), twin.diary.mean(Diary.waits(id)));
        near(tally.mean(s, Tally.OUTSIDE), twin.diary.mean(outside));
        double made = Arrays.stream(tally.visits).mapToDouble(v -> v[s]).sum();
        assertThat(made).as("visits at %s", id).isEqualTo((double) twin.visits.made(s));
        met("starts", tally.starts[s]);
        met("lost", tally.lost[s]);
        met("left", tally.left[s]);
        met("moved", tally.moved[s]);
        met("blocked", tally.mean(s, Tally.BLOCKED));
        met("waiting outside", tally.mean(s, Tally.OUTSIDE));
        met("visits", made);
    }

    private static void accountsAgree(Tally tally, Model model, Timeline timeline, PlainTwin twin) {
        Scores scores = new Scores(model, tally.schedule);
        double[] row = scores.of(tally);
        PlainLedger plain = new PlainLedger(model, timeline, twin);
        Map<String, double[]> known = new TreeMap<>();
        double[] sum = new double[3];
        for (int i = 0; i < row.length; i++) {
            Subject subject = scores.columns().get(i).subject();
            int column = MONEY.indexOf(scores.columns().get(i).field());
            if (subject.group() == Subject.Group.PARTNERS) {
                double pounds = known.computeIfAbsent(subject.id(), plain::pounds)[column];
                assertThat(row[i]).as("%s", scores.columns().get(i)).isCloseTo(pounds, within(1e-4));
                sum[column] += row[i];
                met(subject.id() + " " + MONEY.get(column), pounds);
            } else if (subject.group() == Subject.Group.SYSTEM) {
                assertThat(row[i]).as("the whole, to the penny").isCloseTo(sum[column], within(1e-4));
            }
        }
    }

    private static void measuresAgree(Tally tally, PlainTwin twin, Measure measure, int m) {
        int[] daily = twin.diary.daily(measure);
        assertThat(column(tally, 3 * tally.wiring.services + m))
                .as("%s", measure)
                .isEqualTo(daily);
        Watch watch = tally.watches[m];
        if (measure.on() == null) {
            near(tally.mean(watch), twin.diary.mean(measure));
            met(measure.count() + (measure.longerThan() > 0 ? " for long" : ""), tally.mean(watch));
        }
        if (measure.crisis() != null) {
            int[] taken = IntStream.range(0, daily.length)
                    .filter(day -> twin.diary.isTakenOn(measure, day))
                    .toArray();
            long crises = Arrays.stream(taken)
                    .filter(day -> daily[day] > measure.crisis())
                    .count();
            double share = (double) crises / taken.length;
            assertThat(Double.valueOf(watch.shareOfCrisis())).isEqualTo(Double.valueOf(share));
            met("crises", share);
        }
    }

    private static void near(double engine, double twin) {
        assertThat(engine).isCloseTo(twin, within(1e-9 * Math.max(5, Math.abs(twin))));
    }

    private static int[] column(Tally tally, int which) {
        return Arrays.stream(tally.daily).mapToInt(day -> day[which]).toArray();
    }
}

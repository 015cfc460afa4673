package org.whorl.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.whorl.engine.Cases;
import org.whorl.engine.answer.Note;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.load.Preview;
import org.whorl.engine.model.Model;
import org.whorl.engine.simulation.Settling.Found;

/** How long a model takes to forget how it began, and when nobody can tell. */
class SettlingTest {

    /** The rule as it is written, batch by batch. */
    private static int plain(double[] days) {
        int n = days.length / 5;
        double[] means = new double[n];
        for (int i = 0; i < n; i++) {
            means[i] = Arrays.stream(days, 5 * i, 5 * i + 5).average().orElseThrow();
        }
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int d = 0; d <= n / 2; d++) {
            double mean = Arrays.stream(means, d, n).average().orElseThrow();
            double error =
                    Arrays.stream(means, d, n).map(z -> (z - mean) * (z - mean)).sum() / Math.pow(n - d, 2);
            if (error < least) {
                least = error;
                best = d;
            }
        }
        return 5 * best;
    }

    @Test
    void theRuleIsTheRule() {
        SplittableRandom random = new SplittableRandom(6);
        for (int i = 0; i < 200; i++) {
            int n = random.nextInt(60, 900);
            double memory = random.nextDouble(3, n / 8.0);
            double[] days = new double[n];
            for (int day = 0; day < n; day++) {
                days[day] = 10 - 8 * Math.exp(-day / memory) + 0.1 * random.nextGaussian();
            }
            int expected = plain(days);
            if (2 * (expected / 5) < n / 5 - 1) {
                assertThat(Mser.warmUp(days)).isEqualTo(expected);
            } else {
                assertThat(Mser.warmUp(days)).isNegative();
            }
        }
    }

    @Test
    void byHand() {
        double[] days = new double[60];
        Arrays.setAll(days, day -> day < 10 ? 0 : day % 2 == 0 ? 5.5 : 4.5);
        assertThat(Mser.warmUp(days)).as("two batches from nothing").isEqualTo(10);
        Arrays.setAll(days, day -> day);
        assertThat(Mser.warmUp(days)).as("grows to the end").isEqualTo(-1);
        Arrays.fill(days, 3);
        assertThat(Mser.warmUp(days)).as("always the same").isZero();
    }

    private static Found find(Model model) {
        return Settling.find(model, 1, 2, Progress.SILENT);
    }

    private static int warmUp(Model model) {
        return find(model) instanceof Found.Settled(Model settled, Note note)
                        && note.code().equals("warm-up-chosen")
                ? settled.time().warmUp()
                : -1;
    }

    private static Model queue(int warmUp, int days, double rate) {
        Cases cases = Cases.model().days(warmUp, days).arrive("quick", rate).arrive("slow", rate / 20);
        cases.service("quick").places(10).exponential(4);
        cases.service("slow").places(10).exponential(80);
        return cases.build();
    }

    @Test
    void theSlowestServiceDecides() {
        Model model = queue(400, 800, 1.75);
        Found found = find(model);
        assertThat(found).isInstanceOf(Found.Settled.class);
        Found.Settled settled = (Found.Settled) found;
        assertThat(settled.note().subject()).isEqualTo("services.slow");
        assertThat(settled.model().time().warmUp()).isBetween(100, 500);
        assertThat(settled.model().time().days()).isEqualTo(800);
        assertThat(settled.model().time().start()).isEqualTo(model.time().start());
        assertThat(warmUp(Cases.d2a3().build())).isBetween(60, 360);
    }

    @Test
    void whereNobodyCanTellItSaysSo() {
        assertThat(find(queue(0, 120, 1.75)))
                .isInstanceOfSatisfying(
                        Found.CannotTell.class,
                        found -> assertThat(found.reasons()).anySatisfy(note -> {
                            assertThat(note.code()).isEqualTo("not-settled");
                            assertThat(note.subject()).isEqualTo("services.slow");
                            assertThat(note.message()).startsWith("Cannot tell a long run: after half of the 120 days");
                        }));
        assertThat(find(queue(400, 800, 2.5)))
                .isInstanceOfSatisfying(
                        Found.CannotTell.class,
                        found -> assertThat(found.reasons())
                                .as("exactly as many as there are places")
                                .extracting(Note::code, Note::subject)
                                .containsExactly(
                                        Tuple.tuple(Note.UNSTABLE, "services.quick"),
                                        Tuple.tuple(Note.UNSTABLE, "services.slow")));
        Cases changing = Cases.model().days(100, 200).arrive("s", 1);
        changing.service("s").places(3, 50, 4).exponential(2);
        assertThat(find(changing.build()))
                .isInstanceOfSatisfying(
                        Found.CannotTell.class,
                        found -> assertThat(found.reasons())
                                .singleElement()
                                .satisfies(note -> assertThat(note.code()).isEqualTo("no-long-run")));
    }

    @Test
    void aRunIsToldWhichServicesItsWarmUpIsTooShortFor() {
        assertThat(Preview.shortHorizons(Cases.d2a3().build()))
                .extracting(Note::code, Note::subject)
                .containsExactly(Tuple.tuple("short-horizon", "services.p3"));
        assertThat(Preview.shortHorizons(queue(0, 120, 1.75))).as("no warm-up").isEmpty();
    }
}

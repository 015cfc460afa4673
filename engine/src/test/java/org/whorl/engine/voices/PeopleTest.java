package org.whorl.engine.voices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.whorl.engine.voices.Growth.Turn;
import org.whorl.engine.voices.Mix.Heard;
import org.whorl.engine.voices.TrustPulse.Answer;

/** Who took part, who is missing, who ties people together: the reference values of the method. */
class PeopleTest {

    @Test
    void lopSidednessIsAsInTheMethod() {
        Map<String, Double> there = new LinkedHashMap<>();
        Map<String, Integer> came = new LinkedHashMap<>();
        double[] p = {0.3, 0.25, 0.2, 0.15, 0.1};
        int[] q = {60, 30, 10, 0, 0};
        for (int g = 0; g < 5; g++) {
            there.put("g" + g, p[g]);
            came.put("g" + g, q[g]);
        }
        Mix mix = Mix.of(there, came, 1, 1);
        assertThat(mix.lopSided().mean()).isCloseTo(0.35, within(1e-12));
        assertThat(mix.coverage()).isCloseTo(0.6, within(1e-12));
        assertThat(mix.effective().mean()).isCloseTo(2.4546, within(5e-5));
        assertThat(mix.lopSided().low()).isBetween(0.2, 0.35);
        assertThat(mix.lopSided().high()).isBetween(0.35, 0.5);
        assertThat(mix.groups())
                .extracting(Mix.Group::heard)
                .containsExactly(Heard.MORE, Heard.CANNOT_TELL, Heard.LESS, Heard.LESS, Heard.LESS);
        assertThat(mix.groups()).extracting(Mix.Group::name).startsWith("g0");
        assertThatThrownBy(() -> Mix.of(there, Map.of("strangers", 3), 1, 1)).hasMessageContaining("strangers");
    }

    @Test
    void howMuchRestsOnFew() {
        assertThat(Mix.gini(new int[] {5, 5, 5, 5})).isZero();
        // By hand: (-3*1 - 1*1 + 1*1 + 3*7) / (4 * 10).
        assertThat(Mix.gini(new int[] {1, 7, 1, 1})).isCloseTo(0.45, within(1e-12));
        int[] twenty = new int[20];
        java.util.Arrays.fill(twenty, 1);
        twenty[3] = 12;
        twenty[11] = 11;
        assertThat(Mix.usualSuspects(twenty)).isCloseTo(23 / 41.0, within(1e-12));
    }

    @Test
    void constraintOfTwoTrianglesJoinedIsAsInTheMethod() {
        double[][] tied = new double[6][6];
        for (int[] tie : new int[][] {{0, 1}, {0, 2}, {1, 2}, {3, 4}, {3, 5}, {4, 5}, {2, 3}}) {
            tied[tie[0]][tie[1]] = 1;
            tied[tie[1]][tie[0]] = 1;
        }
        Ties ties = new Ties(tied);
        assertThat(ties.constraint())
                .containsExactly(new double[] {1.0069, 1.0069, 0.6111, 0.6111, 1.0069, 1.0069}, within(5e-5));
        assertThat(ties.betweenness()).containsExactly(new double[] {0, 0, 6, 6, 0, 0}, within(1e-12));
        assertThat(ties.articulation()).containsExactly(false, false, true, true, false, false);
        assertThat(ties.onThree()).isEqualTo(1);
        assertThat(ties.outward(List.of("a", "a", "a", "b", "b", "b"))).isCloseTo((1 - 6) / 7.0, within(1e-12));
        // (5 - sqrt 17)/2, the second of 0, .4384, 3, 3, 3, 4.5616.
        assertThat(ties.closeKnit()).isCloseTo((5 - Math.sqrt(17)) / 2, within(1e-9));
        assertThat(new Ties(new double[3][3]).constraint()).containsOnly(Double.NaN);
        assertThatThrownBy(() -> new Ties(new double[][] {{0, 1}, {0, 0}})).hasMessageContaining("both ways");
    }

    @Test
    void peopleAreTiedByWhatTheyDidTogether() {
        Ties ties = Ties.ofActivities(new boolean[][] {{true, true}, {true, true}, {false, true}});
        assertThat(ties.weights()).isDeepEqualTo(new double[][] {{0, 2, 1}, {2, 0, 1}, {1, 1, 0}});
    }

    @Test
    void aSpiralThatGrowsTooFastAsksForACheck() {
        List<Growth> grown = Growth.of(List.of(
                new Turn(Set.of("a", "b", "c"), 42, 1),
                new Turn(Set.of("b", "c", "d", "e"), 84, 2),
                new Turn(Set.copyOf(people(16)), 84, 0)));
        assertThat(grown).extracting(Growth::radius).containsExactly(3, 5, 19);
        assertThat(grown).extracting(Growth::joined).containsExactly(3, 2, 14);
        assertThat(grown.get(1).growth()).isCloseTo(5 / 3.0, within(1e-12));
        assertThat(grown.get(1).retention()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(grown.get(2).retention()).isEqualTo(0.5);
        assertThat(grown).extracting(Growth::tooFast).containsExactly(false, false, true);
    }

    private static List<String> people(int count) {
        List<String> people = new ArrayList<>(List.of("b", "c"));
        for (int i = 0; i < count - 2; i++) {
            people.add("new" + i);
        }
        return people;
    }

    @Test
    void trustIsNeverToldOfFewerThanFiveNorToBeWorkedOut() {
        List<Answer> answers = new ArrayList<>();
        answers(answers, "council", "board", 3, 3, 4, 4, 5, 5);
        answers(answers, "charity", "board", 1, 2, 2, 1);
        answers(answers, "board", "council", 2, 3, 4, 4, 4);
        answers(answers, "charity", "council", 5, 5, 5, 5, 5);
        List<TrustPulse> pulse = TrustPulse.of(answers);
        assertThat(pulse)
                .filteredOn(one -> "charity".equals(one.from()) && one.to().equals("board"))
                .singleElement()
                .satisfies(one -> assertThat(one.mean()).isNull())
                .satisfies(one -> assertThat(one.answers()).isZero());
        // Ten less six would give the four away.
        assertThat(pulse)
                .filteredOn(one -> one.from() == null && one.to().equals("board"))
                .singleElement()
                .satisfies(one -> assertThat(one.mean()).isNull());
        assertThat(pulse)
                .filteredOn(one -> one.from() == null && one.to().equals("council"))
                .singleElement()
                .satisfies(one -> assertThat(one.mean().mean()).isCloseTo(4.2, within(1e-12)));
        // Six answers, mean 4, sd .8944: 4 +- 2.5706 x .3651.
        assertThat(pulse)
                .filteredOn(one -> "council".equals(one.from()))
                .singleElement()
                .satisfies(one -> assertThat(one.mean().low()).isCloseTo(4 - 2.5706 * 0.365148, within(1e-3)));
        assertThat(TrustPulse.student(4)).isCloseTo(2.776445, within(1e-3));
        assertThat(TrustPulse.student(30)).isCloseTo(2.042272, within(1e-5));
    }

    private static void answers(List<Answer> answers, String from, String to, int... trust) {
        for (int one : trust) {
            answers.add(new Answer(from, to, one));
        }
    }

    @Test
    void twoCodersAgreeBeyondChance() {
        List<String> one = new ArrayList<>();
        List<String> other = new ArrayList<>();
        coded(one, other, "need", "need", 20);
        coded(one, other, "need", "barrier", 5);
        coded(one, other, "barrier", "need", 10);
        coded(one, other, "barrier", "barrier", 15);
        Kappa kappa = Kappa.of(one, other);
        // Agreed .7, by chance .5; the interval by the delta method on the multinomial: .4 +- 1.96 x .126996.
        assertThat(kappa.agreed()).isCloseTo(0.7, within(1e-12));
        assertThat(kappa.kappa().mean()).isCloseTo(0.4, within(1e-12));
        assertThat(kappa.kappa().low()).isCloseTo(0.151092, within(1e-6));
        assertThat(kappa.kappa().high()).isCloseTo(0.648908, within(1e-6));
        assertThat(kappa.verdict()).isEqualTo(Kappa.Verdict.CANNOT_TELL);
        assertThat(kappa.differences()).hasSize(15).startsWith(20);
        List<String> same = Collections.nCopies(5, "need");
        assertThat(Kappa.of(same, same).kappa().mean()).isNaN();
        assertThat(Kappa.of(same, same).verdict()).isEqualTo(Kappa.Verdict.CANNOT_TELL);
    }

    private static void coded(List<String> one, List<String> other, String first, String second, int times) {
        one.addAll(Collections.nCopies(times, first));
        other.addAll(Collections.nCopies(times, second));
    }
}

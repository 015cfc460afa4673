package org.whorl.engine.voices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whorl.engine.voices.PolisLists.Representative;
import org.whorl.engine.voices.PolisLists.Stance;

/**
 * Two conversations as the real server of Polis answered them. The order in which it met people and who came in early are
 * its history, not in the votes; they are given. All else is computed from the votes and held to 1e-12, with lists in order.
 */
class PolisFixturesTest {
    private static final Offset<Double> NEAR = within(1e-12);

    @ParameterizedTest
    @ValueSource(strings = {"25ptpt-3gp-no-strict-with-meta", "below-100-ptpts"})
    void allIsAsTheServerSaid(String name) throws IOException {
        Path folder = Path.of(
                Objects.requireNonNull(System.getProperty("whorl.shared")), "data", "polis", "math-fixtures", name);
        assumeTrue(
                Files.exists(folder),
                () -> "skipped: there is no " + folder + " here (its licence lets us read it only)");
        Map<?, ?> said = map(Tree.read(folder.resolve("math-pca2.json")));
        Votes votes = votes(list(Tree.read(folder.resolve("votes.json"))), list(said.get("tids")));

        Polis polis = Polis.of(votes, known(votes, said));

        Map<?, ?> pca = map(said.get("pca"));
        near(polis.centre(), list(pca.get("center")));
        near(polis.extremity(), list(pca.get("comment-extremity")));
        for (int k = 0; k < 2; k++) {
            List<?> axis = list(list(pca.get("comps")).get(k));
            double sign = sign(polis.axes()[k], axis);
            for (int j = 0; j < axis.size(); j++) {
                assertThat(sign * polis.axes()[k][j]).isCloseTo(number(axis.get(j)), NEAR);
                assertThat(sign * polis.statements()[j][k])
                        .isCloseTo(
                                number(list(list(pca.get("comment-projection")).get(k))
                                        .get(j)),
                                NEAR);
            }
        }
        places(polis, said, list(pca.get("comps")));
        groups(polis, said);
        lists(polis, said);
        assertThat(polis.agree().isEmpty()).isFalse();
        consensus(votes, polis.agree(), list(map(said.get("consensus")).get("agree")));
        consensus(votes, polis.disagree(), list(map(said.get("consensus")).get("disagree")));
        for (int j = 0; j < votes.statements().size(); j++) {
            String id = votes.statements().get(j);
            assertThat(polis.consensus()[j])
                    .isCloseTo(number(map(said.get("group-aware-consensus")).get(id)), NEAR);
            assertThat(polis.priority()[j])
                    .isCloseTo(number(map(said.get("comment-priorities")).get(id)), NEAR);
        }
    }

    private static void places(Polis polis, Map<?, ?> said, List<?> comps) {
        double[] signs = {sign(polis.axes()[0], list(comps.get(0))), sign(polis.axes()[1], list(comps.get(1)))};
        Map<?, ?> base = map(said.get("base-clusters"));
        for (int c = 0; c < list(base.get("members")).size(); c++) {
            int person =
                    row(polis.votes(), list(list(base.get("members")).get(c)).getFirst());
            assertThat(signs[0] * polis.places()[person][0])
                    .isCloseTo(number(list(base.get("x")).get(c)), NEAR);
            assertThat(signs[1] * polis.places()[person][1])
                    .isCloseTo(number(list(base.get("y")).get(c)), NEAR);
        }
    }

    private static void groups(Polis polis, Map<?, ?> said) {
        Map<?, ?> base = map(said.get("base-clusters"));
        List<?> ids = list(base.get("id"));
        List<?> clusters = list(said.get("group-clusters"));
        assertThat(polis.groups()).hasSize(clusters.size());
        for (int g = 0; g < clusters.size(); g++) {
            TreeSet<Integer> people = new TreeSet<>();
            for (Object id : list(map(clusters.get(g)).get("members"))) {
                for (Object person : list(list(base.get("members")).get(ids.indexOf(id)))) {
                    people.add(row(polis.votes(), person));
                }
            }
            assertThat(polis.groups().get(g).members())
                    .containsExactly(people.stream().mapToInt(Integer::intValue).toArray());
            Map<?, ?> tallies = map(
                    map(map(said.get("group-votes")).get(Integer.toString(g))).get("votes"));
            for (int j = 0; j < polis.votes().statements().size(); j++) {
                Map<?, ?> tally = map(tallies.get(polis.votes().statements().get(j)));
                Tally ours = polis.groups().get(g).votes()[j];
                assertThat(List.of(ours.agree(), ours.disagree(), ours.seen()))
                        .containsExactly(whole(tally.get("A")), whole(tally.get("D")), whole(tally.get("S")));
            }
        }
    }

    private static void lists(Polis polis, Map<?, ?> said) {
        for (Polis.Group group : polis.groups()) {
            List<?> theirs = list(map(said.get("repness")).get(Integer.toString(group.id())));
            assertThat(group.representative()).hasSize(theirs.size());
            for (int r = 0; r < theirs.size(); r++) {
                Map<?, ?> their = map(theirs.get(r));
                Representative our = group.representative().get(r);
                assertThat(polis.votes().statements().get(our.statement()))
                        .isEqualTo(Integer.toString(whole(their.get("tid"))));
                assertThat(our.agree() ? "agree" : "disagree").isEqualTo(their.get("repful-for"));
                assertThat(our.best()).isEqualTo(their.containsKey("best-agree"));
                assertThat(our.successes()).isEqualTo(whole(their.get("n-success")));
                assertThat(our.trials()).isEqualTo(whole(their.get("n-trials")));
                assertThat(our.p()).isCloseTo(number(their.get("p-success")), NEAR);
                assertThat(our.test()).isCloseTo(number(their.get("p-test")), NEAR);
                assertThat(our.ratio()).isCloseTo(number(their.get("repness")), NEAR);
                // The server keeps this one number as a float of 24 bits.
                assertThat((float) our.ratioTest()).isEqualTo((float) number(their.get("repness-test")));
            }
        }
    }

    private static void consensus(Votes votes, List<Stance> ours, List<?> theirs) {
        assertThat(ours).hasSize(theirs.size());
        for (int r = 0; r < theirs.size(); r++) {
            Map<?, ?> their = map(theirs.get(r));
            assertThat(votes.statements().get(ours.get(r).statement()))
                    .isEqualTo(Integer.toString(whole(their.get("tid"))));
            assertThat(ours.get(r).successes()).isEqualTo(whole(their.get("n-success")));
            assertThat(ours.get(r).trials()).isEqualTo(whole(their.get("n-trials")));
            assertThat(ours.get(r).p()).isCloseTo(number(their.get("p-success")), NEAR);
            assertThat(ours.get(r).test()).isCloseTo(number(their.get("p-test")), NEAR);
        }
    }

    private static Polis.Known known(Votes votes, Map<?, ?> said) {
        boolean[] out = new boolean[votes.statements().size()];
        boolean[] meta = new boolean[out.length];
        list(said.get("mod-out")).forEach(id -> out[column(votes, id)] = true);
        list(said.get("meta-tids")).forEach(id -> meta[column(votes, id)] = true);
        boolean[] early = new boolean[votes.people().size()];
        list(said.get("in-conv")).forEach(id -> early[row(votes, id)] = true);
        int[] order = list(map(said.get("base-clusters")).get("members")).stream()
                .flatMap(members -> list(members).stream())
                .mapToInt(id -> row(votes, id))
                .toArray();
        return new Polis.Known(out, meta, early, order);
    }

    private static Votes votes(List<?> rows, List<?> tids) {
        List<Map<?, ?>> inOrder = new ArrayList<>();
        rows.forEach(row -> inOrder.add(map(row)));
        inOrder.sort(Comparator.comparingDouble(row -> number(row.get("modified"))));
        List<String> people = inOrder.stream()
                .map(row -> whole(either(row, "pid", "participant_id")))
                .distinct()
                .sorted()
                .map(String::valueOf)
                .toList();
        List<String> statements =
                tids.stream().map(id -> Integer.toString(whole(id))).toList();
        byte[] cells = new byte[people.size() * statements.size()];
        java.util.Arrays.fill(cells, Votes.UNSEEN);
        for (Map<?, ?> row : inOrder) {
            int person = people.indexOf(Integer.toString(whole(either(row, "pid", "participant_id"))));
            int statement = statements.indexOf(Integer.toString(whole(either(row, "tid", "statement_id"))));
            cells[person * statements.size() + statement] = (byte) whole(Objects.requireNonNull(row.get("vote")));
        }
        return Votes.of(people, statements, cells);
    }

    private static Object either(Map<?, ?> row, String one, String other) {
        Object found = row.get(one);
        return Objects.requireNonNull(found == null ? row.get(other) : found);
    }

    private static int row(Votes votes, Object id) {
        return votes.people().indexOf(Integer.toString(whole(id)));
    }

    private static int column(Votes votes, Object id) {
        return votes.statements().indexOf(Integer.toString(whole(id)));
    }

    /** The sign of an axis means nothing. */
    private static double sign(double[] ours, List<?> theirs) {
        double along = 0;
        for (int j = 0; j < ours.length; j++) {
            along += ours[j] * number(theirs.get(j));
        }
        return Math.signum(along);
    }

    private static void near(double[] ours, List<?> theirs) {
        assertThat(ours).hasSize(theirs.size());
        for (int j = 0; j < ours.length; j++) {
            assertThat(ours[j]).isCloseTo(number(theirs.get(j)), NEAR);
        }
    }

    private static Map<?, ?> map(Object value) {
        return (Map<?, ?>) Objects.requireNonNull(value);
    }

    private static List<?> list(Object value) {
        return (List<?>) Objects.requireNonNull(value);
    }

    private static double number(Object value) {
        // One of the two writes its times as text.
        return value instanceof String text ? Double.parseDouble(text) : (double) Objects.requireNonNull(value);
    }

    private static int whole(Object value) {
        return (int) number(value);
    }
}

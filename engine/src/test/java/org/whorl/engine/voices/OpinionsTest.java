package org.whorl.engine.voices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.voices.Ground.Finding;
import org.whorl.engine.voices.Opinions.Basis;
import org.whorl.engine.voices.Opinions.Verdict;

/** Our own opinion groups: shown where there are some, and not where chance made them. */
class OpinionsTest {

    @Test
    void twoCampsAreFoundWithWhatTheyShareAndWhatTheyDoNot() {
        Votes votes = Conversation.camps(40, 12, 8, 0.8, 1);
        Opinions said = Opinions.of(votes, Conversation.question(votes, 199), Progress.SILENT);

        assertThat(said.verdict()).isEqualTo(Verdict.CLEAR);
        assertThat(said.basis()).isEqualTo(Basis.OPINION);
        assertThat(said.p()).isEqualTo(1 / 200.0);
        assertThat(said.stability().mean()).isGreaterThan(0.9);
        int[] camps = IntStream.range(0, 80).map(i -> i / 40).toArray();
        assertThat(AdjustedRand.of(said.groupOf(), camps)).isGreaterThan(0.85);
        assertThat(said.found(Finding.AGREE))
                .extracting(Ground::statement)
                .hasSizeGreaterThanOrEqualTo(6)
                .isSubsetOf(12, 13, 14, 15, 16, 17, 18, 19);
        assertThat(said.found(Finding.DIFFER))
                .extracting(Ground::statement)
                .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(said.without()).hasSize(2).allMatch(Opinions.Without::changes);
        Ground shared = said.found(Finding.AGREE).getFirst();
        assertThat(shared.leastAgree().low())
                .isGreaterThan(0.5)
                .isLessThan(shared.leastAgree().mean());
    }

    /** Agreement, when all agree, is nothing to be shown groups for. */
    @Test
    void oneMindHasNoCamps() {
        Votes votes = Conversation.camps(40, 0, 20, 0.8, 2);
        Opinions said = Opinions.of(votes, Conversation.question(votes, 99), Progress.SILENT);

        assertThat(said.verdict()).isNotEqualTo(Verdict.CLEAR);
        assertThat(said.basis()).isEqualTo(Basis.EVERYBODY);
        assertThat(said.groupOf()).containsOnly(0);
        assertThat(said.found(Finding.AGREE)).hasSize(20);
    }

    /**
     * A thousand tables in which two camps were shuffled apart, each tested by 19 more: at most one in twenty is called more
     * than chance, within what chance allows (mean 50, three deviations 21). Those shown are fewer still.
     */
    @Test
    void permutedVotesShowNoGroups() {
        Votes votes = Conversation.camps(15, 6, 4, 0.7, 3);
        Shuffle shuffle = new Shuffle(votes.cells(), 30, 10, 5);
        AtomicInteger alarms = new AtomicInteger();
        IntStream.range(0, 1000).parallel().forEach(b -> {
            byte[] cells = new byte[300];
            shuffle.table(b, cells);
            OpinionTest test = OpinionTest.of(Conversation.named(30, 10, cells), 19, 1, b, Progress.SILENT);
            alarms.addAndGet(test.p() <= Opinions.SURE ? 1 : 0);
        });
        assertThat(alarms.get()).isLessThanOrEqualTo(71);
    }

    @Test
    void shufflingKeepsEveryMarginAndEveryEmptyCell() {
        Votes votes = Conversation.camps(12, 10, 6, 0.6, 4);
        byte[] before = votes.cells();
        byte[] after = new byte[before.length];
        new Shuffle(before, 24, 16, 1).table(7, after);
        assertThat(after).isNotEqualTo(before);
        for (int at = 0; at < before.length; at++) {
            assertThat(after[at] == Votes.UNSEEN).isEqualTo(before[at] == Votes.UNSEEN);
        }
        for (byte vote = -1; vote <= 1; vote++) {
            assertThat(margins(after, 24, 16, vote)).isEqualTo(margins(before, 24, 16, vote));
        }
    }

    private static List<Integer> margins(byte[] cells, int rows, int columns, byte vote) {
        Integer[] sums = new Integer[rows + columns];
        Arrays.fill(sums, 0);
        for (int at = 0; at < cells.length; at++) {
            if (cells[at] == vote) {
                sums[at / columns]++;
                sums[rows + at % columns]++;
            }
        }
        return List.of(sums);
    }

    @Test
    void aGroupOfFourNeverShows() {
        Votes most = Conversation.camps(30, 0, 20, 1, 5);
        byte[] cells = Arrays.copyOf(most.cells(), 64 * 20);
        for (int at = 60 * 20; at < cells.length; at++) {
            cells[at] = Votes.DISAGREE;
        }
        Votes votes = Conversation.named(64, 20, cells);
        Opinions said = Opinions.of(votes, Conversation.question(votes, 99), Progress.SILENT);
        assertThat(said.groups()).allMatch(group -> group.size() >= Opinions.SMALLEST_GROUP);

        List<@Nullable String> roles = new ArrayList<>(Collections.nCopies(60, "nurse"));
        roles.addAll(Collections.nCopies(4, "GP"));
        Opinions byRole = Opinions.of(votes, new Opinions.Question(new boolean[20], roles, 99, 1), Progress.SILENT);
        assertThat(byRole.groups()).extracting(Opinions.Group::name).doesNotContain("GP");
    }

    /** Without camps, roles that people declared are compared; a difference is found, and what would change without one. */
    @Test
    void rolesAreComparedWhereThereAreNoCamps() {
        SplittableRandom chance = new SplittableRandom(6);
        byte[] cells = new byte[80 * 12];
        List<@Nullable String> roles = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            roles.add(i % 2 == 0 ? "carer" : i % 3 == 0 ? null : "council");
            for (int j = 0; j < 12; j++) {
                double agree = j == 3 ? (i % 2 == 0 ? 0.1 : 0.9) : j < 6 ? 0.5 : 0.9;
                cells[i * 12 + j] = chance.nextDouble() < agree ? Votes.AGREE : Votes.DISAGREE;
            }
        }
        Votes votes = Conversation.named(80, 12, cells);
        Opinions said = Opinions.of(votes, new Opinions.Question(new boolean[12], roles, 499, 1), Progress.SILENT);

        assertThat(said.basis()).isEqualTo(Basis.ROLE);
        assertThat(said.groups()).extracting(Opinions.Group::name).containsExactly("carer", "council");
        assertThat(said.found(Finding.DIFFER)).extracting(Ground::statement).containsExactly(3);
        assertThat(said.found(Finding.AGREE)).hasSize(6);
        assertThat(said.without())
                .filteredOn(without -> without.group().equals("carer"))
                .singleElement()
                .satisfies(without -> assertThat(without.come()).contains(3));
    }

    @Test
    void theSameQuestionHasTheSameAnswerAndOrderDoesNotMatterToTheGroups() {
        Votes votes = Conversation.camps(25, 8, 8, 0.7, 7);
        Opinions once = Opinions.of(votes, Conversation.question(votes, 49), Progress.SILENT);
        assertThat(Opinions.of(votes, Conversation.question(votes, 49), Progress.SILENT))
                .usingRecursiveComparison()
                .isEqualTo(once);

        int[] turned = IntStream.range(0, 50).map(i -> 49 - i).toArray();
        Opinions other = Opinions.of(votes.ofPeople(turned), Conversation.question(votes, 49), Progress.SILENT);
        assertThat(AdjustedRand.of(Conversation.chosen(other.groupOf(), turned), once.groupOf()))
                .isEqualTo(1);
        assertThat(other.stability().mean()).isCloseTo(once.stability().mean(), within(1e-9));
    }

    @Test
    void tooFewPeopleAndEmptyTablesAreToldNotGuessed() {
        Votes few = Conversation.camps(7, 8, 8, 1, 8);
        assertThat(Opinions.of(few, Conversation.question(few, 19), Progress.SILENT)
                        .verdict())
                .isEqualTo(Verdict.TOO_FEW);
        Votes nobody = Conversation.named(0, 3, new byte[0]);
        Opinions said = Opinions.of(nobody, Conversation.question(nobody, 19), Progress.SILENT);
        assertThat(said.verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(said.found(Finding.TOO_FEW)).hasSize(3);
        assertThatThrownBy(() -> Votes.of(List.of("a"), List.of("s"), new byte[] {5}))
                .hasMessageContaining("not 5");
    }

    @Test
    void workCanBeStopped() {
        Votes votes = Conversation.camps(20, 8, 8, 1, 9);
        assertThatThrownBy(() -> Opinions.of(votes, Conversation.question(votes, 99), new Progress() {
                    @Override
                    public void at(int done, int expected) {}

                    @Override
                    public boolean cancelled() {
                        return true;
                    }
                }))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void publishedValuesOfTheParts() {
        // Benjamini and Hochberg 1995, their fifteen p-values: the first four are findings at 5 in 100.
        double[] p = {
            .0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528, .7590, 1
        };
        assertThat(Arrays.stream(FalseDiscovery.adjusted(p))
                        .filter(q -> q <= 0.05)
                        .count())
                .isEqualTo(4);
        assertThat(FalseDiscovery.adjusted(new double[] {Double.NaN, 0.02})).containsExactly(Double.NaN, 0.02);
        // Hubert and Arabie: by hand, 6 people, pairs 2 and 6 and 3 of 15.
        assertThat(AdjustedRand.of(new int[] {0, 0, 0, 1, 1, 1}, new int[] {0, 0, 1, 1, 2, 2}))
                .isCloseTo((2 - 6 * 3 / 15.0) / ((6 + 3) / 2.0 - 6 * 3 / 15.0), within(1e-12));
        // Wilson, 8 of 10 (Newcombe 1998 gives .4902 to .9433).
        assertThat(Share.of(8, 10, 0.95).low()).isCloseTo(0.4902, within(5e-5));
        assertThat(Share.of(8, 10, 0.95).high()).isCloseTo(0.9433, within(5e-5));
        assertThat(Share.halfOrMore(8, 10)).isCloseTo(56 / 1024.0, within(1e-15));
        // Method 2.6: 18 of 20 agree here, 7 of 12 there.
        assertThat(PolisLists.share(18, 20) * PolisLists.share(7, 12)).isCloseTo(0.49351, within(5e-6));
        assertThat(PolisLists.share(18, 20) / PolisLists.share(7, 12)).isCloseTo(1.51136, within(5e-6));
        assertThat(PolisLists.beyondHalf(18, 20)).isCloseTo(3.7097, within(5e-5));
        assertThat(PolisLists.beyond(18, 20, 7, 12)).isCloseTo(2.0279, within(5e-5));
    }
}

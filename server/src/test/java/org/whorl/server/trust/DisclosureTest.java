package org.whorl.server.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisclosureTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "1, *", "7, *", "8, 10", "12, 10", "13, 15", "100, 100"})
    void countsFromServices(int count, String shown) {
        assertThat(Disclosure.SERVICES.show(count)).hasToString(shown);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "9, *", "10, 10", "11, 11"})
    void countsOfVoices(int count, String shown) {
        assertThat(Disclosure.VOICES.show(count)).hasToString(shown);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "6, 6"})
    void countsOfThoseWhoTakePartOpenly(int count, String shown) {
        assertThat(Disclosure.TAKING_PART.show(count)).hasToString(shown);
    }

    @ParameterizedTest(name = "of {0} those at {1} are shown with figures of their own")
    @CsvSource({
        "20 4, ''", // the 4 would follow from all 24 and the 20
        "20 12, 0 1",
        "20 12 4, 0", // the 4 go with the 12
        "20 12 5 6, 0 1", // 11 are left together
        "0 15 10, 1 2",
        "9 9, ''",
        "4, ''"
    })
    void groupsWithFiguresOfTheirOwn(String counts, String shown) {
        assertThat(Disclosure.VOICES.showApart(
                        Arrays.stream(counts.split(" ")).map(Integer::valueOf).toList()))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(shown.split(" "))
                        .filter(each -> !each.isEmpty())
                        .map(Integer::valueOf)
                        .toList());
    }

    @Property
    void whoIsLeftOutIsNeverASmallGroup(@ForAll @Size(max = 8) List<@IntRange(max = 30) Integer> counts) {
        Set<Integer> shown = Disclosure.VOICES.showApart(counts);
        int left = 0;
        for (int i = 0; i < counts.size(); i++) {
            left += shown.contains(i) ? 0 : counts.get(i);
            assertThat(!shown.contains(i) || counts.get(i) >= 10).isTrue();
        }
        assertThat(left == 0 || left >= 10 || shown.isEmpty()).isTrue();
    }

    @ParameterizedTest(name = "{0} is shown as {1}")
    @CsvSource({
        "3 12, * *", // a total of 15 would give the 3 away
        "3 4 12, * * 10",
        "3 0 12 40, * 0 * 40",
        "20 30, 20 30",
        "3 0, * 0",
    })
    void aHiddenCountCannotBeWorkedOutFromItsTotal(String counts, String shown) {
        List<Integer> parts =
                Arrays.stream(counts.split(" ")).map(Integer::valueOf).toList();
        assertThat(Disclosure.SERVICES.showParts(parts).stream()
                        .map(Object::toString)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(shown);
    }

    @Test
    void whatAnotherTableGivesAwayIsHiddenWithTheNextSmallest() {
        assertThat(Disclosure.SERVICES.showParts(List.of(50, 40, 10), Set.of(1)).toString())
                .isEqualTo("[50, *, *]");
        assertThat(Disclosure.SERVICES.showParts(List.of(50, 40, 3), Set.of(1)).toString())
                .isEqualTo("[50, *, *]");
        assertThat(Disclosure.SERVICES.showParts(List.of(50, 40, 0), Set.of(1)).toString())
                .isEqualTo("[*, *, 0]");
    }

    /** Seven voices in two groups could be taken from a total that is shown to the last one. */
    @Test
    void voicesThatAreNotToldAreNeverFewTogether() {
        assertThat(Disclosure.VOICES.showParts(List.of(3, 4, 30, 12)).toString())
                .isEqualTo("[*, *, 30, *]");
        assertThat(Disclosure.VOICES.showParts(List.of(6, 4, 30, 12)).toString())
                .isEqualTo("[*, *, 30, 12]");
        assertThat(Disclosure.VOICES.showParts(List.of(3, 4, 0)).toString()).isEqualTo("[*, *, 0]");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, *", "9, *", "10, 10", "12, 10", "13, 15"})
    void nineInASmallAreaAreNotTold(int count, String shown) {
        assertThat(Disclosure.SMALL_AREAS.show(count)).hasToString(shown);
    }

    @Property(seed = "7")
    void noSmallCountIsEverShown(@ForAll @Size(min = 1, max = 8) List<@IntRange(min = 0, max = 60) Integer> counts) {
        List<Disclosure.Shown> shown = Disclosure.SERVICES.showParts(counts);
        long hidden =
                shown.stream().filter(Disclosure.Shown.Hidden.class::isInstance).count();
        long somebody = counts.stream().filter(count -> count > 0).count();
        for (int i = 0; i < counts.size(); i++) {
            if (counts.get(i) > 0 && counts.get(i) < 8) {
                assertThat(shown.get(i)).hasToString("*");
            }
        }
        assertThat(hidden == 1 && somebody > 1)
                .as("one alone hidden in %s", counts)
                .isFalse();
    }

    @ParameterizedTest(name = "{0} are shown as {1}")
    @CsvSource({
        "71 47 13, 71/71 47/118 13/131",
        "5, */*",
        "12 3 20, */* */15 20/35",
        "3 12, */* */15",
        "20 3, */* */23",
        "20 0 3, */* */* */23",
        "4 4, */* */*",
        "2 3 4 40 0, */* */* */* */49 0/49",
        "0 0 15, 0/0 0/0 15/15",
        "50 5 4 1 30, 50/50 */* */* */60 30/90",
    })
    void aSmallCountCannotBeWorkedOutFromRunningTotals(String counts, String shown) {
        List<Integer> parts =
                Arrays.stream(counts.split(" ")).map(Integer::valueOf).toList();
        assertThat(Disclosure.VOICES.showRunning(parts).stream()
                        .map(each -> each.newly() + "/" + each.soFar())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(shown);
    }

    /** Whoever takes one shown total from the next, and what is shown between them from that, is left with no small count. */
    @Property(seed = "11")
    void takingTotalsFromEachOtherTellsNoSmallCount(
            @ForAll @Size(min = 1, max = 9) List<@IntRange(min = 0, max = 25) Integer> counts) {
        List<Disclosure.InARow> row = Disclosure.VOICES.showRunning(counts);
        int before = 0;
        int told = 0;
        int hidden = 0;
        for (int i = 0; i < counts.size(); i++) {
            if (row.get(i).newly() instanceof Disclosure.Shown.Count(int value)) {
                assertThat(value).isEqualTo(counts.get(i));
                assertThat(value > 0 && value < 10).isFalse();
                told += value;
            } else {
                hidden++;
            }
            if (row.get(i).soFar() instanceof Disclosure.Shown.Count(int total)) {
                int rest = total - before - told;
                assertThat(hidden).as("hidden alone in %s: %s", counts, row).isNotEqualTo(1);
                assertThat(rest > 0 && rest < 10)
                        .as("%d is left in %s: %s", rest, counts, row)
                        .isFalse();
                before = total;
                told = 0;
                hidden = 0;
            }
        }
        assertThat(row.stream().map(Disclosure.InARow::drawn).toList()).isSorted();
    }

    @Test
    void whoeverSeesWhoTheyAreSeesHowMany() {
        for (Role role : Role.values()) {
            Viewer viewer = new Viewer(Optional.empty(), Optional.empty(), Optional.empty(), Set.of(role));
            assertThat(Disclosure.ofTakingPart(viewer))
                    .as(role.key())
                    .isEqualTo(
                            Permissions.allow(Set.of(role), Action.SEE_PEOPLE)
                                    ? Disclosure.TAKING_PART
                                    : Disclosure.VOICES);
        }
    }
}

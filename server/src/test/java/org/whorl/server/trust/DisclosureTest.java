package org.whorl.server.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
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
}

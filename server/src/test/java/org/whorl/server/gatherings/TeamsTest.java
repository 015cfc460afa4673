package org.whorl.server.gatherings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who works with whom, for rooms of each size. */
class TeamsTest {

    @ParameterizedTest
    @CsvSource({
        "1, 0, 0",
        "2, 00, 00",
        "3, 000, 000",
        "4, 0011, 0000",
        "5, 00111, 00000",
        "6, 001122, 000011",
        "7, 0011222, 0000111",
        "8, 00112233, 00001111",
        "9, 001122333, 000011111",
    })
    void neighboursWorkTogetherAndNobodyAlone(int many, String pairs, String fours) {
        List<Integer> numbers = IntStream.rangeClosed(1, many).boxed().toList().reversed();
        assertThat(written(numbers, Step.Doing.PAIR)).isEqualTo(pairs);
        assertThat(written(numbers, Step.Doing.FOUR)).isEqualTo(fours);
    }

    private static String written(List<Integer> numbers, Step.Doing doing) {
        StringBuilder teams = new StringBuilder();
        Teams.of(numbers, doing).values().forEach(teams::append);
        return teams.toString();
    }
}

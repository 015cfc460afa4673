package org.whorl.server.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatingTest {

    /** From the table of Student's t in every textbook. */
    @ParameterizedTest
    @CsvSource({"9, 2.262", "10, 2.228", "20, 2.086", "30, 2.042", "120, 1.980"})
    void studentIsWhatTablesSay(int freedom, double quantile) {
        assertThat(Rating.student(freedom)).isCloseTo(quantile, within(0.0006));
    }

    /** By hand: the sum is 41, the sum of squares 177, so the standard error is the root of 8.9 / 9 / 10. */
    @Test
    void theMeanHasItsIntervalFromTenAnswersOn() {
        List<Integer> answers = List.of(5, 5, 4, 4, 4, 3, 5, 4, 2, 5);
        Rating.Mean mean = Rating.of("heard", answers).mean().orElseThrow();
        assertThat(mean.value()).isCloseTo(4.1, within(1e-12));
        assertThat(mean.low()).isCloseTo(3.389, within(0.001));
        assertThat(mean.high()).isCloseTo(4.811, within(0.001));
        assertThat(Rating.of("heard", answers.subList(0, 9)).mean()).isEmpty();
    }

    @Test
    void noAnswerIsBeyondTheLastMark() {
        List<Integer> answers = new java.util.ArrayList<>(Collections.nCopies(11, 5));
        answers.add(1);
        assertThat(Rating.Mean.of(answers).high()).isEqualTo(5);
    }
}

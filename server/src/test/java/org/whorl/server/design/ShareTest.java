package org.whorl.server.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {

    /** By R. Newcombe (Statistics in Medicine 17, 1998, table I, method 3), rounded to the hundredth. */
    @ParameterizedTest
    @CsvSource({"81, 263, 26, 37", "15, 148, 6, 16", "0, 20, 0, 16", "1, 29, 1, 17", "29, 29, 88, 100"})
    void theIntervalIsWilsons(int some, int of, long low, long high) {
        assertThat(new Share(some, of).low()).isEqualTo(low);
        assertThat(new Share(some, of).high()).isEqualTo(high);
    }

    @Test
    void thereIsNoShareOfNothing() {
        assertThatThrownBy(() -> new Share(0, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}

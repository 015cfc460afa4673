package org.whorl.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    private static final List<String> KNOWN = List.of("length-of-stay", "capacity", "to", "rate", "routes", "cost");

    @ParameterizedTest
    @CsvSource({
        "lenght-of-stay, length-of-stay",
        "length_of_stay, length-of-stay",
        "capcity, capacity",
        "rates, rate",
        "route, routes",
        "csot, cost",
        "ot, to",
    })
    void findsWhatWasMeant(String written, String meant) {
        assertThat(Spelling.nearest(written, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"colour", "xy", "''", "services"})
    void doesNotGuessWildly(String written) {
        assertThat(Spelling.nearest(written, KNOWN)).isEmpty();
    }
}

package org.whorl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RightsizeCommandTest {

    private static final String DATA = Path.of(
                    Objects.requireNonNull(System.getProperty("whorl.root")), "docs", "templates", "right-sizing")
            .toString();

    @Test
    void theTemplateIsAnswered() {
        Said said = Said.by("rightsize", DATA);

        assertThat(said.status()).isZero();
        // 70 x 126 / 182 = 48.5 a week, for 20 days: 138.5 people, 154 places at 0.9.
        assertThat(said.out())
                .contains("A mean week: 70.0", "P1 home with support", "places so that 1 in 20 waits")
                .containsPattern("138(\\.5)? \\(")
                .containsPattern("154 \\(")
                .contains("So it says too little");
        assertThat(Said.by("rightsize", DATA + "/right-sizing.xlsx")).isEqualTo(said);
        assertThat(Said.by("rightsize", DATA, "--json").out())
                .startsWith("{\n")
                .contains("\"tier\": \"arithmetic\"", "\"delay-target-places\"", "\"waiting-simulated\": {", "\"why\"");
    }

    @Test
    void whatIsWrongIsTold() {
        Said said = Said.by("rightsize", "no-such-folder");
        assertThat(said.status()).isEqualTo(Whorl.WRONG);
        assertThat(said.err()).contains("there is no such file");
    }
}

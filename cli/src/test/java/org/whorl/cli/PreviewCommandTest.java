package org.whorl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewCommandTest {
    private static final String TEAM = Said.example("one-team");

    @TempDir
    private Path scratch;

    @Test
    void answersByFormulas() {
        Said said = Said.by("preview", TEAM);

        assertThat(said.status()).isZero();
        assertThat(said.err()).isEmpty();
        assertThat(said.out())
                .contains("by formulas", "offered load", "Two places fewer (two-fewer)", "No intervals are given");
    }

    @Test
    void asOneJsonDocument() {
        Said said = Said.by("preview", TEAM, "--json", "--scenario", "base");

        assertThat(said.status()).isZero();
        assertThat(said.out())
                .startsWith("{\n")
                .endsWith("}\n")
                .contains("\"tier\": \"instant\"", "\"stable\": true")
                .containsPattern("\"offered-load\": \\{\"mean\": (40|39\\.99|40\\.00)")
                .doesNotContain("\"seed\"");
    }

    @Test
    void whereMoreComeThanCanBeServedThereIsAPathInsteadOfAnAverage() throws IOException {
        Said said = Said.by("preview", model("rate: 8"), "--json");

        assertThat(said.status()).isZero();
        assertThat(said.out())
                .contains("\"stable\": false", "\"path\": {\"field\": \"waiting\", \"days\": [")
                .doesNotContain("\"waiting\": {", "\"wait\": {");
    }

    @Test
    void saysHowUnsureTheNumbersLeaveIt() throws IOException {
        String model = model("rate: {value: 4, sd: 0.4}");
        Said said = Said.by("preview", model, "--draws", "20");

        assertThat(said.status()).isZero();
        assertThat(said.out()).contains("not knowing the model's numbers").containsPattern("team +[0-9.]+ \\(");
        assertThat(Said.by("preview", model, "--draws", "20")).isEqualTo(said);
        assertThat(Said.by("preview", model, "--draws", "1").err()).contains("--draws must be 2 or more");
    }

    private String model(String rate) throws IOException {
        Files.writeString(scratch.resolve("model.yaml"), """
                whorl: 1
                time: {start: 2026-04-01, days: 200}
                partners: {council: {}}
                arrivals: {people: {to: team, %s}}
                services: {team: {partner: council, capacity: 46, length-of-stay: {exponential: {mean: 10}}}}
                """.formatted(rate));
        return scratch.toString();
    }
}

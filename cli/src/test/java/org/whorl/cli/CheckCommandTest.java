package org.whorl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckCommandTest {
    private static final String MODEL = """
            whorl: 1
            time: {start: 2026-04-01, days: 30}
            partners: {council: {}}
            arrivals: {people: {to: team, rate: {value: 4, sd: 0.5, source: Our count, date: 2025, quality: measured}}}
            services: {team: {partner: council, capacity: 46, length-of-stay: {exponential: {mean: 10}}}}
            """;

    @TempDir
    private Path folder;

    private String model(String text) throws IOException {
        Files.writeString(folder.resolve("model.yaml"), text);
        return folder.toString();
    }

    @Test
    void listsTheNumbersByQuality() throws IOException {
        Said said = Said.by("check", model(MODEL));

        assertThat(said.status()).isZero();
        assertThat(said.out())
                .contains("the model holds together", "measured: 1 of 3", "guess: 2 of 3")
                .containsPattern("arrivals.people.rate +4 +sd 0.5 +Our count, 2025");
        assertThat(said.err()).isEmpty();
    }

    @Test
    void aModelThatDoesNotHoldTogetherIsANo() throws IOException {
        Said said = Said.by("check", model(MODEL.replace("46", "twelve")));

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.out())
                .startsWith("model.yaml:5: services.team.capacity: \"twelve\" is not a number; "
                        + "write a number of places such as 46, or unlimited")
                .contains("1 thing is wrong");
    }

    @Test
    void asJsonEitherWay() throws IOException {
        Said good = Said.by("check", model(MODEL), "--json");
        Said bad = Said.by("check", model(MODEL.replace("46", "twelve")), "--json");

        assertThat(good.status()).isZero();
        assertThat(good.out())
                .startsWith("{\n")
                .contains("\"valid\": true", "\"measured\": 1", "\"path\": \"arrivals.people.rate\"", "\"line\": 4");
        assertThat(bad.status()).isEqualTo(1);
        assertThat(bad.out())
                .contains("\"valid\": false", "\"wrong\": \"\\\"twelve\\\" is not a number\"", "\"line\": 5");
    }

    @Test
    void zeroPlacesAndAMillionAreTold() throws IOException {
        assertThat(Said.by("check", model(MODEL.replace("46", "0"))).out())
                .contains("Note: services.team.capacity: there is never a place");
        assertThat(Said.by("check", model(MODEL.replace("46", "1000000"))))
                .satisfies(said -> assertThat(said.status()).isZero())
                .satisfies(said -> assertThat(said.out()).contains(" 1000000").doesNotContain("Note:"));
    }

    @Test
    void printsTheSchemaForEditors() {
        Said said = Said.by("check", "--schema");

        assertThat(said.status()).isZero();
        assertThat(said.out()).startsWith("{\n").contains("https://json-schema.org/draft/2020-12/schema");
        assertThat(Said.by("check").status()).isEqualTo(2);
    }

    @Test
    void aFolderThatIsNotThereIsBadInput() {
        Said said = Said.by("check", folder.resolve("nowhere").toString());

        assertThat(said.status()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).contains("There is no file or folder called");
    }

    @Test
    void aQuestionIsPutToAModelWithoutTouchingIt() throws IOException {
        Path question = Files.writeString(folder.resolve("question.yaml"), """
                time: {start: 2026-04-01, days: 28}
                scenarios:
                  one-more: {change: {services.team.capacity: {add: 1}}}
                """);
        String team = Said.example("one-team");

        Said ran = Said.by("run", team, "--with", question.toString(), "--scenario", "one-more", "--replications", "2");

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("28 days from 2026-04-01", "one-more");
        assertThat(Said.by("check", team, "--with", question.toString()).status())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scenarios: {two-fewer: {change: {services.team.capacity: {add: 1}}}} | question.yaml:1: scenarios.two-fewer: the model already has a scenario two-fewer",
                "scenarios: {one: {change: {services.tea.capacity: {add: 1}}}} | question.yaml:1: scenarios.one",
                "services: {}                                                      | question.yaml:1: services: the key services is not known",
                "time: {start: 2026-04-06, days: 0}                                | question.yaml",
                "scenarios: [                                                      | question.yaml:",
            })
    void aQuestionThatDoesNotFitIsToldWithItsFileAndLine(String written, String told) throws IOException {
        Path question = Files.writeString(folder.resolve("question.yaml"), written + "\n");

        Said said = Said.by("check", Said.example("one-team"), "--with", question.toString());

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.out()).contains(told);
    }

    @Test
    void aQuestionThatIsNotThereIsSaid() {
        Said said = Said.by("preview", Said.example("one-team"), "--with", "nowhere.yaml");

        assertThat(said.status()).isEqualTo(2);
        assertThat(said.err()).contains("There is no file called nowhere.yaml");
    }
}

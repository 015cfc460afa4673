package org.whorl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EffectsCommandTest {

    @Test
    void whatIsFoundComesAsASentenceThenNumbersThenSomethingToPaste() {
        Said said = Said.by("effects", "falls", "tai");
        assertThat(said.status()).isZero();
        assertThat(said.out())
                .contains(
                        "5. Tai Chi: helped",
                        "In 7 trials with 2,655 people: rate of falls 19 in 100 lower (1 to 33).",
                        "0.81 (0.67 to 0.99) rate ratio",
                        "Sherrington 2019",
                        "quality: borrowed",
                        "our convention, to be agreed locally. It is not evidence");
    }

    @Test
    void harmIsFoundAndAnExcerptIsCalledOne() {
        assertThat(Said.by("effects", "--says", "harm").out())
                .contains("33 in 100 higher (16 to 54)", "INCREASE: sicker patients referred");
        assertThat(Said.by("effects", "Vanguard", "year").out()).contains("check the source");
    }

    @Test
    void withoutAnIntervalThereIsNothingToPaste() {
        assertThat(Said.by("effects", "Rushcliffe").out())
                .contains("cannot tell", "It cannot be used as a beginning: how sure the number is was not seen.")
                .doesNotContain("quality: borrowed");
    }

    @Test
    void programsGetOneDocument() {
        Said said = Said.by("effects", "falls", "--json");
        assertThat(said.out()).startsWith("{").contains("\"says\": \"helped\"", "\"yaml\": \"{value: 0.77");
    }

    @Test
    void nothingFoundIsANoAndAWrongWordIsAMistake() {
        assertThat(Said.by("effects", "unicorn").status()).isEqualTo(1);
        assertThat(Said.by("effects", "--says", "good"))
                .satisfies(said -> assertThat(said.status()).isEqualTo(2))
                .satisfies(said -> assertThat(said.err()).contains("--says must be one of helped"));
        assertThat(Said.by("effects", "--table", "nowhere.csv").status()).isEqualTo(2);
    }
}

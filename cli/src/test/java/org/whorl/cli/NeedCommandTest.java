package org.whorl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeedCommandTest {
    private static final String EXAMPLE = Said.example("cwm-taf-morgannwg");

    @TempDir
    private Path scratch;

    @Test
    void saysWhatIsNeededAndWhatNobodyCanTell() {
        Said said = Said.by(
                "need",
                EXAMPLE,
                "--draws",
                "40",
                "--year",
                "2033",
                "--driver",
                "unemployment=+1sd",
                "--driver",
                "housing=2");

        assertThat(said.status()).isZero();
        assertThat(said.out())
                .contains("Home from hospital in Cwm Taf Morgannwg: 2023, and 2033")
                .contains("Merthyr Tydfil, fifth 1 (most deprived)", "aged 85 and over")
                .containsPattern(
                        "Unemployment +\\+1\\.0 sd +1\\.24 \\(1\\.04 to 1\\.41\\) +association elsewhere; confirm locally")
                .containsPattern("Housing +\\+2\\.0 sd +no sourced effect: cannot tell")
                .containsPattern("circumstances +\\+1\\d,\\d{3} \\(")
                .containsPattern("unmet +cannot tell")
                .contains("These probabilities are a guess")
                .contains("No sourced effect: cannot tell. It was left out of these figures.")
                .containsPattern("ready-bridgend +1\\.\\d\\d \\(");
        assertThat(Said.by(
                        "need",
                        EXAMPLE,
                        "--draws",
                        "40",
                        "--year",
                        "2033",
                        "--driver",
                        "unemployment=+1sd",
                        "--driver",
                        "housing=2"))
                .isEqualTo(said);
    }

    @Test
    void asOneJsonDocument() {
        Said said = Said.by("need", EXAMPLE, "--draws", "5", "--json");

        assertThat(said.status()).isZero();
        assertThat(said.out())
                .startsWith("{\n")
                .endsWith("}\n")
                .contains("\"now\": 2023", "\"then\": 2033", "\"small-areas\": [");
    }

    @Test
    void saysWhatWasProbablyMeant() throws IOException {
        assertThat(Said.by("need", EXAMPLE, "--driver", "unemploiment=+1sd").err())
                .isEqualTo("The model has no driver called unemploiment; did you mean unemployment?\n");
        assertThat(Said.by("need", EXAMPLE, "--driver", "unemployment=much").err())
                .contains(
                        "--driver unemployment=much cannot be read; write standard deviations, such as unemployment=+1sd");
        assertThat(Said.by("need", EXAMPLE, "--year", "2050").err())
                .contains("does not know the year 2050; it knows [2021, ");
        assertThat(Said.by("need", Said.example("one-team")))
                .isEqualTo(
                        new Said(
                                2,
                                "",
                                "The model does not say who lives there; write population: {table: population.csv, year: 2021}.\n"));
    }

    @Test
    void bringsInThePeopleOfAnyCouncilInWales() throws IOException {
        Said said = Said.by(
                "import",
                "population",
                "Powys",
                "W06000008",
                "--out",
                scratch.resolve("place").toString());

        assertThat(said.status()).isZero();
        assertThat(said.out()).contains("204,655 people of Powys, Ceredigion.");
        assertThat(Files.readString(scratch.resolve("place/population.csv"))).startsWith("area,fifth,sex,0,1,2,");
        assertThat(Said.by(
                        "import",
                        "population",
                        "Powis",
                        "--out",
                        scratch.resolve("other").toString()))
                .isEqualTo(new Said(2, "", "There is no council in Wales called Powis; did you mean Powys?\n"));
        assertThat(scratch.resolve("other")).doesNotExist();
    }
}

package org.whorl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearnCommandTest {

    @TempDir
    private Path folder;

    private String data(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    /** Method 2.4 (c). */
    @Test
    void theReferencesOfTheMethodComeOut() {
        assertThat(Said.by("learn", "normal(-.1,.1)", "--data=-.22,.09", "--json")
                        .out())
                .contains("\"mean\": -0.166298", "\"sd\": 0.066896", "\"p-below-0\": 0.99353", "\"conflict\": false");
        assertThat(Said.by("learn", "gamma(20,100)", "--data", "12/90", "--json")
                        .out())
                .contains("\"mean\": 0.168421", "\"low\": 0.11519", "\"high\": 0.23158");
        Said said = Said.by("learn", "gamma(20,100)", "--data", "12/90");
        assertThat(said.status()).isZero();
        assertThat(said.out())
                .contains(
                        "Believed before: 0.2000 (",
                        "Found: 0.1333",
                        "12 in 90",
                        "Believed now: 0.1684 (0.1152 to 0.2316)");
        assertThat(Said.by("learn", "beta(2,4)", "--data", "14/20", "--weight", "0.5")
                        .out())
                .contains("50 % of its size", "Believed now: 0.5625");
    }

    private static final String COMPARED = """
            site,period,number,exposure,tried
            a,2026-1,120,1000,no
            a,2026-2,96,1000,yes
            b,2026-1,110,1000,no
            b,2026-2,108,1000,no
            """;

    @Test
    void aFileIsWorkedOutAsItWasTriedAndNotConclusiveIsSaid() throws IOException {
        String file = data("two.csv", COMPARED);
        Said said = Said.by("learn", "ratio(1,0.5,2)", "--data", file, "--design", "difference-in-differences");
        assertThat(said.status()).isZero();
        assertThat(said.out())
                .contains(
                        "Found: 0.8148 (0.5586 to 1.189)", "not conclusive", "70 % of its size", "one place on a side");
        assertThat(Said.by("learn", "gamma(20,100)", "--data", file).out()).contains("96 in 1000");
        assertThat(Said.by("learn", "ratio(1,0.5,2)", "--data", file).err()).contains("--design is needed");
        Said none = Said.by("learn", "ratio(1,0.5,2)", "--data", file, "--design", "stepped-wedge", "--json");
        assertThat(none.status()).isZero();
    }

    @Test
    void whatCannotBeToldIsNotTold() throws IOException {
        String file = data("one.csv", "site,period,number,tried\na,1,5,no\na,2,4,yes\n");
        Said said = Said.by("learn", "normal(0,1)", "--data", file, "--design", "before-and-after");
        assertThat(said.status()).isEqualTo(1);
        assertThat(said.out()).isEqualToIgnoringNewLines("Cannot tell: too few periods were counted before or since.");
    }

    @Test
    void aBeliefThatDoesNotFitIsSaidSo() {
        assertThat(Said.by("learn", "normal(0,.05)", "--data=-.9,.1").out()).contains("They do not fit");
    }

    @Test
    void aBeliefCanStandInAFile() throws IOException {
        assertThat(Said.by("learn", data("prior.txt", "gamma(20,100)\n"), "--data", "12/90")
                        .out())
                .contains("Believed now: 0.1684");
        assertThat(Said.by("learn", data("prior.txt", "gama(20,100)\n"), "--data", "12/90")
                        .err())
                .contains("prior.txt: \"gama(20,100)\" is no belief");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "normal(1)        | 1,2   | PRIOR: 2 numbers are needed, not \"1\"",
                "normal(a,1)      | 1,2   | PRIOR: \"a\" is not a number",
                "normal(0,0)      | 1,2   | PRIOR: A standard deviation lies above 0",
                "normal(0,1)      | 1,0   | --data: a standard error lies above 0",
                "gamma(1,1)       | 1     | --data: \"1\" is no count; write such as 12/90, or name a file",
                "beta(1,1)        | 3/2   | --data: 3.0 of 2.0 is not a share",
                "ratio(1,-1,2)    | 1,1,1 | PRIOR: A ratio and its interval must lie above 0",
            })
    void whatIsWrongIsNamed(String prior, String data, String said) {
        Said answer = Said.by("learn", prior, "--data=" + data);
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).startsWith(said);
    }

    @Test
    void aFilesFaultsNameTheirLineAndColumn() throws IOException {
        String file = data(
                "bad.csv",
                "site,period,number,exposure,tried\na,1,x,10,no\na,2,5,0,maybe\n,3,5,1,no\nb,1,5,1,yes\nb,2,5,1,no\nb,2,5,1,yes\n");
        assertThat(Said.by("learn", "gamma(1,1)", "--data", file).err())
                .contains("bad.csv:2: number: \"x\" is not a number", "bad.csv:3: exposure: 0 is below")
                .contains("bad.csv:3: tried: \"maybe\" is neither yes nor no", "bad.csv:4: site: there is no name")
                .contains("bad.csv:6: tried: b had begun by 1", "bad.csv:7: period: \"2\" stands here twice for b");
        assertThat(Said.by("learn", "gamma(1,1)", "--data", data("c.csv", "site,period\n"))
                        .err())
                .contains("c.csv:1: number: there is no such column");
    }
}

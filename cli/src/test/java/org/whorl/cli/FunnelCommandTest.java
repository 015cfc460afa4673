package org.whorl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunnelCommandTest {

    @TempDir
    private Path folder;

    private String data(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String periods(int star) {
        StringBuilder rows = new StringBuilder("unit,period,numerator,denominator\n");
        for (String period : new String[] {"2026-Q2", "2026-Q3"}) {
            for (int u = 0; u < 20; u++) {
                rows.append("team %d,%s,%d,400%n".formatted(u, period, 180 + 4 * (u % 11)));
            }
            rows.append("star,%s,%d,400%n".formatted(period, star));
        }
        return rows.toString();
    }

    @Test
    void whoIsWorthAskingIsNamedAndNobodyIsRanked() throws IOException {
        Said said = Said.by("funnel", data("f.csv", periods(290)));
        assertThat(said.status()).isZero();
        assertThat(said.out())
                .startsWith("Worth asking how they do it: star.")
                .contains("All together in 2026-Q3", "worth asking; are its people like the others'? nobody said")
                .containsSubsequence("team 0 ", "team 1 ", "team 10 ", "star ");
        assertThat(Said.by("funnel", data("f.csv", periods(200))).out()).startsWith("Nobody stands out");
    }

    @Test
    void theReferenceOfTheMethodComesOut() throws IOException {
        String rows = """
                unit,numerator,denominator
                a,30,100
                b,45,120
                c,22,80
                d,60,150
                e,80,160
                f,35,110
                g,50,125
                h,90,170
                i,41,100
                j,28,90
                """;
        assertThat(Said.by("funnel", data("f.csv", rows), "--json").out())
                .contains("\"target\": 0.39917", "\"phi\": 2.89916", "\"tau2\": 0.0046383")
                .contains("\"z\": 3.4148", "\"z-adjusted\": 1.6754")
                .doesNotContain("\"worth-asking\": true");
    }

    @Test
    void whatIsWrongIsToldWithItsLineAndColumn() throws IOException {
        Said said =
                Said.by("funnel", data("f.csv", "unit,numerator,denominator\na,5,4\nb,x,10\nb,1,0\nb,1,1\nb,1,1\n"));
        assertThat(said.status()).isEqualTo(Whorl.WRONG);
        assertThat(said.err())
                .contains("f.csv:2: numerator: 5 of 4 is more than all; write no more than the denominator")
                .contains("f.csv:3: numerator: \"x\" is not a number")
                .contains("f.csv:4: denominator: 0 is below 1")
                .contains("f.csv:5: unit: \"b\" stands here twice");
        assertThat(Said.by("funnel", data("g.csv", "unit,share\na,1\n")).err())
                .contains("g.csv:1: numerator: there is no such column; the columns are unit, share");
        assertThat(Said.by("funnel", data("h.csv", "unit,numerator,denominator\na,1,2\n"))
                        .err())
                .contains("fewer than three units");
    }
}

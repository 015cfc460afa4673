package org.whorl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartCommandTest {

    private static final int[] GOLDEN = {52, 48, 55, 50, 47, 53, 49, 51, 46, 54, 50, 52, 44, 43, 42, 41, 40, 39, 41, 40
    };

    @TempDir
    private Path folder;

    private String data(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String golden() {
        StringBuilder rows = new StringBuilder("date,value\n");
        for (int i = 0; i < GOLDEN.length; i++) {
            rows.append(LocalDate.of(2026, 1, 5).plusWeeks(i))
                    .append(',')
                    .append(GOLDEN[i])
                    .append('\n');
        }
        return rows.toString();
    }

    @Test
    void theReferenceOfTheMethodComesOut() throws IOException {
        String csv = data("d.csv", golden());
        Said said = Said.by("chart", csv, "--improvement", "decrease", "--fix-after", "12", "--target", "45");
        assertThat(said.status()).isZero();
        assertThat(said.out())
                .startsWith("The newest point is part of a change for the better. Of 20 points 9 are more than chance.")
                .contains("met at times and missed at times")
                .contains("one of 7 that fall", "2 of 3 near the lower limit", "50.6", "38.5", "62.7");
        String json = Said.by("chart", csv, "--improvement", "decrease", "--fix-after", "12", "--json")
                .out();
        assertThat(json)
                .contains("\"facets\": {", "\"mean\": 50.58333", "\"lower\": 38.492", "\"upper\": 62.674")
                .contains("\"type\": \"common\"", "\"type\": \"improvement\"")
                .contains("\"rule\": null", "\"rule\": \"7 Point Trend (Decreasing)\"", "\"7 Points Below CL\"")
                .contains("\"variation\": \"improvement_low\"", "\"assurance\": null");
    }

    @Test
    void facetsHaveTargetsOfTheirOwn() throws IOException {
        String csv = data("f.csv", "day,n,org\n2026-01-01,1,a\n2026-02-01,2,a\n2026-01-01,3,b\n2026-02-01,NA,b\n");
        String json = Said.by(
                        "chart",
                        csv,
                        "--facet",
                        "org",
                        "--value",
                        "n",
                        "--target",
                        "a=90",
                        "--improvement",
                        "increase",
                        "--json")
                .out();
        assertThat(json).contains("\"a\": {", "\"b\": {", "\"assurance\": \"consistent_fail\"", "\"note\": \"gaps\"");
        assertThat(json).contains("\"value\": null");
        assertThat(Said.by("chart", csv, "--facet", "org", "--target", "c=1").err())
                .contains("nothing is called \"c\"; there are a, b");
        assertThat(Said.by("chart", csv, "--facet", "org", "--rules", "plotthedots", "--target", "a=90", "--json")
                        .out())
                .contains("\"assurance\": \"inconsistent\"");
    }

    @Test
    void whatIsWrongIsToldWithItsLineAndColumn() throws IOException {
        Said said =
                Said.by("chart", data("w.csv", "date,value\n2026-01-01,1\nsoon,2\n2026-02-30,2\n01/01/2026,x\n,4\n"));
        assertThat(said.status()).isEqualTo(Whorl.WRONG);
        assertThat(said.err())
                .contains("w.csv:3: date: \"soon\" is not a date; write the day as 2026-11-23")
                .contains("w.csv:4: date: \"2026-02-30\" is not a date")
                .contains("w.csv:5: date: 2026-01-01 stands in line 2 too")
                .contains("w.csv:5: value: \"x\" is not a number")
                .contains("w.csv:6: date: there is no date");
        assertThat(Said.by("chart", data("c.csv", "a,b\n2026-01-01,1\n"), "--value", "c")
                        .err())
                .contains("c.csv:1: c: there is no such column; the columns are a, b");
        assertThat(Said.by("chart", data("e.csv", "date,value\n")).err()).contains("no rows below the first");
        assertThat(Said.by("chart", data("s.csv", "date;value\n2026-01-01;1\n")).err())
                .contains("stand apart by semicolons");
        assertThat(Said.by("chart", data("p.csv", "date,value,of\n2026-01-01,5,4\n2026-01-02,1,0\n"), "--kind", "p")
                        .err())
                .contains("p.csv:2: value: 5 of 4 is more than all")
                .contains("p.csv:3: of: 0 is below");
        assertThat(Said.by("chart", data("t.csv", "date,value\n2026-01-01,-5\n"), "--kind", "t")
                        .err())
                .contains("t.csv:2: value: -5 is below 0");
    }

    @Test
    void aFirstRowIsNoHeadingWhereItHoldsDigits() throws IOException {
        assertThat(Said.by("chart", data("h.csv", "2026-01-01,4\n2026-02-01,5\n"), "--json")
                        .out())
                .contains("\"date\": \"2026-01-01\"", "\"date\": \"2026-02-01\"");
        assertThat(Said.by("chart", data("i.csv", "2026-02-31,47\n2026-03-02,5\n"))
                        .err())
                .contains("i.csv:1: date: \"2026-02-31\" is not a date", "call the column date");
        assertThat(Said.by("chart", data("j.csv", "5 Jan 2026,about 7\n2026-03-02,5\n"))
                        .err())
                .contains("j.csv:1: date: \"5 Jan 2026\"", "j.csv:1: value: \"about 7\" is not a number");
        // Names may hold digits where one of them is called as usual, or was named.
        assertThat(Said.by("chart", data("k.csv", "date,within 4 hours\n2026-03-02,5\n"))
                        .status())
                .isZero();
        assertThat(Said.by("chart", data("l.csv", "day 1,within 4 hours\n2026-03-02,5\n"), "--date", "day 1")
                        .status())
                .isZero();
    }

    @Test
    void daysBeforeAnybodyCountedAreRefused() throws IOException {
        assertThat(Said.by("chart", data("y.csv", "date,value\n0026-05-01,1\n01/05/1826,2\n1990-01-01,3\n"))
                        .err())
                .contains("y.csv:2: date: 0026-05-01 lies before 1990; write a day from 1990 on")
                .contains("y.csv:3: date: 1826-05-01 lies before 1990")
                .doesNotContain("y.csv:4");
    }

    @Test
    void nothingIsCalledBetterUnlessSomebodySaidWhatIs() throws IOException {
        String csv = data("d.csv", golden());
        assertThat(Said.by("chart", csv).out())
                .startsWith("The newest point is part of a change. Of")
                .contains("no change is called better or worse: add --improvement")
                .doesNotContain("improvement\n", "concern");
        assertThat(Said.by("chart", csv, "--target", "45").out()).contains("nothing can be said about the target");
        assertThat(Said.by("chart", csv, "--json").out()).contains("\"improvement\": \"neutral\"");
        assertThat(Said.by("chart", csv, "--improvement", "neutral").out()).doesNotContain("Nobody said");
        assertThat(Said.by("chart", csv, "--rules", "plotthedots").out())
                .contains("change for the worse")
                .contains("as NHSRplotthedots does, more is taken to be");
    }

    @Test
    void moreFixedPointsThanThereAreIsTold() throws IOException {
        String csv = data("d.csv", golden());
        assertThat(Said.by("chart", csv, "--fix-after", "99").out())
                .contains("From 2026-01-05 there are 20 points, fewer than the 99 of --fix-after");
        assertThat(Said.by("chart", csv, "--fix-after", "99", "--json").out())
                .contains("\"note\": \"fix-after-too-many\"");
        assertThat(Said.by("chart", csv, "--fix-after", "20").out()).doesNotContain("--fix-after");
    }

    @Test
    void whatCannotBeAskedIsRefused() throws IOException {
        String csv = data("d.csv", golden());
        assertThat(Said.by("chart", csv, "--fix-after", "5").err()).contains("12 or more");
        assertThat(Said.by("chart", csv, "--kind", "pie").err()).contains("there is no \"pie\"; there are xmr, run");
        assertThat(Said.by("chart", csv, "--rebase", "May").err()).contains("\"May\" is not a date");
        assertThat(Said.by("chart", csv, "--target", "low").err()).contains("\"low\" is not a number");
        assertThat(Said.by("chart", csv, "--kind", "p", "--rules", "plotthedots")
                        .err())
                .contains("xmr only");
    }

    @Test
    void everyKindSaysWhatItCannotTell() throws IOException {
        String one = data("o.csv", "date,value,of\n2026-01-01,3,10\n");
        for (String kind : new String[] {"xmr", "run", "p", "u", "g", "t"}) {
            Said said = Said.by("chart", one, "--kind", kind);
            assertThat(said.status()).as(said.err()).isZero();
            assertThat(said.out()).contains("there is one point");
        }
        String same = data("s.csv", golden().replaceAll(",\\d+\n", ",7\n"));
        assertThat(Said.by("chart", same).out()).contains("all values the limits come from are 7");
        assertThat(Said.by("chart", data("d2.csv", golden()), "--rebase", "2026-03-29", "2031-01-01")
                        .out())
                .contains("There is no point on 2026-03-29; it is counted anew from the next.")
                .contains("2031-01-01 lies after the last point");
        assertThat(Said.by("chart", data("n.csv", "date,value\n2031-01-01,3\n")).out())
                .contains("Points in days to come: 1. Is the year right?");
    }

    @Test
    void thePictureIsWritten() throws IOException {
        Path picture = folder.resolve("chart.svg");
        assertThat(Said.by("chart", data("d.csv", golden()), "--svg", picture.toString(), "--rebase", "2026-03-30")
                        .status())
                .isZero();
        assertThat(picture).content().contains("<svg", "d.csv", "counted anew");
        String two = data("f.csv", "date,value,org\n2026-01-01,1,a\n2026-01-01,3,b\n");
        Said.by("chart", two, "--facet", "org", "--svg", picture.toString());
        assertThat(folder.resolve("chart-2.svg")).exists();
    }
}

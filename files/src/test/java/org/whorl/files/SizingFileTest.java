package org.whorl.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What right-sizing reads: the templates, and what is wrong with a table. */
class SizingFileTest {

    private static final Path TEMPLATES =
            Path.of(Objects.requireNonNull(System.getProperty("whorl.root")), "docs", "templates", "right-sizing");

    @TempDir
    private Path folder;

    @Test
    void theWorkbookAndTheTablesAskTheSame() {
        SizingFile.Sizing tables = SizingFile.read(TEMPLATES);
        assertThat(tables).isInstanceOf(SizingFile.Good.class);
        assertThat(SizingFile.read(TEMPLATES.resolve("right-sizing.xlsx"))).isEqualTo(tables);
        var question = ((SizingFile.Good) tables).question();
        assertThat(question.weeks()).containsExactly(68.0, 72.0, 75.0, 65.0);
        assertThat(question.pathways()).hasSize(3);
        assertThat(question.pathways().getFirst().work().orElseThrow().travel()).isEqualTo(12);
        assertThat(question.pathways().getLast().work()).isEmpty();
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() throws IOException {
        Files.writeString(folder.resolve("weeks.csv"), "week,discharges\n2026-04-06,many\n2026-04-13,-3\n");
        Files.writeString(folder.resolve("pathways.csv"), """
                pathway,people,length-of-stay,occupancy,first-visits,contact-minutes,away
                P1,40,20,90,4,30,1
                ,30,0,0.9,,,
                """);
        assertThat(SizingFile.read(folder))
                .isInstanceOfSatisfying(
                        SizingFile.Bad.class, bad -> assertThat(bad.text()).isEqualTo("""
                        weeks.csv:2: discharges: "many" is not a number; write a number from 0 up
                        weeks.csv:3: discharges: -3 is below 0; write a number from 0 up
                        pathways.csv:2: occupancy: 90 is not a share of places; write a share above 0 and up to 1, such as 0.9
                        pathways.csv:2: away: everybody is always away; write a share below 1, such as 0.22
                        pathways.csv:3: pathway: there is no name; write a name such as P1
                        pathways.csv:3: length-of-stay: 0 days cannot be; write a number of days above 0"""));
    }

    @Test
    void aColumnThatIsMissingIsNamed() throws IOException {
        Files.writeString(folder.resolve("weeks.csv"), "week,people\n1,2\n");
        assertThat(SizingFile.read(folder))
                .isInstanceOfSatisfying(
                        SizingFile.Bad.class,
                        bad -> assertThat(bad.text())
                                .contains(
                                        "weeks.csv:1: discharges: there is no such column; the columns are week, people")
                                .contains("pathways.csv"));
        assertThat(SizingFile.read(folder.resolve("none.xlsx"))).isInstanceOf(SizingFile.Bad.class);
    }
}

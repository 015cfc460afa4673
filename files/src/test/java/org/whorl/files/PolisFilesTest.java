package org.whorl.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.whorl.engine.voices.Votes;

/** What is written as Polis writes it is read again as it was. */
class PolisFilesTest {

    private static final Instant AT = Instant.parse("2026-04-01T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void writesTheLayoutOfPolis() {
        Votes votes = Votes.of(List.of("Ann", "Bob"), List.of("0", "1", "2"), new byte[] {
            Votes.AGREE, Votes.PASS, Votes.UNSEEN, Votes.DISAGREE, Votes.AGREE, Votes.AGREE
        });
        Map<String, String> files = PolisFiles.of(new PolisFiles.Conversation(
                "Nights, at home",
                "",
                AT,
                votes,
                List.of("Say \"when\", please", "Two", "Three"),
                new boolean[] {false, true, false},
                new int[] {0, -1}));
        assertThat(files.get("participants-votes.csv")).isEqualTo("""
                participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1,2
                0,0,0,2,1,0,1,0,
                1,,0,3,2,1,-1,1,1
                """);
        assertThat(files.get("comments.csv")).isEqualTo("""
                timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body
                1775001600000,2026-04-01T00:00:00Z,0,,1,1,1,"Say ""when"", please"
                1775001600000,2026-04-01T00:00:00Z,1,,1,0,-1,Two
                1775001600000,2026-04-01T00:00:00Z,2,,1,0,1,Three
                """);
        assertThat(files.get("votes.csv"))
                .contains("1775001600000,2026-04-01T00:00:00Z,0,1,-1")
                .doesNotContain("Ann");
        assertThat(files.get("summary.csv")).startsWith("topic,\"Nights, at home\"");
    }

    @Test
    void aFormulaIsWords() {
        Votes votes = Votes.of(List.of("0"), List.of("0", "1"), new byte[] {Votes.AGREE, Votes.AGREE});
        Map<String, String> files = PolisFiles.of(new PolisFiles.Conversation(
                "=1+1", "", AT, votes, List.of("=HYPERLINK(\"http://x\",\"y\")", "@sum"), new boolean[2], new int[] {0
                }));
        assertThat(files.get("comments.csv")).contains(",\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"", ",'@sum\n");
        assertThat(files.get("summary.csv")).startsWith("topic,'=1+1\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"participants-votes.csv", "votes.csv"})
    void readsBackWhatItWrote(String which) throws IOException {
        int people = 40;
        int statements = 9;
        byte[] cells = new byte[people * statements];
        for (int at = 0; at < cells.length; at++) {
            cells[at] = (byte) (at * 7 % 13 % 4 - 1);
        }
        boolean[] out = new boolean[statements];
        out[4] = true;
        List<String> names =
                IntStream.range(0, statements).mapToObj(Integer::toString).toList();
        List<String> rows =
                IntStream.range(0, people).mapToObj(Integer::toString).toList();
        Votes votes = Votes.of(rows, names, cells);
        List<String> texts =
                names.stream().map(name -> "Statement, number " + name).toList();
        PolisFiles.of(new PolisFiles.Conversation("Topic", "", AT, votes, texts, out, new int[people]))
                .forEach((name, text) -> write(folder.resolve(name), text));
        VotesFile.Good read = (VotesFile.Good) VotesFile.read(folder.resolve(which), null);
        assertThat(read.votes().people()).isEqualTo(rows);
        assertThat(read.votes().statements()).isEqualTo(names);
        assertThat(read.texts()).isEqualTo(texts);
        assertThat(read.out()).isEqualTo(out);
        for (int i = 0; i < people; i++) {
            for (int j = 0; j < statements; j++) {
                assertThat(read.votes().at(i, j)).isEqualTo(votes.at(i, j));
            }
        }
    }

    private static void write(Path path, String text) {
        try {
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

package org.whorl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The guide's walk through five questions: every command in it is one that runs. */
class FiveQuestionsTest {

    private static final Path ROOT = Path.of(System.getProperty("whorl.root"));
    private static final Path GUIDE = ROOT.resolve("docs/guide/five-questions.md");

    @TempDir
    private Path scratch;

    static List<String> commands() throws IOException {
        return Files.readString(GUIDE)
                .replace("\\\n", " ")
                .lines()
                .filter(line -> line.startsWith("./whorl "))
                .map(line -> line.substring("./whorl ".length()).strip())
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandRuns(String command) throws IOException {
        if (!command.startsWith("new ")) {
            assertThat(Said.by("new", "gp-access", practice()).status()).isZero();
        }
        Said said = Said.by(Stream.concat(arguments(command).stream(), quickly(command).stream())
                .toArray(String[]::new));

        assertThat(said.status()).as(said.err()).isZero();
        assertThat(said.out()).isNotBlank();
    }

    @Test
    void whatTheGuideTellsOfNeedIsWhatTheCommandSays() throws IOException {
        String command = commands().stream()
                .filter(c -> c.startsWith("need "))
                .findFirst()
                .orElseThrow();
        String row = Files.readString(GUIDE)
                .lines()
                .filter(line -> line.startsWith("| emergency admissions a year |"))
                .findFirst()
                .orElseThrow();
        List<String> cells = List.of(row.split("\\|"));

        assertThat(Said.by(arguments(command).toArray(String[]::new)).out())
                .contains(cells.get(2).strip(), cells.get(3).strip());
    }

    private String practice() {
        return scratch.resolve("practice").toString();
    }

    /** As a person in the repository would type it. */
    private List<String> arguments(String command) {
        List<String> arguments = new ArrayList<>();
        for (String word : command.split(" +")) {
            arguments.add(
                    word.startsWith("examples/")
                            ? ROOT.resolve(word).toString()
                            : word.equals("my-practice") ? practice() : word);
        }
        return arguments;
    }

    /** Fewer rounds: whether a command runs does not hang on how often. */
    private static List<String> quickly(String command) {
        return switch (command.substring(0, command.indexOf(' '))) {
            case "run" -> List.of("--replications", "2");
            case "ledger" -> List.of("--draws", "2");
            case "optimise" -> List.of("--draws", "2", "--list");
            default -> List.of();
        };
    }
}

package org.whorl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
    private static final String TEAM = Said.example("one-team");

    @TempDir
    private Path scratch;

    @Test
    void printsSmallTablesAndWhatToKnowBeforeTrustingThem() {
        Said said = Said.by("run", TEAM, "--replications", "5");

        assertThat(said.status()).isZero();
        assertThat(said.out())
                .contains("5 replications, seed 1", "As it stands", "Two places fewer (two-fewer)")
                .contains("95 % interval", "are guesses");
        assertThat(said.err()).isEqualTo("Running One team and 1 scenario, 5 times ...%n".formatted());
    }

    @Test
    void printsOneJsonDocumentAndNothingElse() {
        Said said = Said.by("run", TEAM, "--replications", "5", "--json", "--scenario", "two-fewer");

        assertThat(said.status()).isZero();
        assertThat(said.out())
                .startsWith("{\n")
                .endsWith("}\n")
                .contains("\"tier\": \"simulation\"", "\"seed\": 1", "\"replications\": 5")
                .contains("\"base\": {", "\"two-fewer\": {", "\"differences\": {")
                .containsPattern("\"waiting\": \\{\"mean\": [0-9.]+, \"low\": [-0-9.]+, \"high\": [0-9.]+, "
                        + "\"level\": 0.95, \"kind\": \"monte-carlo\"}");
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        Said one = Said.by("run", TEAM, "--replications", "6", "--json", "--threads", "1");
        Said two = Said.by("run", TEAM, "--replications", "6", "--json", "--threads", "2");

        assertThat(two.out()).isEqualTo(one.out());
    }

    @Test
    void baseAloneWhenAskedFor() {
        assertThat(Said.by("run", TEAM, "--replications", "2", "--json", "--scenario", "base")
                        .out())
                .contains("\"differences\": {}")
                .doesNotContain("two-fewer");
    }

    @Test
    void runsUntilTheFiguresArePreciseEnough() {
        Said said = Said.by("run", TEAM, "--precision", "50%", "--scenario", "base");

        assertThat(said.status()).isZero();
        assertThat(said.err()).contains("until known to within 50 %");
    }

    @Test
    void writesTheAnswerAndItsTables() throws IOException {
        Path folder = scratch.resolve("new/report");
        Said said = Said.by("run", TEAM, "--replications", "2", "--out", folder.toString());
        Said again = Said.by("run", TEAM, "--replications", "2", "--out", folder.toString());

        assertThat(said.status()).isZero();
        assertThat(again.status()).isZero();
        assertThat(list(folder))
                .contains(
                        "adroddiad.html",
                        "answer.json",
                        "differences.csv",
                        "parameters.csv",
                        "report.html",
                        "series.csv",
                        "summary.csv")
                .noneMatch(name -> name.startsWith("."));
        assertThat(list(scratch.resolve("new"))).containsExactly("report");
        assertThat(Files.readAllLines(folder.resolve("summary.csv")))
                .first()
                .isEqualTo("scenario,group,id,field,unit,mean,low,high,level,kind");
        assertThat(Files.readAllLines(folder.resolve("parameters.csv")))
                .contains("services.team.capacity,46,,,,,guess,,,,");
        assertThat(Files.readAllLines(folder.resolve("series.csv"))).hasSizeGreaterThan(365);
    }

    private static List<String> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldBeforeTheWork() throws IOException {
        Path file = Files.writeString(scratch.resolve("file"), "not a folder");

        Said said = Said.by(
                "run",
                TEAM,
                "--replications",
                "1000000",
                "--out",
                file.resolve("in").toString());

        assertThat(said.status()).isEqualTo(2);
        assertThat(said.err()).startsWith("Cannot write " + file.resolve("in"));
        assertThat(said.out()).isEmpty();
    }

    @Test
    void nobodyElsesFileIsLost() throws IOException {
        Path theirs = Files.writeString(scratch.resolve("summary.csv"), "theirs");

        Said said = Said.by("run", TEAM, "--replications", "2", "--out", scratch.toString());

        assertThat(said.status()).isEqualTo(2);
        assertThat(said.err()).contains("it holds a file summary.csv that is not ours; name another folder");
        assertThat(said.out()).contains("As it stands");
        assertThat(theirs).hasContent("theirs");
        assertThat(list(scratch)).containsExactly("summary.csv");
    }

    @Test
    void outputThatGoesMissingIsTold() {
        StringWriter err = new StringWriter();
        Writer full = new Writer() {
            @Override
            public void write(char[] text, int from, int length) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };

        int status = Whorl.commandLine()
                .setOut(new PrintWriter(full))
                .setErr(new PrintWriter(err, true))
                .execute("run", TEAM, "--replications", "2", "--json");

        assertThat(status).isEqualTo(2);
        assertThat(err.toString()).contains("Cannot write to standard output");
    }

    @Test
    void whatIsWrongWithTheCommandIsToldWithWhatWasMeant() {
        assertThat(Said.by("run", TEAM, "--scenario", "two-fewr"))
                .isEqualTo(refused("The model has no scenario called two-fewr; did you mean two-fewer?%n"));
        assertThat(Said.by("run", TEAM, "--precision", "5"))
                .isEqualTo(refused("--precision must be a share such as 5%% or 0.05, not 5%nTry: whorl run --help%n"));
        assertThat(Said.by("run", TEAM, "--replications", "0"))
                .isEqualTo(refused("--replications must be from 1 to 1000000, not 0%nTry: whorl run --help%n"));
        assertThat(Said.by("run", TEAM, "--thread", "2"))
                .isEqualTo(refused("--thread is not known here; did you mean --threads?%nTry: whorl run --help%n"));
        assertThat(Said.by("rnu", TEAM))
                .isEqualTo(refused("rnu is not known here; did you mean run?%nTry: whorl --help%n"));
    }

    private static Said refused(String sentence) {
        return new Said(2, "", sentence.formatted());
    }

    @Test
    void withoutAPlaceEveryoneWaitsAndThatIsTold() throws IOException {
        Said said = Said.by("run", team("capacity: 0, length-of-stay: {constant: 10}"), "--replications", "20");

        assertThat(said.status()).isZero();
        assertThat(said.err()).contains("Note: services.team.capacity: there is never a place");
        // 4 people a day for 30 days: 60 wait on average, and nobody who started waited.
        assertThat(said.out()).containsPattern("team +(59|60|61)\\.\\d \\([0-9.]+ to [0-9.]+\\) +- +-");
    }

    @Test
    void withAMillionPlacesNobodyWaits() throws IOException {
        Said said = Said.by("run", team("capacity: 1000000, length-of-stay: {constant: 10}"), "--replications", "5");

        assertThat(said.status()).isZero();
        assertThat(said.out()).containsPattern("team +0 +0 +0 +0\\.00");
    }

    private String unsure() throws IOException {
        Files.writeString(scratch.resolve("model.yaml"), """
                whorl: 1
                time: {start: 2026-04-01, days: 30}
                partners: {council: {}}
                arrivals: {people: {to: team, rate: {value: 4, low: 3, high: 5}}}
                services: {team: {partner: council, capacity: 40, length-of-stay: {constant: 10}}}
                scenarios: {fewer: {change: {services.team.capacity: {add: -5}}}}
                """);
        return scratch.toString();
    }

    @Test
    void chanceAndNotKnowingTheNumbersAreToldApart() throws IOException {
        Path folder = scratch.resolve("out");
        Said said = Said.by(
                "run", unsure(), "--draws", "12", "--replications", "4", "--threads", "1", "--out", folder.toString());
        Said again = Said.by("run", unsure(), "--draws", "12", "--replications", "4", "--threads", "3");

        assertThat(said.status()).isZero();
        assertThat(said.err()).contains("with 12 draws of its numbers, 4 times each");
        assertThat(said.out())
                .contains("12 draws of its numbers, 4 replications of each, seed 1")
                .contains("chance (in 4 replications) and not knowing the model's numbers")
                .contains("As much work again would make that")
                .containsPattern("uncertainty +all together +from chance, % +from the numbers, %")
                .containsPattern("uncertainty of the change +all together +from chance, % +from the numbers, %")
                .containsPattern("over the scenarios, each as likely as the next .* from the scenario, %");
        assertThat(again.out()).isEqualTo(said.out());
        assertThat(Files.readAllLines(folder.resolve("uncertainty.csv")))
                .anyMatch(line -> line.startsWith("base,false,services,team,wait,days,total,"))
                .anyMatch(line -> line.startsWith("base,false,services,team,wait,days,monte-carlo,"))
                .anyMatch(line -> line.startsWith("fewer,true,services,team,wait,days,parameter,"))
                .anyMatch(line -> line.startsWith(",false,services,team,wait,days,scenario,"));
    }

    @Test
    void drawsThatCannotBeAreRefused() throws IOException {
        assertThat(Said.by("run", unsure(), "--draws", "9"))
                .isEqualTo(refused("--draws must be 10 or more, not 9%nTry: whorl run --help%n"));
        assertThat(Said.by("run", unsure(), "--draws", "12", "--replications", "2"))
                .isEqualTo(refused("--replications must be 3 or more with --draws, not 2%nTry: whorl run --help%n"));
        assertThat(Said.by("run", unsure(), "--draws", "12", "--precision", "5%"))
                .isEqualTo(refused("--draws goes with --replications, not with --precision: give one of the two%n"
                        + "Try: whorl run --help%n"));
        assertThat(Said.by("run", TEAM, "--draws", "12").err())
                .contains(
                        "--draws has nothing to draw: no number of the model has an interval; give some a low and a high");
    }

    @Test
    void theLongRunIsMeasuredOnceTheSlowestServiceHasSettled() {
        Said said = Said.by("run", TEAM, "--steady-state", "--replications", "10");

        assertThat(said.status()).isZero();
        assertThat(said.out())
                .contains("As it stands")
                .containsPattern("Note: services.team: The warm-up of \\d+ days was chosen by MSER-5")
                .doesNotContain("two-fewer");
        assertThat(Said.by("run", TEAM, "--steady-state", "--scenario", "two-fewer")
                        .err())
                .startsWith("--steady-state is about the model as it stands");
    }

    @Test
    void whereNobodyCanTellTheLongRunNothingIsAnswered() throws IOException {
        Said said = Said.by(
                "run", team("capacity: 40, length-of-stay: {constant: 10}"), "--steady-state", "--replications", "10");

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.err())
                .contains("services.team: Cannot tell a long run: at least as many people need this service");
    }

    @Test
    void aWarmUpThatIsTooShortIsTold() {
        Said said = Said.by("run", "../bench/d2a3", "--replications", "3");

        assertThat(said.out())
                .containsPattern(
                        "Note: services.p3: This service needs about \\d+ days to forget how it began; after a warm-up of 365 days");
    }

    private String team(String service) throws IOException {
        Files.writeString(scratch.resolve("model.yaml"), """
                whorl: 1
                time: {start: 2026-04-01, days: 30}
                partners: {council: {}}
                arrivals: {people: {to: team, rate: 4}}
                services: {team: {partner: council, %s}}
                """.formatted(service));
        return scratch.toString();
    }

    @Test
    void aModelThatDoesNotHoldTogetherIsBadInput() throws IOException {
        Files.writeString(scratch.resolve("model.yaml"), "whorl: 1\nnonsense: 1\n");

        Said said = Said.by("run", scratch.toString());

        assertThat(said.status()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).contains("model.yaml:2: nonsense: the key nonsense is not known");
    }
}

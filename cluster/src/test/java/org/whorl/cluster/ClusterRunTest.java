package org.whorl.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.load.ParameterDraws;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.simulation.Plan;
import org.whorl.engine.simulation.Simulation;
import org.whorl.files.AnswerJson;
import org.whorl.files.ModelFolder;

/** Runs on a real Spark in this process, beside the same runs without it. */
class ClusterRunTest {

    private static final String UNSURE = """
            whorl: 1
            name: {en: Unsure, cy: Ansicr}
            time: {start: 2026-04-01, days: 60, warm-up: 20}
            partners: {council: {name: {en: Council, cy: Cyngor}, kind: council}}
            exits: [home]
            arrivals: {people: {name: People, to: team, rate: {value: 4, low: 3.5, high: 4.5, source: made up for the test, quality: guess}}}
            services:
              team: {name: Team, partner: council, capacity: 46, length-of-stay: {exponential: {mean: 10}}}
            scenarios: {more: {name: More, change: {services.team.capacity: {add: 4}}}}
            """;

    @TempDir
    private static Path folder;

    private static Path unsure;

    @BeforeAll
    static void write() throws IOException {
        unsure = Files.createDirectory(folder.resolve("un sure"));
        Files.writeString(unsure.resolve(ModelFolder.MODEL), UNSURE);
    }

    private static Answer alone(Model model, int replications, long seed) {
        List<String> all = model.scenarios().stream().map(Scenario::id).toList();
        return Simulation.run(model, new Plan(all, seed, new Plan.Stop.Replications(replications), 2), Progress.SILENT);
    }

    private static Model model(Path path) {
        return ModelFolder.read(path).orThrow();
    }

    @Test
    void oneModelGivesTheDocumentOfRunToTheBit() {
        String example = Said.example("cwm-taf-morgannwg");
        Said said = Said.by(
                "cluster", "run", example, "--master", "local[2]", "--replications", "11", "--seed", "7", "--json");
        assertThat(said.err()).contains("Playing 1 place, 11 times", "100 % played");
        assertThat(said.out()).isEqualTo(AnswerJson.text(alone(model(Path.of(example)), 11, 7)));
        assertThat(said.status()).isZero();
    }

    @Test
    void placesAndDrawsBecomeATableAndADocumentEach() throws IOException {
        Path out = folder.resolve("out put");
        String team = Said.example("one-team");
        String[] command = {
            "cluster",
            "run",
            unsure.toString(),
            team,
            "--master=local[2]",
            "--draws=3",
            "--replications=12",
            "--out=" + out
        };
        Said said = Said.by(command);

        assertThat(said.status()).as(said.err()).isZero();
        assertThat(said.out())
                .contains("over 3 draws", "un-sure", "more minus base", "one-team", "two-fewer minus base");
        assertThat(out.resolve("answers/one-team.json"))
                .hasContent(AnswerJson.text(alone(model(Path.of(team)), 12, 1)));
        assertThat(model(out.resolve("models/un-sure"))).isEqualTo(model(unsure));
        assertThat(Files.readString(out.resolve("run.json")))
                .contains("\"draws\": 3", "\"place\": \"un-sure\"", "\"seed\": 1");
        List<Row> rows = table(out);
        assertThat(Files.readString(out.resolve("run.json"))).contains("\"rows\": " + rows.size() + ",");
        for (int draw = 0; draw <= 3; draw++) {
            Model drawn = draw == 0 ? model(unsure) : new ParameterDraws(model(unsure), 3, 1).draw(draw - 1);
            List<Row> expected = ResultRow.of("un-sure", draw, alone(drawn, 12, 1)).stream()
                    .map(ResultRow::row)
                    .toList();
            int number = draw;
            assertThat(rows)
                    .filteredOn(row -> row.getAs("place").equals("un-sure") && row.<Integer>getAs("draw") == number)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
        assertThat(means(rows, "un-sure")).as("every draw is another model").doesNotHaveDuplicates();

        // Again, over its own results: whole, and nothing beside it.
        Said again = Said.by(command);
        assertThat(again.status()).as(again.err()).isZero();
        assertThat(table(out)).hasSameSizeAs(rows);
        try (Stream<Path> beside = Files.list(folder)) {
            assertThat(beside).containsExactlyInAnyOrder(unsure, out);
        }
    }

    private static List<Double> means(List<Row> rows, String place) {
        return rows.stream()
                .filter(row -> row.getAs("place").equals(place)
                        && row.getAs("field").equals("wait")
                        && row.getAs("scenario").equals("base"))
                .map(row -> row.<Double>getAs("mean"))
                .toList();
    }

    private static List<Row> table(Path out) {
        SparkSession spark = SparkSession.builder().master("local[1]").getOrCreate();
        try {
            return spark.read()
                    .parquet(out.resolve("results.parquet").toString())
                    .collectAsList();
        } finally {
            spark.stop();
        }
    }

    @Test
    void aTaskThatFailsIsToldInOneSentence() throws IOException {
        Path out = folder.resolve("nowhere");
        Said said = Said.by(
                "cluster",
                "run",
                unsure.toString(),
                "--master",
                "local[1]",
                "--out",
                out.toString(),
                "--replications",
                "10",
                "--conf",
                "spark.task.cpus=2");
        assertThat(said.status()).isEqualTo(2);
        assertThat(said.err()).contains("Spark could not").doesNotContain("\tat ");
        assertThat(out).doesNotExist();
    }

    @Test
    void aFolderOfSomebodyElseIsLeftAlone() throws IOException {
        Path theirs = Files.createDirectory(folder.resolve("theirs"));
        Files.writeString(theirs.resolve("letter.txt"), "Dear all");
        Path file = Files.writeString(folder.resolve("file"), "");
        Said said = Said.by("cluster", "run", unsure.toString(), "--master", "local", "--out", theirs.toString());
        assertThat(said.err()).contains("it holds files that are not ours");
        assertThat(Said.by("cluster", "run", unsure.toString(), "--master", "local", "--out", file.toString())
                        .err())
                .contains("file is not a folder. Nothing was written.");
        assertThat(Said.by("cluster", "run", unsure.toString(), "--master", "local", "--out", file + "/in/it")
                        .err())
                .contains("Cannot write");
        assertThat(said.status()).isEqualTo(2);
        assertThat(theirs).isDirectoryContaining("glob:**letter.txt");
        Files.delete(file);
        Files.delete(theirs.resolve("letter.txt"));
        Files.delete(theirs);
    }
}

package org.whorl.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Observation;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Quality;

/** The examples of the repository: people copy them, so they must be sound. */
class ExamplesTest {

    private static final Path EXAMPLES = Path.of("..", "examples");

    static List<Path> examples() throws IOException {
        try (Stream<Path> folders = Files.list(EXAMPLES);
                Stream<Path> templates = Files.list(EXAMPLES.resolve("templates"))) {
            return Stream.concat(
                            folders.filter(folder -> !folder.endsWith("templates")
                                    && !folder.endsWith("questions")
                                    && !folder.endsWith("voices")),
                            templates)
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void readsWithoutFaultAndHasAReadme(Path example) {
        assertThat(ModelFolder.read(example)).isInstanceOf(Read.Good.class);
        assertThat(example.resolve("README.md")).isNotEmptyFile();
    }

    static List<Path> questions() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES.resolve("questions"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void aQuestionFitsTheModelItIsPutTo(Path question) {
        Model alone = read("cwm-taf-morgannwg");
        Model asked = ModelFolder.read(EXAMPLES.resolve("cwm-taf-morgannwg"), List.of(question))
                .orThrow();
        assertThat(asked.scenarios()).hasSizeGreaterThan(alone.scenarios().size());
        assertThat(asked.scenarios())
                .allSatisfy(s -> assertThat(s.name().en()).isNotEqualTo(s.name().cy()));
    }

    @Test
    void everyFigureOfCwmTafMorgannwgSaysWhereItComesFrom() {
        Model model = read("cwm-taf-morgannwg");
        assertThat(model.parameters()).allSatisfy((path, parameter) -> {
            if (isWritten(path, parameter)) {
                assertThat(parameter.provenance().source()).as(path).isNotBlank();
                assertThat(parameter.provenance().owner()).as(path).isNotBlank();
            }
        });
        assertThat(model.parameters().values())
                .filteredOn(parameter -> {
                    String source = parameter.provenance().source();
                    return source != null && (source.contains("Bristol") || source.startsWith("England"));
                })
                .isNotEmpty()
                .noneMatch(parameter -> parameter.provenance().quality() == Quality.PUBLISHED
                        || parameter.provenance().quality() == Quality.MEASURED);
    }

    /** What a file leaves out, and a single way on, need no source. */
    private static boolean isWritten(String path, Parameter parameter) {
        boolean leftOut = (path.endsWith(".dispersion") || path.contains(".routes.")) && parameter.value() == 1;
        return !leftOut && !(path.startsWith("opening.") && parameter.value() == 0);
    }

    @Test
    void whatWasObservedInCwmTafMorgannwgFallsOnTheDayOfItsMeasure() {
        Model model = read("cwm-taf-morgannwg");
        assertThat(model.observed()).isNotEmpty().allSatisfy((Observation seen) -> {
            Measure measure = model.measures().stream()
                    .filter(m -> m.id().equals(seen.measure()))
                    .findFirst()
                    .orElseThrow();
            assertThat(measure.on()).isNotNull();
            assertThat(measure.on().fallsOn(seen.date())).as(seen.toString()).isTrue();
        });
    }

    /** Rhondda Cynon Taf and Merthyr Tydfil are more deprived than Bridgend; nobody below 65 is reckoned in. */
    @Test
    void thoseWhoComeFromHospitalSayInWhichFifthTheyLive() {
        Model model = read("cwm-taf-morgannwg");
        Map<String, SequencedMap<String, Double>> fifths = new LinkedHashMap<>();
        model.arrivals().stream()
                .filter(arrival -> arrival.id().startsWith("ready-"))
                .forEach(arrival -> fifths.put(
                        arrival.id(), Objects.requireNonNull(arrival.tags().get("fifth"))));
        assertThat(fifths.keySet()).containsExactly("ready-bridgend", "ready-rct", "ready-merthyr");
        fifths.values().forEach(shares -> {
            assertThat(shares.keySet()).containsExactly("1", "2", "3", "4", "5");
            assertThat(shares.values().stream().mapToDouble(Double::doubleValue).sum())
                    .isEqualTo(1, within(1e-12));
        });
        assertThat(fifths.values().stream().map(shares -> shares.get("1"))).containsExactly(0.1763, 0.2649, 0.3733);
        assertThat(fifths.values().stream().map(shares -> shares.get("5"))).containsExactly(0.2351, 0.1556, 0.0736);
    }

    private static Model read(String example) {
        return ((Read.Good) ModelFolder.read(EXAMPLES.resolve(example))).model();
    }
}

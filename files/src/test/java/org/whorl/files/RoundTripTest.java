package org.whorl.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.whorl.engine.model.Model;

class RoundTripTest {

    static Stream<Path> models() throws IOException {
        Path examples = Path.of(Objects.requireNonNull(System.getProperty("whorl.root")), "examples");
        return Stream.of(list(GoodModelsTest.folder("good")), list(examples), list(examples.resolve("templates")))
                .flatMap(List::stream)
                .filter(folder -> Files.exists(folder.resolve("model.yaml")));
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelReadAndWrittenIsTheSameModel(Path folder, @TempDir Path scratch) throws IOException {
        Model model = ModelFolder.read(folder).orThrow();

        ModelFolder.write(model, scratch.resolve("copy"));

        assertThat(ModelFolder.read(scratch.resolve("copy")).orThrow()).isEqualTo(model);
    }

    @Property(tries = 100, seed = "20260401")
    void whateverCanBeWrittenReadsBackTheSame(@ForAll long seed) throws IOException {
        Path scratch = Files.createTempDirectory("round-trip");
        try (OutputFolder folder = OutputFolder.open(scratch)) {
            Model model = new RandomModels(seed).model();
            new ModelWriter(model, folder).write();
            Faults faults = new Faults();
            Model back = ModelFolder.read(folder.path(ModelFolder.MODEL), faults);

            assertThat(faults.inOrder()).as("seed %d", seed).isEmpty();
            assertThat(back).as("seed %d", seed).isEqualTo(model);
        } finally {
            Files.delete(scratch);
        }
    }

    @Test
    void aFolderWithSomethingInItIsLeftAlone(@TempDir Path scratch) throws IOException {
        Path readme = Files.writeString(scratch.resolve("README.md"), "mine");
        Model model = ModelFolder.read(GoodModelsTest.folder("good/design")).orThrow();

        assertThatThrownBy(() -> ModelFolder.write(model, scratch)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(list(scratch)).containsExactly(readme);
    }

    @Test
    void aModelThatCannotBeWrittenLeavesNothingBehind(@TempDir Path scratch) throws IOException {
        Model model = ModelFolder.read(GoodModelsTest.folder("good/design")).orThrow();
        Model infinite = model.map((_, _, p) -> p.withValue(Double.POSITIVE_INFINITY));

        assertThatThrownBy(() -> ModelFolder.write(infinite, scratch.resolve("new")))
                .hasMessage("Infinity cannot stand in a file");
        assertThat(list(scratch)).isEmpty();
    }
}

package org.whorl.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every folder under {@code bad} holds a model that is wrong in one way, and {@code expected.txt}: what is said. */
class BadModelsTest {

    static List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(GoodModelsTest.folder("bad"))) {
            return folders.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void saysWhereWhatAndWhatWouldBeRight(Path folder) throws IOException {
        String said = switch (ModelFolder.read(folder)) {
            case Read.Good _ -> "";
            case Read.Bad bad -> bad.text().replace(folder.toString(), "FOLDER") + "\n";
        };

        assertThat(said).isEqualTo(Files.readString(folder.resolve("expected.txt")));
    }

    @Test
    void thereAreTwentyOfThemAtLeast() throws IOException {
        assertThat(folders()).hasSizeGreaterThan(20);
    }

    @Test
    void aFolderThatIsNotThereIsNamed(@TempDir Path folder) {
        Path nowhere = folder.resolve("nowhere");

        assertThat(ModelFolder.read(nowhere))
                .isEqualTo(new Read.Bad(List.of(new Fault(
                        nowhere.toString(),
                        0,
                        "",
                        "there is no such file or folder",
                        "name a folder that holds model.yaml"))));
    }
}

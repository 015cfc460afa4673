package org.whorl.files.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFolderTest {

    @TempDir
    private Path place;

    private static WholeFolder two(String first, String second) {
        return new WholeFolder().with("report.html", first).with("numbers.csv", second);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void makesTheFolderWithAllItsParents() throws IOException {
        Path folder = place.resolve("a/b/out");
        two("page", "1,2").write(folder);
        assertThat(folder.resolve("report.html")).hasContent("page");
        assertThat(folder.resolve("numbers.csv")).hasContent("1,2");
        assertThat(names(folder.getParent())).containsExactly("out");
    }

    @Test
    void replacesAReportOfItsOwnAndLeavesOtherFilesAlone() throws IOException {
        Path folder = place.resolve("out");
        two("old", "old").write(folder);
        Files.writeString(folder.resolve("my notes.txt"), "mine");
        two("new", "new").write(folder);
        assertThat(folder.resolve("report.html")).hasContent("new");
        assertThat(folder.resolve("my notes.txt")).hasContent("mine");
        assertThat(names(place)).containsExactly("out");
    }

    @Test
    void movesInBesideFilesThatAreNotInTheWay() throws IOException {
        Path folder = Files.createDirectory(place.resolve("out"));
        Files.writeString(folder.resolve("my notes.txt"), "mine");
        two("page", "1,2").write(folder);
        assertThat(folder.resolve("report.html")).hasContent("page");
        assertThat(folder.resolve("my notes.txt")).hasContent("mine");
    }

    @Test
    void neverOverwritesAFileItDidNotWrite() throws IOException {
        Path folder = Files.createDirectory(place.resolve("out"));
        Files.writeString(folder.resolve("numbers.csv"), "precious");
        assertThatThrownBy(() -> two("page", "1,2").write(folder))
                .isInstanceOf(CannotWrite.class)
                .hasMessage(folder
                        + " already holds a file numbers.csv that Whorl did not write; choose another folder, or move"
                        + " that file");
        assertThat(folder.resolve("numbers.csv")).hasContent("precious");
        assertThat(names(folder)).containsExactly("numbers.csv");
    }

    @Test
    void leavesNothingBehindWhenTheDiskFillsUp() throws IOException {
        Path folder = place.resolve("out");
        WholeFolder full = two("page", "1,2").with("more.csv", out -> {
            out.write(new byte[100_000]);
            throw new IOException("No space left on device");
        });
        assertThatThrownBy(() -> full.write(folder))
                .isInstanceOf(CannotWrite.class)
                .hasMessage(folder
                        + " could not be written: the disk is full; make room, or choose a folder on another disk");
        assertThat(names(place)).isEmpty();
    }

    @Test
    void keepsTheOldReportWhenTheNewOneCannotBeWritten() throws IOException {
        Path folder = place.resolve("out");
        two("old", "old").write(folder);
        WholeFolder broken = two("new", "new").with("more.csv", _ -> {
            throw new IOException("something odd");
        });
        assertThatThrownBy(() -> broken.write(folder)).hasMessage(folder + " could not be written: something odd");
        assertThat(folder.resolve("report.html")).hasContent("old");
        assertThat(names(place)).containsExactly("out");
    }

    @Test
    void saysWhenTheFolderIsAFile() throws IOException {
        Path file = Files.writeString(place.resolve("out"), "mine");
        assertThatThrownBy(() -> two("a", "b").write(file))
                .hasMessage(file + " is a file, not a folder; choose another name");
        assertThatThrownBy(() -> two("a", "b").write(file.resolve("deeper")))
                .hasMessage(file.resolve("deeper")
                        + " could not be written: part of that path is not a folder; check the path");
        assertThat(file).hasContent("mine");
    }

    @Test
    void followsALinkToAFolder() throws IOException {
        Path real = Files.createDirectory(place.resolve("real"));
        Path link = Files.createSymbolicLink(place.resolve("link"), real);
        two("page", "1,2").write(link);
        assertThat(real.resolve("report.html")).hasContent("page");
        assertThat(Files.isSymbolicLink(link)).isTrue();
    }

    @Test
    void takesPlainNamesOnly() {
        for (String name : List.of("../escape.csv", "a/b.csv", "", ".hidden")) {
            assertThatThrownBy(() -> new WholeFolder().with(name, "x"))
                    .as(name)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}

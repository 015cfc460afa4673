package org.whorl.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents promise is there: every link inside the repository, and every word in two languages. */
class DocumentsTest {

    private static final Path ROOT = Path.of(System.getProperty("whorl.root"));
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```");

    /** Those at the top and those under docs and examples. */
    static List<Path> documents() throws IOException {
        var documents = new ArrayList<Path>();
        for (var below : Map.of("", 1, "docs", 9, "examples", 9).entrySet()) {
            try (Stream<Path> paths = Files.walk(ROOT.resolve(below.getKey()), below.getValue())) {
                paths.filter(path -> path.toString().endsWith(".md"))
                        .map(ROOT::relativize)
                        .forEach(documents::add);
            }
        }
        documents.sort(null);
        return documents;
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsSomewhere(Path document) throws IOException {
        var text = FENCE.matcher(Files.readString(ROOT.resolve(document))).replaceAll("");
        var folder = ROOT.resolve(document).resolveSibling("");
        assertThat(LINK.matcher(text).results().map(link -> link.group(1)))
                .allSatisfy(target -> assertThat(folder.resolve(target)).exists());
    }

    @ParameterizedTest
    @MethodSource("glossary")
    void everyWordHasItsMeaningInBothLanguages(String row) {
        var cells = List.of(row.strip().substring(1).split("\\|"));
        assertThat(cells).hasSize(4).allSatisfy(cell -> assertThat(cell).isNotBlank());
        assertThat(cells.get(1).strip()).endsWith(".");
        assertThat(cells.get(3).strip()).endsWith(".");
    }

    static List<String> glossary() throws IOException {
        return Files.readString(ROOT.resolve("docs/words.md"))
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| English"))
                .toList();
    }
}

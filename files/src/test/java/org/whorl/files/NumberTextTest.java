package org.whorl.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Provenance;
import org.whorl.engine.model.Quality;
import org.whorl.engine.model.Spread;

class NumberTextTest {

    private static final Parameter SAID = new Parameter(
            46.5,
            new Spread.Range(40, 52),
            new Provenance("Who: \"we\" asked, and when", "2026-04", "Council", Quality.MEASURED),
            null);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.b|a: {b: 4, c: 5}  # five|a: {b: 7, c: 5}  # five",
                "a.b|a:^  b: 4   # four^  c: 5|a:^  b: 7   # four^  c: 5",
                "a.b|a:^  b: {value: 4,   # why^      low: 1, high: 9 }  # so^  c: 5|a:^  b: 7  # so^  c: 5",
                "a.b|a:^  b:^    value: 4^    quality: guess # not sure^^  # next^  c: 5|a:^  b:^    7 # not sure^^  # next^  c: 5",
                "a.b[1]|a: {b: [1, 2, 3]}|a: {b: [1, 7, 3]}",
                "'a.b'|a: {\"b\": '4'}|a: {\"b\": 7}",
            })
    void oneNumberChangesAndEveryOtherCharacterStays(String path, String before, String after) {
        assertThat(NumberText.with(before.replace('^', '\n'), path, Parameter.of(7)))
                .hasValue(after.replace('^', '\n'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a: {c: 4}", "x: &n 4\na: {b: *n}", "a: {b: &n 4}\nx: *n", "a: [", "", "a: {b: 4} # \uD83D\uDE00"
            })
    void whatHasNoPlaceOfItsOwnIsLeftToItsText(String text) {
        assertThat(NumberText.with(text, "a.b", Parameter.of(7))).isEmpty();
    }

    @Test
    void whatIsKnownOfItIsWrittenSoThatItIsReadBack(@TempDir Path folder) throws IOException {
        String text = Files.readString(Path.of("..", "examples", "one-team", "model.yaml"));
        String changed = NumberText.with(text, "services.team.capacity", SAID).orElseThrow();
        Files.writeString(folder.resolve("model.yaml"), changed);
        Map<String, Parameter> read = ModelFolder.read(folder).orThrow().parameters();
        assertThat(read).containsEntry("services.team.capacity", SAID);
    }

    /** In the whole example, number by number: the one is what was said, and no other has moved. */
    @Test
    void everyNumberOfTheExampleCanBeChangedByItself(@TempDir Path folder) throws IOException {
        Path example = Path.of("..", "examples", "cwm-taf-morgannwg");
        String text = Files.readString(example.resolve("model.yaml"));
        try (DirectoryStream<Path> tables = Files.newDirectoryStream(example, "*.csv")) {
            for (Path table : tables) {
                Files.copy(table, folder.resolve(table.getFileName()));
            }
        }
        Map<String, Parameter> before = ModelFolder.read(example).orThrow().parameters();
        int changed = 0;
        int i = 0;
        for (Map.Entry<String, Parameter> each : before.entrySet()) {
            // One in seven: all kinds of paths, in a moment.
            if (i++ % 7 != 0) {
                continue;
            }
            Parameter was = each.getValue();
            Parameter said = new Parameter(was.value(), was.spread(), SAID.provenance(), was.priceYear());
            Optional<String> with = NumberText.with(text, each.getKey(), said);
            assertThat(with).as(each.getKey()).isPresent();
            Files.writeString(folder.resolve("model.yaml"), with.get());
            Map<String, Parameter> after = ModelFolder.read(folder).orThrow().parameters();
            assertThat(after).as(each.getKey()).containsEntry(each.getKey(), said);
            after.remove(each.getKey());
            Map<String, Parameter> others = new java.util.LinkedHashMap<>(before);
            others.remove(each.getKey());
            assertThat(after).as("beside " + each.getKey()).isEqualTo(others);
            changed++;
        }
        assertThat(changed).isGreaterThan(20);
    }
}

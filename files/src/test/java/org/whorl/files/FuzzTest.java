package org.whorl.files;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.whorl.engine.model.Check;
import org.whorl.engine.model.Model;

/** Whatever a file holds, reading it ends in a model or in faults, never in an exception. */
class FuzzTest {
    private static final List<String> PIECES = List.of(
            ":",
            "- ",
            "{",
            "}",
            "[",
            "]",
            ",",
            "\n",
            "  ",
            "\t",
            "#",
            "&a ",
            "*a",
            "!!str ",
            "|",
            ">",
            "'",
            "\"",
            "%",
            "---\n",
            "...\n",
            "?",
            "null",
            "0",
            "-1",
            "1e999",
            "base",
            "home",
            "\u0000",
            "\ud83d\udc4d",
            "ŷ");

    @Property(tries = 3000, seed = "20260403")
    void nothingWrittenIsAnException(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        Path folder = GoodModelsTest.folder(random.nextBoolean() ? "good/everything" : "good/design");
        StringBuilder text = new StringBuilder(Files.readString(folder.resolve(ModelFolder.MODEL)));
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.delete(at, Math.min(text.length(), at + random.nextInt(200)));
                case 2 -> {
                    int from = random.nextInt(text.length());
                    text.insert(at, text.substring(from, Math.min(text.length(), from + random.nextInt(60))));
                }
                default -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
            }
        }

        assertThatCode(() -> {
                    Faults faults = new Faults();
                    Model model = ModelFolder.model(
                            new Reading(folder, ModelFolder.MODEL, faults), ModelFolder.MODEL, text.toString());
                    if (model != null) {
                        Check.of(model);
                        Check.warnings(model);
                    }
                    faults.inOrder();
                })
                .as("seed %d:%n%s", seed, text)
                .doesNotThrowAnyException();
    }
}

package org.whorl.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Writes every sample to {@code target/gallery.html}, to be looked at: by day, in the dark, wide, narrow, on paper. */
class GalleryTest {

    @Test
    void showsEveryChart() throws IOException {
        StringBuilder page = new StringBuilder();
        page.append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Whorl: charts</title>");
        page.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><style>");
        page.append(Palette.css());
        page.append("""
                body { margin: 0 auto; max-width: 46rem; padding: 1rem; background: var(--whorl-paper);
                  color: var(--whorl-ink); font: var(--whorl-text)/var(--whorl-leading) var(--whorl-font); }
                """);
        page.append("</style></head><body><main><h1>Charts</h1>");
        Path target = Files.createDirectories(Path.of("target"));
        for (Map.Entry<String, Chart> sample : Samples.all().entrySet()) {
            page.append(sample.getValue().figure(sample.getKey()));
            for (Size size : Size.values()) {
                Path file = target.resolve("gallery-" + sample.getKey() + "-" + size.tag() + ".svg");
                Files.writeString(file, sample.getValue().file(size));
            }
        }
        Path gallery = Files.writeString(target.resolve("gallery.html"), page.append("</main></body></html>"));
        assertThat(gallery).content().contains("w-figure").doesNotContain("<script");
    }
}

package org.whorl.files.report;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.whorl.draw.Words;
import org.whorl.engine.answer.Answer;
import org.whorl.files.OutputFolder;

/**
 * The report of a run: one page that holds all it needs, once in English and once in Welsh.
 *
 * @param exact what the simulation answered
 * @param instant what the formulas answered about the same model, set beside it; null when they were not asked
 * @param unsure how far not knowing the model's numbers could move the formulas' answer; null when nobody asked. Its
 *     intervals stand apart from those of chance, never mixed with them
 * @param written the day the report is made
 * @param version the version of Whorl that made it
 */
public record Report(
        Answer exact, @Nullable Answer instant, @Nullable Answer unsure, LocalDate written, String version) {

    /** The file of the English page. */
    public static final String ENGLISH = "report.html";

    /** The file of the Welsh page. */
    public static final String WELSH = "adroddiad.html";

    /** The pages by the names of their files; each links to the other. */
    public SequencedMap<String, String> pages() {
        SequencedMap<String, String> pages = new LinkedHashMap<>();
        for (Words words : Words.values()) {
            pages.put(file(words), new Page(new Edition(this, words)).html());
        }
        return Collections.unmodifiableSequencedMap(pages);
    }

    /** Writes the pages into a folder, the English one last: whoever finds it finds everything else there too. */
    public void write(OutputFolder folder) throws IOException {
        for (Map.Entry<String, String> page : pages().reversed().entrySet()) {
            try (Writer writer = folder.writer(page.getKey())) {
                writer.write(page.getValue());
            }
        }
    }

    static String file(Words words) {
        return switch (words) {
            case EN -> ENGLISH;
            case CY -> WELSH;
        };
    }
}

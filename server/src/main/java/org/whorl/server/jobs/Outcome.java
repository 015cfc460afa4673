package org.whorl.server.jobs;

import java.util.List;

/**
 * What came of a job.
 *
 * @param sentence the name of the sentence that says it
 * @param parts what is put into the sentence; no person's name or words
 * @param link where it is to be seen, inside the partnership: {@code /record}; empty where there is no page for it
 * @param file the name under which a file can be fetched; empty where there is none
 */
public record Outcome(String sentence, List<String> parts, String link, String file) {

    /** Keeps a copy of the parts. */
    public Outcome {
        parts = List.copyOf(parts);
    }

    /** Something to look at. */
    public static Outcome page(String link, String sentence, String... parts) {
        return new Outcome(sentence, List.of(parts), link, "");
    }

    /** A file to fetch; it was written to {@link Run#file}. */
    public static Outcome file(String name, String sentence, String... parts) {
        return new Outcome(sentence, List.of(parts), "", name);
    }
}

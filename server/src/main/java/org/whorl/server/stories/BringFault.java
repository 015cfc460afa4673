package org.whorl.server.stories;

import java.util.List;

/**
 * Something that is wrong in a sheet.
 *
 * @param line as the spreadsheet counts them
 * @param column its heading; blank for the whole line
 * @param sentence the name of the sentence that says what is wrong; with {@code .right} after it, what would be right
 * @param parts what is put into both
 */
public record BringFault(int line, String column, String sentence, List<String> parts) {

    /** Keeps a copy. */
    public BringFault {
        parts = List.copyOf(parts);
    }
}

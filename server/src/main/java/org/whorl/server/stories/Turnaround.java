package org.whorl.server.stories;

import org.whorl.server.design.Language;

/**
 * How long stories in a language waited for their first reading, in hours.
 *
 * @param language the language
 * @param stories how many were read
 * @param median half waited no longer than that
 * @param lower a quarter waited no longer than that
 * @param upper three quarters waited no longer than that
 */
public record Turnaround(Language language, int stories, double median, double lower, double upper) {

    /** With fewer nothing can be said. */
    public static final int FEWEST = 5;

    /** Are there enough to say anything? */
    public boolean isTold() {
        return stories >= FEWEST;
    }
}

package org.whorl.files.report;

import java.util.Map;
import org.whorl.engine.model.Quality;

/**
 * How many of the model's numbers are known how well.
 *
 * @param counts how many of each
 */
record Qualities(Map<Quality, Integer> counts) {

    int of(Quality quality) {
        return counts.getOrDefault(quality, 0);
    }

    int all() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** "Of the model's 120 numbers, 30 are measured or published here ...". */
    String sentence(Edition edition) {
        return edition.say()
                .count(
                        "rests.sentence",
                        all(),
                        edition.words().number(of(Quality.MEASURED) + of(Quality.PUBLISHED)),
                        edition.words().number(of(Quality.AGREED)),
                        edition.words().number(of(Quality.BORROWED)),
                        edition.words().number(of(Quality.GUESS)));
    }
}

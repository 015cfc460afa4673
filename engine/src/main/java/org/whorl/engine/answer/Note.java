package org.whorl.engine.answer;

/**
 * Something a reader must know before trusting an answer.
 *
 * @param code a fixed word, such as {@code short-horizon}, to translate and to test by
 * @param subject the path it is about, such as {@code services.d2a}
 * @param message the sentence in English
 */
public record Note(String code, String subject, String message) {

    /** Load exceeds places: there is no long-run average, only a path through the days. */
    public static final String UNSTABLE = "unstable";
}

package org.whorl.draw;

/** What every chart must have. */
final class Needed {

    private Needed() {}

    /** A picture nobody has put into words is not shown. */
    static void words(String title, String sentence) {
        if (title.isBlank() || sentence.isBlank()) {
            throw new IllegalArgumentException(
                    "a chart needs a title and a sentence; got '%s' and '%s'".formatted(title, sentence));
        }
    }
}

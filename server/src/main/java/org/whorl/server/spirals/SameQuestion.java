package org.whorl.server.spirals;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells whether two questions ask the same: by their words, whatever their order, capitals, signs and numbers, so that
 * another day makes no other question. It does not know when a question was put into another language.
 */
final class SameQuestion {

    /** Nobody is asked the same twice in so many days. */
    static final int DAYS = 60;

    /** Of all words of both, at least so much is in both (the index of P. Jaccard, 1901). */
    private static final double ALIKE = 0.6;

    private SameQuestion() {}

    static boolean alike(String one, String other) {
        Set<String> words = words(one);
        Set<String> others = words(other);
        Set<String> both = new HashSet<>(words);
        both.retainAll(others);
        int all = words.size() + others.size() - both.size();
        return all > 0 && both.size() >= ALIKE * all;
    }

    private static Set<String> words(String question) {
        String plain = Normalizer.normalize(question.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
        return Arrays.stream(plain.split("[^\\p{L}]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }
}

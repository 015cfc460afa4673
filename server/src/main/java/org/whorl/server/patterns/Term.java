package org.whorl.server.patterns;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A word that organisations use, and what each means by it.
 *
 * @param id which one
 * @param word as it is written
 * @param language of the word: en or cy
 * @param meanings what each organisation means by it today, in the order of its name
 * @param here what it means in this partnership, once that is agreed
 */
public record Term(UUID id, String word, String language, List<Meaning> meanings, Optional<Agreed> here) {

    /** Keeps a copy. */
    public Term {
        meanings = List.copyOf(meanings);
    }

    /**
     * What one organisation means by a word.
     *
     * @param partner the organisation; none for people who come from none
     * @param says what it means
     * @param language of the sentence
     * @param on since when
     * @param until the last day of a meaning that was replaced; none for today's
     */
    public record Meaning(
            Optional<UUID> partner, String says, String language, LocalDate on, Optional<LocalDate> until) {}

    /**
     * What a word means here.
     *
     * @param says what it means
     * @param language of the sentence
     * @param why the reason
     * @param on since when
     */
    public record Agreed(String says, String language, String why, LocalDate on) {}

    /**
     * In how many ways is it used? Meanings written alike, but for capitals, signs and blanks, are one; whether two
     * sentences say the same is for people to judge.
     */
    public int ways() {
        return (int) meanings.stream()
                .map(meaning -> plain(meaning.says()))
                .distinct()
                .count();
    }

    /** Do organisations mean different things, and nothing is agreed, or was before somebody meant something new? */
    public boolean clashes() {
        return ways() > 1
                && here.filter(agreed -> meanings.stream()
                                .noneMatch(meaning -> meaning.on().isAfter(agreed.on())))
                        .isEmpty();
    }

    /** What a word or a sentence is compared by. */
    static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}

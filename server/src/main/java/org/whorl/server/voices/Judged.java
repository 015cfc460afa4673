package org.whorl.server.voices;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How far people have a say, as those with lived experience judge it and as all others see it.
 *
 * @param lived what people with lived experience say
 * @param others what staff and all others say
 */
public record Judged(Half lived, Half others) {

    /**
     * What one side says.
     *
     * @param middle the level in its middle, as in message keys; none while nobody has said it
     * @param said each of them, the newest first, without a name
     */
    public record Half(Optional<String> middle, List<Said> said) {
        /** Keeps a copy. */
        public Half {
            said = List.copyOf(said);
        }

        static Half of(List<Involvement> all) {
            return new Half(
                    Involvement.middle(all).map(Involvement.Level::key),
                    all.stream()
                            .map(each -> new Said(each.level().key(), each.why(), each.language(), each.on()))
                            .toList());
        }
    }

    /**
     * What somebody says.
     *
     * @param level as in message keys
     * @param why in their words
     * @param language of the words
     * @param on the day
     */
    public record Said(String level, String why, String language, LocalDate on) {}

    /** Do the two sides see it differently? */
    public boolean differs() {
        return lived.middle().isPresent()
                && others.middle().isPresent()
                && !lived.middle().equals(others.middle());
    }
}

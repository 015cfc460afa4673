package org.whorl.server.circles;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What one person says in a round.
 *
 * @param seat who
 * @param stance none, a concern, or an objection
 * @param harm what an objection says would come to harm
 * @param words in their own words; may be blank where there is nothing to say
 * @param resolves what would resolve an objection
 * @param support from 1 to 5, as information and never as a vote
 * @param language of the words
 * @param answer what came of it: the answer to a question, how an objection was taken up
 */
public record Reply(
        UUID seat,
        Stance stance,
        Optional<Harm> harm,
        String words,
        String resolves,
        Optional<Integer> support,
        String language,
        String answer) {

    /** Where somebody stands. */
    public enum Stance {
        NONE,
        /** Written down and watched; it holds nothing up. */
        CONCERN,
        /** It would do harm, and this is what would resolve it. */
        OBJECTION;

        /** As in the database, in forms and in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Stance> of(String key) {
            return Arrays.stream(values())
                    .filter(each -> each.key().equals(key))
                    .findFirst();
        }
    }

    /** What would come to harm; what harms nothing is a preference. */
    public enum Harm {
        /** What the circle is for. */
        AIM,
        PERSON,
        /** Somebody could not do their work. */
        WORK,
        LAW,
        /** Nothing: somebody would rather have something else. */
        PREFERENCE;

        /** As in the database, in forms and in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Harm> of(String key) {
            return Arrays.stream(values())
                    .filter(each -> each.key().equals(key))
                    .findFirst();
        }
    }

    /**
     * As the circle's rule takes it: where consent is enough, a preference is a concern and holds nothing up; where everybody
     * must agree, it still is a no.
     */
    Reply under(Rule rule) {
        boolean preference = stance == Stance.OBJECTION && harm.equals(Optional.of(Harm.PREFERENCE));
        return preference && rule == Rule.CONSENT
                ? new Reply(seat, Stance.CONCERN, harm, words, resolves, support, language, answer)
                : this;
    }

    /** Is it an objection without its reason, or without what would resolve it? */
    public boolean isHalf() {
        return stance == Stance.OBJECTION && (harm.isEmpty() || words.isBlank() || resolves.isBlank());
    }

    /** Without a stance, as where only questions or thoughts are asked for. */
    Reply wordsOnly() {
        return new Reply(seat, Stance.NONE, Optional.empty(), words, "", Optional.empty(), language, answer);
    }

    /** The same, said by that person. */
    Reply by(UUID who) {
        return new Reply(who, stance, harm, words, resolves, support, language, answer);
    }
}

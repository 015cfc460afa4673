package org.whorl.server.strengths;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.trust.Versioned;

/**
 * Going to ask a team how they do it, and what came of it.
 *
 * @param id which one
 * @param measure what they do well
 * @param team who
 * @param stage how far it has got
 * @param discover what works there, in their words
 * @param dream what it would be like if it were so everywhere
 * @param design what would have to be there for that
 * @param destiny who does what, from when
 * @param language of the words: en or cy
 * @param version counts its changes, from 1
 */
public record Inquiry(
        UUID id,
        UUID measure,
        String team,
        Stage stage,
        String discover,
        String dream,
        String design,
        String destiny,
        String language,
        int version) {

    static final Versioned VERSIONED =
            new Versioned("inquiry", "inquiry", List.of("stage", "discover", "dream", "design", "destiny"));

    /** From one team to many: found, learnt from, tried with others, passed on by those who took it up. */
    public enum Stage {
        FOUND,
        LEARNT,
        TRIED,
        PASSED_ON;

        /** As in the database and in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The one of that key, if it is one. */
        static Optional<Stage> find(String key) {
            return Arrays.stream(values())
                    .filter(each -> each.key().equals(key))
                    .findFirst();
        }
    }

    /** The four questions, as in forms and message keys. */
    public static final List<String> QUESTIONS = List.of("discover", "dream", "design", "destiny");

    /** What was noted under one of the four questions. */
    public String note(String question) {
        return switch (question) {
            case "discover" -> discover;
            case "dream" -> dream;
            case "design" -> design;
            case "destiny" -> destiny;
            default -> throw new IllegalArgumentException("there is no question " + question);
        };
    }
}

package org.whorl.server.stories;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * How it felt to take part, as somebody says who is nobody in particular.
 *
 * @param after after what
 * @param spiral about which spiral's question
 * @param language they answered in
 * @param answers 1 to 5 for each question that was answered
 */
public record Felt(After after, Optional<UUID> spiral, String language, Map<String, Integer> answers) {

    /** Felt heard, felt safe, worth the time. */
    public static final List<String> QUESTIONS = List.of("heard", "safe", "worth");

    /** Keeps a copy; an answer is from 1 to 5. */
    public Felt {
        answers = Map.copyOf(answers);
        if (answers.isEmpty()
                || !QUESTIONS.containsAll(answers.keySet())
                || answers.values().stream().anyMatch(each -> each < Rating.LOWEST || each > Rating.HIGHEST)) {
            throw new IllegalArgumentException("no answers: " + answers);
        }
    }

    /** After what people are asked. */
    public enum After {
        TELLING,
        SESSION;

        /** As in the database and in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static After of(String key) {
            return Arrays.stream(values())
                    .filter(each -> each.key().equals(key))
                    .findFirst()
                    .orElseThrow();
        }
    }
}

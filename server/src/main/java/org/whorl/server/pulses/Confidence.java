package org.whorl.server.pulses;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * How sure some people felt of one thing, before each turn and after it, as far as it may be told.
 *
 * @param group whose voice they bring; none for everybody together
 * @param question of what
 * @param turns one for each turn that may be told of, in their order; never none
 */
public record Confidence(Optional<UUID> group, Question question, List<Change> turns) {

    /** What people are asked how sure they are of. */
    public enum Question {
        /** I can say what matters to me, and am heard. */
        HEARD,
        /** I know how to try something small and learn from it. */
        TRYING,
        /** I would dare to change how we work. */
        DARING;

        /** As in columns, forms and message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One turn.
     *
     * @param before how it was
     * @param after how it was then
     */
    public record Change(Trend.Point before, Trend.Point after) {

        /** Which way it went, beyond chance or not. */
        public Trend.Way way() {
            return new Trend(Optional.empty(), "", List.of(before, after)).way();
        }
    }

    /** Keeps a copy. */
    public Confidence {
        turns = List.copyOf(turns);
    }

    /**
     * What one person answered.
     *
     * @param group whose voice they say they bring
     * @param marks 1 to 5 for each question
     */
    record Answer(Optional<UUID> group, Map<Question, Integer> marks) {

        /** Keeps a copy; each question is answered, from 1 to 5. */
        Answer {
            marks = Map.copyOf(marks);
            if (marks.size() != Question.values().length
                    || marks.values().stream().anyMatch(each -> each < 1 || each > 5)) {
                throw new IllegalArgumentException("no answer: " + marks);
            }
        }

        /** 1 to 5. */
        int mark(Question question) {
            return marks.getOrDefault(question, 0);
        }
    }
}

package org.whorl.server.spirals;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.whorl.server.trust.Versioned;

/**
 * What was first asked for, in the words in which it was said. It stays in sight until it is answered, whatever the
 * question has become since.
 *
 * @param spiral which spiral's
 * @param words as they were said; nobody can change them, the database refuses
 * @param language of the words: en or cy
 * @param state how far it is, honestly
 * @param note what has come of it, in a sentence
 * @param version counts the changes of state and note, from 1
 */
public record FirstAsk(UUID spiral, String words, String language, State state, String note, int version) {

    static final Versioned VERSIONED = new Versioned("first-ask", "first_ask", List.of("state", "note"));

    /** How far an ask is. */
    public enum State {
        OPEN,
        BEGUN,
        ANSWERED,
        NOT_NOW;

        /** As in the database and in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static State of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}

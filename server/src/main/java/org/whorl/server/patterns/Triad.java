package org.whorl.server.patterns;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.whorl.server.design.Language;
import org.whorl.server.trust.Versioned;

/**
 * What tellers are asked of their own story: a question with three ends, or with two, between which they put a mark.
 *
 * @param id which one
 * @param english the question and its ends in English
 * @param welsh the same in Welsh
 * @param asked is it asked now, or over?
 * @param askedOn since when it is asked
 * @param version counts its changes, from 1
 */
public record Triad(UUID id, Words english, Words welsh, boolean asked, LocalDate askedOn, int version) {

    static final Versioned VERSIONED = new Versioned(
            "triad",
            "triad",
            List.of(
                    "question_en",
                    "question_cy",
                    "first_en",
                    "first_cy",
                    "second_en",
                    "second_cy",
                    "third_en",
                    "third_cy",
                    "state"));

    /**
     * In one language.
     *
     * @param question what is asked
     * @param ends three, or two
     */
    public record Words(String question, List<String> ends) {

        /** Refuses another number of ends. */
        public Words {
            ends = List.copyOf(ends);
            if (ends.size() < 2 || ends.size() > 3) {
                throw new IllegalArgumentException("three ends, or two: " + ends);
            }
        }
    }

    /** Refuses two languages that do not ask the same. */
    public Triad {
        if (english.ends().size() != welsh.ends().size()) {
            throw new IllegalArgumentException("as many ends in both languages");
        }
    }

    /** In the reader's language. */
    public Words in(Language reader) {
        return reader == Language.EN ? english : welsh;
    }

    /** How many ends it has. */
    public int ends() {
        return english.ends().size();
    }

    /** As in the database and in message keys. */
    public String shape() {
        return ends() == 2 ? "dyad" : "triad";
    }
}

package org.whorl.server.experiments;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that was noted while an experiment ran. It stays.
 *
 * @param kind what kind of thing
 * @param words what it was
 * @param language of the words
 * @param on the day it was noted
 * @param name who noted it; blank where it is not known, and for whoever may not see who takes part
 */
public record Entry(Kind kind, String words, String language, LocalDate on, String name) {

    /** What can be noted. */
    public enum Kind {
        /** What was seen. */
        SEEN,
        /** What nobody had expected. */
        UNEXPECTED,
        /** What was done otherwise from that day on. */
        CHANGED,
        /** What did not work, told while it is fresh. */
        FAILED,
        /** What the early signs said. */
        LEADING,
        /** Why it went on although it could have been stopped. */
        WENT_ON,
        /** Whether it was still done half a year later. */
        STILL_USED;

        /** As in the database and in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Kind> find(String key) {
            return Arrays.stream(values())
                    .filter(each -> each.key().equals(key))
                    .findFirst();
        }
    }

    Entry withoutName() {
        return new Entry(kind, words, language, on, "");
    }
}

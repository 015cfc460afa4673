package org.whorl.server.decisions;

import java.time.LocalDate;

/**
 * That somebody saw it otherwise. It stays.
 *
 * @param name what they are called; blank for somebody who does not want to be named, and for whoever may not see who takes part
 * @param words what they say
 * @param language of the words
 * @param on the day they said it
 */
public record Dissent(String name, String words, String language, LocalDate on) {

    Dissent withoutName() {
        return new Dissent("", words, language, on);
    }
}

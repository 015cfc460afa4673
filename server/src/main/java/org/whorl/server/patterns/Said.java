package org.whorl.server.patterns;

import java.time.Instant;

/**
 * Something a member says. It stays as it is: whoever sees it otherwise says that beside it.
 *
 * @param words what they say
 * @param language of the words
 * @param by what they are called; blank for whoever may not see who takes part
 * @param at when
 */
public record Said(String words, String language, String by, Instant at) {

    Said withoutName() {
        return new Said(words, language, "", at);
    }
}

package org.whorl.server.design;

import java.util.Map;
import java.util.Optional;

/**
 * How a partnership speaks of things: in the words of its nation, and with names of its own.
 *
 * @param nation wales or england; sentences that differ there have a twin whose name ends in {@code @england}
 * @param first the language for whoever has not chosen one; none for what their browser asks for
 * @param english its own names in English, by the name of the sentence they stand for
 * @param welsh the same in Welsh
 */
public record Wording(String nation, Optional<Language> first, Map<String, String> english, Map<String, String> welsh) {

    /** Whorl's own words. */
    public static final Wording USUAL = new Wording("wales", Optional.empty(), Map.of(), Map.of());

    /** Keeps copies. */
    public Wording {
        english = Map.copyOf(english);
        welsh = Map.copyOf(welsh);
    }

    /** The partnership's own name for what a sentence says, if it has one. */
    public Optional<String> find(Language language, String key) {
        return Optional.ofNullable((language == Language.EN ? english : welsh).get(key));
    }
}

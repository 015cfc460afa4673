package org.whorl.server.spirals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.trust.Versioned;

/**
 * A few people and a question, turning outward and onward.
 *
 * @param id which one
 * @param parent the spiral it grew from
 * @param question in people's own words
 * @param language of the question: en or cy
 * @param translation the question in the other language, put into it by a person; empty while nobody has
 * @param scope for whom and where
 * @param afresh began with nothing but its question, earlier plans put aside
 * @param startedOn its first day
 * @param version counts the changes of its scope, from 1
 */
public record Spiral(
        UUID id,
        Optional<UUID> parent,
        String question,
        String language,
        String translation,
        Scope scope,
        boolean afresh,
        LocalDate startedOn,
        int version) {

    static final Versioned VERSIONED = new Versioned(
            "spiral",
            "spiral",
            List.of("question", "language", "translation", "population", "place", "out_of_scope", "widen_when"));

    /** Is there a translation for somebody who reads that language? */
    public boolean isTranslatedFor(String reader) {
        return !language.equals(reader) && !translation.isEmpty();
    }

    /**
     * For whom and where.
     *
     * @param population which people
     * @param place which place
     * @param placeEn what it is called in English
     * @param placeCy what it is called in Welsh
     * @param out what is out of scope
     * @param widen when it will be widened
     */
    public record Scope(String population, UUID place, String placeEn, String placeCy, String out, String widen) {}
}

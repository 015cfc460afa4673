package org.whorl.server.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.trust.Versioned;

/**
 * An organisation in the partnership.
 *
 * @param id which one
 * @param nameEn its name in English
 * @param nameCy its name in Welsh
 * @param kind one of {@link #KINDS}
 * @param beganOn since when it has been there, where that is known
 * @param endedOn its last day; none while it goes on
 * @param version counts its changes, from 1
 */
public record Partner(
        UUID id,
        String nameEn,
        String nameCy,
        String kind,
        Optional<LocalDate> beganOn,
        Optional<LocalDate> endedOn,
        int version) {

    /** What kinds there are, as in the database and in message keys. */
    public static final List<String> KINDS = List.of("health", "council", "third-sector", "community", "other");

    static final Versioned VERSIONED =
            new Versioned("partner", "partner", List.of("name_en", "name_cy", "kind", "began_on", "ended_on"));

    /**
     * What it was before a change.
     *
     * @param partner as it was
     * @param until the day it was changed
     */
    public record Earlier(Partner partner, LocalDate until) {}
}

package org.whorl.server.bigrooms;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.trust.Versioned;

/**
 * A room that meets every week.
 *
 * @param id which one
 * @param pathway what it is about, in people's own words
 * @param language of those words
 * @param spiral for whose question it asks
 * @param model whose measures are on its wall
 * @param inside the coach who works in the pathway
 * @param insideName what they are called
 * @param outside the coach who does not
 * @param outsideName what they are called
 * @param openedOn since when it has been there
 * @param version counts its changes, from 1
 */
public record BigRoom(
        UUID id,
        String pathway,
        String language,
        UUID spiral,
        Optional<UUID> model,
        UUID inside,
        String insideName,
        UUID outside,
        String outsideName,
        LocalDate openedOn,
        int version) {

    static final Versioned VERSIONED =
            new Versioned("big-room", "big_room", List.of("pathway", "model", "inside", "outside"));
}

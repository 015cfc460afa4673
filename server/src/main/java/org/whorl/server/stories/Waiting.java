package org.whorl.server.stories;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.whorl.server.design.Language;

/**
 * Something that waits to be cared for, without a word of it.
 *
 * @param id which one
 * @param kind what it is
 * @param language in which language
 * @param state how far it has got
 * @param toldAt when it came
 * @param due by when it is to be read
 * @param late is it later than that?
 * @param hard has it one of the words that raise the order?
 * @param mine has the viewer read it?
 */
public record Waiting(
        UUID id,
        Kind kind,
        Language language,
        State state,
        Instant toldAt,
        LocalDate due,
        boolean late,
        boolean hard,
        boolean mine) {}

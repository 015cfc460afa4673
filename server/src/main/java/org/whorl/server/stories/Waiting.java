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
 * @param stage how far it has got, as in message keys
 * @param toldAt when it came
 * @param due by when it is to be read
 * @param late is it later than that?
 * @param hard has it one of the words that raise the order?
 * @param spoken is all of it in a recording?
 * @param mine has the viewer read it?
 */
public record Waiting(
        UUID id,
        Kind kind,
        Language language,
        String stage,
        Instant toldAt,
        LocalDate due,
        boolean late,
        boolean hard,
        boolean spoken,
        boolean mine) {}

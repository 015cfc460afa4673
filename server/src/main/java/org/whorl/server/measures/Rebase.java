package org.whorl.server.measures;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.trust.Versioned;

/**
 * A day from which middle and limits are counted anew, because people said so and why.
 *
 * @param id which one
 * @param measure of which measure
 * @param site where; blank for everywhere
 * @param day from when
 * @param why the reason, in people's own words
 * @param language of those words
 * @param decision the decision it stands on, if there is one
 * @param writer who counted anew; blank if nobody knows
 * @param writtenOn when
 * @param version counts its changes, from 1
 */
public record Rebase(
        UUID id,
        UUID measure,
        String site,
        LocalDate day,
        String why,
        String language,
        Optional<UUID> decision,
        String writer,
        LocalDate writtenOn,
        int version) {

    static final Versioned VERSIONED = new Versioned("measure-rebase", "measure_rebase", List.of("gone"));

    /** Does it count in that place? */
    boolean holdsIn(String place) {
        return site.isEmpty() || site.equals(place);
    }
}

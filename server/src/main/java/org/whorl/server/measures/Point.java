package org.whorl.server.measures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.trust.Versioned;

/**
 * What a measure was on a day in one place.
 *
 * @param id which one
 * @param measure of which measure
 * @param site where; blank where there is but one
 * @param day when, or the first day of the week or month it is about
 * @param value what was seen
 * @param exposure out of how many, for shares and rates
 * @param writtenAt when it was written down
 * @param writtenBy who wrote it, if they are known here
 * @param writer what they are called; blank if nobody knows
 * @param version counts its changes, from 1
 */
public record Point(
        UUID id,
        UUID measure,
        String site,
        LocalDate day,
        double value,
        Optional<Double> exposure,
        Instant writtenAt,
        Optional<UUID> writtenBy,
        String writer,
        int version) {

    static final Versioned VERSIONED =
            new Versioned("measure-point", "measure_point", List.of("value", "exposure", "gone"));
}

package org.whorl.server.measures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.trust.Disclosure;
import org.whorl.server.trust.Viewer;

/**
 * A point as it may be shown. Of a measure that counts people, few are withheld and others rounded; whoever wrote a figure sees what
 * they wrote.
 *
 * @param id which point
 * @param site where; blank where there is but one
 * @param day when
 * @param value what was seen; none where it is withheld
 * @param exposure out of how many, for shares and rates; none where it is withheld
 * @param writtenAt when it was written down
 * @param writer who wrote it; blank if nobody knows
 * @param version counts its changes
 */
public record Seen(
        UUID id,
        String site,
        LocalDate day,
        Optional<Double> value,
        Optional<Double> exposure,
        Instant writtenAt,
        String writer,
        int version) {

    /** As everybody sees it. */
    static Seen of(Measure measure, Point point) {
        if (!measure.people()) {
            return of(point, Optional.of(point.value()), point.exposure());
        }
        Optional<Double> value = shown(point.value());
        Optional<Double> exposure = point.exposure().flatMap(Seen::shown);
        // Of twenty of twenty-two, the two could be worked out.
        boolean rest = point.exposure().isEmpty()
                || !measure.kind().hasExposure()
                || shown(point.exposure().get() - point.value()).isPresent();
        boolean whole = value.isPresent()
                && rest
                && exposure.isPresent() == point.exposure().isPresent();
        return of(point, whole ? value : Optional.empty(), whole ? exposure : Optional.empty());
    }

    /** As its writer sees it, too. */
    static Seen forViewer(Measure measure, Point point) {
        Optional<UUID> viewer = Viewer.current().member();
        return viewer.isPresent() && viewer.equals(point.writtenBy())
                ? of(point, Optional.of(point.value()), point.exposure())
                : of(measure, point);
    }

    private static Seen of(Point point, Optional<Double> value, Optional<Double> exposure) {
        return new Seen(
                point.id(),
                point.site(),
                point.day(),
                value,
                exposure,
                point.writtenAt(),
                point.writer(),
                point.version());
    }

    private static Optional<Double> shown(double count) {
        return count < 0 || count > Integer.MAX_VALUE
                ? Optional.of(count)
                : switch (Disclosure.SERVICES.show((int) Math.ceil(count))) {
                    case Disclosure.Shown.Count each -> Optional.of((double) each.value());
                    case Disclosure.Shown.Hidden _ -> Optional.empty();
                };
    }

    /** Is it withheld? */
    public boolean isWithheld() {
        return value.isEmpty();
    }
}

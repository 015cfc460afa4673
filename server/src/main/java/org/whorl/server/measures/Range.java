package org.whorl.server.measures;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.whorl.engine.spc.ChartKind;
import org.whorl.server.trust.Disclosure;

/**
 * What everybody may know of a figure: where it is told as it is, one number; where few people are not shown or counts are rounded,
 * the lowest and the highest it may be. Holding something against the range gives nothing away.
 *
 * @param point which point
 * @param figure which version of it: a corrected figure is another
 * @param site where; blank where there is but one place
 * @param day when
 * @param low the lowest it may be; of a share between 0 and 1
 * @param high the highest it may be; infinite where nobody can say
 * @param shown what stands in charts; none where it is withheld
 */
public record Range(
        UUID point, int figure, String site, LocalDate day, double low, double high, Optional<Double> shown) {

    static Range of(Measure measure, Point point) {
        double value = point.value() / point.exposure().orElse(1.0);
        if (!measure.people()) {
            return of(point, value, value, Optional.of(value));
        }
        Seen seen = Seen.of(measure, point);
        boolean share = measure.kind() == ChartKind.P;
        if (seen.isWithheld()) {
            double most = share
                    ? 1
                    : point.exposure().isPresent() ? Double.POSITIVE_INFINITY : Disclosure.SERVICES.least() - 1;
            return of(point, point.exposure().isPresent() ? 0 : 1, most, Optional.empty());
        }
        double count = seen.value().orElseThrow();
        double low = least(count);
        double high = most(count);
        if (seen.exposure().isPresent()) {
            double of = seen.exposure().get();
            low /= most(of);
            high = least(of) > 0 ? high / least(of) : Double.POSITIVE_INFINITY;
            count /= of;
        }
        return of(point, low, share ? Math.min(1, high) : high, Optional.of(count));
    }

    private static Range of(Point point, double low, double high, Optional<Double> shown) {
        return new Range(point.id(), point.version(), point.site(), point.day(), low, high, shown);
    }

    /** Nought is shown as nought; others are rounded, and none below the smallest that is shown. */
    private static double least(double count) {
        return count <= 0 ? count : Math.max(Disclosure.SERVICES.least(), count - half());
    }

    private static double most(double count) {
        return count <= 0 ? count : count + half();
    }

    private static double half() {
        return Math.floor(Disclosure.SERVICES.step() / 2.0);
    }
}

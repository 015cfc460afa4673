package org.whorl.server.permissions;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whorl.server.measures.Beyond;
import org.whorl.server.measures.Measure;
import org.whorl.server.measures.Measures;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;

/**
 * The door to what figures say of the things that stop a permission. It stops nothing: those who signed do. Only what everybody may
 * know of a figure counts, so that nothing is given away of what is not shown.
 */
@Door
public class Watching {

    private final Measures measures;
    private final Clock clock;

    Watching(Measures measures, Clock clock) {
        this.measures = measures;
        this.clock = clock;
    }

    /** What is met, or may be, of what stops a permission that is in force, by the figures since it began. */
    @Needs(Action.SEE_MEASURES)
    public List<Met> list(Permission permission) {
        List<Met> met = new ArrayList<>();
        if (permission.state(clock.instant()) != Permission.State.IN_FORCE) {
            return met;
        }
        for (int i = 0; i < permission.stops().size(); i++) {
            Stop stop = permission.stops().get(i);
            int number = i + 1;
            stop.measure()
                    .flatMap(measures::find)
                    .flatMap(measure ->
                            figures(permission, stop, measure).map(figures -> new Met(number, stop, measure, figures)))
                    .ifPresent(met::add);
        }
        return met;
    }

    private Optional<Beyond> figures(Permission permission, Stop stop, Measure measure) {
        return Beyond.of(
                Beyond.Rule.of(measure, stop.way() == Stop.Way.ABOVE, stop.figure(), stop.days()),
                measures.listRanges(measure.id()).stream()
                        .filter(each -> !each.day().isBefore(permission.span().starts())
                                && !each.day().isAfter(permission.span().ends()))
                        .toList());
    }
}

package org.whorl.server.shifts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Scenario.Change;
import org.whorl.engine.model.Scenario.Operation;

/**
 * Places that a service gets or gives.
 *
 * @param service whose
 * @param places how many more; fewer when below 0
 * @param from the first day; the model's first measured day where it is before that
 * @param months over how many months they come, in steps as even as whole places allow; 0 or 1 for all at once
 * @param doubleWeeks of places that go: how many weeks longer they stay open beside the new ones, and are paid for
 * @param closing what closing them costs once, in pounds of the model's time, paid by whoever runs the service
 * @param staff the posts that come or go with the places
 */
public record Move(
        String service, int places, LocalDate from, int months, int doubleWeeks, double closing, Staff staff) {

    /**
     * Posts, where places were put in by the posts that staff them.
     *
     * @param posts whole-time equivalents, below 0 when they go; 0 where places were put in themselves
     * @param placesPerPost how many places, or visits a day, one post gives
     * @param source where that is known from; empty for a guess
     */
    public record Staff(double posts, double placesPerPost, String source) {
        /** Places were put in themselves. */
        public static final Staff NOT_SAID = new Staff(0, 0, "");

        /** The whole places these posts give or take; what is left over of a place helps nobody. */
        int places() {
            return (int) (posts * placesPerPost);
        }

        /** Are there posts? */
        @JsonIgnore
        public boolean isSaid() {
            return posts != 0;
        }
    }

    /** Places alone. */
    public Move(String service, int places, LocalDate from, int months) {
        this(service, places, from, months, 0, 0, Staff.NOT_SAID);
    }

    /** The first day on which something is different: later than {@link #from} where the old goes on beside the new. */
    public LocalDate begins() {
        return from.plusWeeks(doubleWeeks);
    }

    /** The same without double running. */
    Move atOnce() {
        return new Move(service, places, from, months, 0, closing, staff);
    }

    /** What it changes in a model. */
    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        int steps = Math.max(1, months);
        int before = 0;
        for (int step = 1; step <= steps; step++) {
            int now = (int) Math.round((double) places * step / steps);
            if (now != before) {
                changes.add(new Change(
                        "services." + service + ".capacity",
                        Operation.ADD,
                        Parameter.of(now - before),
                        List.of(),
                        from.plusMonths(step - 1L).plusWeeks(doubleWeeks),
                        null));
            }
            before = now;
        }
        return changes;
    }

    /** By how many places the service differs at the end of a day. */
    int placesOn(LocalDate day) {
        return (int) changes().stream()
                .filter(change -> change.from() != null && !change.from().isAfter(day))
                .mapToDouble(change -> change.amount().value())
                .sum();
    }
}

package org.whorl.engine.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What a better plan must keep. These are decisions, not measurements: they have no spread.
 *
 * @param aim the measures whose counts are to fall, with what one person fewer in each is worth beside the others
 * @param choices the services that may change, and how far
 * @param budgets for each partner the pounds it may put in beyond today, in the measured time; a partner left out may
 *     not put in more
 * @param worse for each partner by how many pounds it may end worse off than today, in the measured time; 0 when left out
 * @param staff for each partner the whole-time equivalents it could find beyond today's; no limit when left out
 * @param overload the chance, over what is not known of the numbers, with which a service may need more places than it
 *     has; a service above it today may stay where it is, or get more places, and not fewer
 * @param transfers whether partners may pay each other so that none ends worse off
 */
public record Limits(
        SequencedMap<String, Double> aim,
        List<Choice> choices,
        SequencedMap<String, Double> budgets,
        SequencedMap<String, Double> worse,
        SequencedMap<String, Double> staff,
        double overload,
        boolean transfers) {

    /** The chance of overload that is borne where nobody says another. */
    public static final double USUAL_OVERLOAD = 0.05;

    /** Nothing is agreed, so nothing may change. */
    public static final Limits NONE = new Limits(
            new LinkedHashMap<>(),
            List.of(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            USUAL_OVERLOAD,
            true);

    public Limits {
        aim = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(aim));
        choices = List.copyOf(choices);
        budgets = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(budgets));
        worse = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(worse));
        staff = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(staff));
    }

    /**
     * A service that may change.
     *
     * @param service its id
     * @param fewer at most so many places, or visits a day, fewer: the ramp down
     * @param more at most so many more: the ramp up
     * @param least never below so many places, whatever the ramp allows: the floor of safety
     * @param staff whole-time equivalents that one place, or visit a day, takes
     */
    public record Choice(String service, double fewer, double more, double least, double staff) {}
}

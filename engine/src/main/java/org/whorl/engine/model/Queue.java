package org.whorl.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How people wait for a service.
 *
 * @param order who is next
 * @param limit how many people from outside may wait; null for no limit
 * @param overflow what happens beyond the limit, or when the place people wait in is full
 * @param leaveAfter how long a person waits before leaving; null when nobody leaves
 * @param leaveTo the exit or service they leave to; null for the first exit
 * @param target the days within which everybody should have started; null where nobody said
 */
public record Queue(
        Order order,
        @Nullable Parameter limit,
        Overflow overflow,
        @Nullable Duration leaveAfter,
        @Nullable String leaveTo,
        @Nullable Double target) {

    /** A queue without a target. */
    public Queue(
            Order order,
            @Nullable Parameter limit,
            Overflow overflow,
            @Nullable Duration leaveAfter,
            @Nullable String leaveTo) {
        this(order, limit, overflow, leaveAfter, leaveTo, null);
    }

    /** First come, first served, without limit, and nobody leaves. */
    public static final Queue PLAIN = new Queue(new Order.Fifo(), null, Overflow.OUTSIDE, null, null);

    /** Who is next. */
    public sealed interface Order {
        /** By the moment they became ready. */
        record Fifo() implements Order {}

        /**
         * By a tag, then by the moment they became ready.
         *
         * @param tag which tag
         * @param first its values, most urgent first; values not named come last
         */
        record ByTag(String tag, List<String> first) implements Order {
            public ByTag {
                first = List.copyOf(first);
            }
        }
    }

    /** What happens to someone from outside when there is nowhere to wait. */
    public enum Overflow {
        /** They wait outside, first come first served, and are counted so. */
        OUTSIDE,
        /** They leave and are counted as lost. */
        LOST
    }

    Queue map(String path, ParameterMap map) {
        return new Queue(
                order,
                limit == null ? null : map.parameter(path + ".limit", Domain.NOT_NEGATIVE, limit),
                overflow,
                leaveAfter == null ? null : leaveAfter.map(path + ".leave-after", map),
                leaveTo,
                target);
    }
}

package org.whorl.engine.answer;

import java.util.Arrays;
import java.util.List;

/**
 * What a count or a wait can come to, not its average: a hundred values, each as likely as any other, in order. The value
 * at place {@code i} is the one that {@code i + 0.5} per cent of all days, or of all waits, do not exceed.
 *
 * @param subject a service or a measure; a partner or all of them, for cash
 * @param field mean for a measure and in-place for a service: the count at the end of a measured day; wait for a service:
 *     the days one person waits; cash for a partner: by how many pounds a scenario changes it, over draws of the numbers
 * @param values in order; a hundred of them
 */
public record Quantiles(Subject subject, Field field, List<Double> values) {

    /** How many values stand for all. */
    public static final int COUNT = 100;

    /** Keeps a copy; refuses another number of values. */
    public Quantiles {
        values = List.copyOf(values);
        if (values.size() != COUNT) {
            throw new IllegalArgumentException("%d values, not %d".formatted(values.size(), COUNT));
        }
    }

    /** The same of values in order. */
    public static Quantiles of(Subject subject, Field field, double[] values) {
        return new Quantiles(subject, field, Arrays.stream(values).boxed().toList());
    }

    /** The share of everything that the value at a place is not exceeded by. */
    public static double share(int place) {
        return (place + 0.5) / COUNT;
    }
}

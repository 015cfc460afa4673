package org.whorl.engine.allocation;

import java.util.OptionalDouble;

/**
 * Weights for groups that are not equally well off: w_g in proportion to h_g^-epsilon, with a mean of 1 over all people
 * (method 2.3). Epsilon is how much a group of people dislikes inequality; they choose it, nobody can measure it.
 *
 * @param health how well off each group is, above 0, such as years in good health
 * @param people how many there are in each
 */
public record Atkinson(double[] health, double[] people) {

    /** Beyond this nearly all weight lies on the worst off, and nothing changes any more. */
    private static final double MOST = 20;

    private static final int STEPS = 400;

    public Atkinson {
        if (health.length == 0 || health.length != people.length) {
            throw new IllegalArgumentException(
                    "%d groups with health and %d with people".formatted(health.length, people.length));
        }
        for (int g = 0; g < health.length; g++) {
            if (!(health[g] > 0) || !(people[g] > 0)) {
                throw new IllegalArgumentException("Group %d: health %s and people %s must both be above 0"
                        .formatted(g + 1, health[g], people[g]));
            }
        }
        health = health.clone();
        people = people.clone();
    }

    /** Groups of one size, such as fifths. */
    public static Atkinson ofEqualGroups(double... health) {
        double[] people = new double[health.length];
        java.util.Arrays.fill(people, 1);
        return new Atkinson(health, people);
    }

    /** What one person's gain in each group counts for. */
    public double[] weights(double epsilon) {
        double[] weights = new double[health.length];
        double sum = 0;
        double all = 0;
        for (int g = 0; g < weights.length; g++) {
            weights[g] = StrictMath.pow(health[g], -epsilon);
            sum += people[g] * weights[g];
            all += people[g];
        }
        for (int g = 0; g < weights.length; g++) {
            weights[g] *= all / sum;
        }
        return weights;
    }

    /** The health that, if everyone had it alike, would be as good as what there is: (mean of h^(1-eps))^(1/(1-eps)). */
    public double equallyDistributedEquivalent(double epsilon) {
        double all = 0;
        double sum = 0;
        boolean geometric = Math.abs(epsilon - 1) < 1e-9;
        for (int g = 0; g < health.length; g++) {
            all += people[g];
            sum += people[g] * (geometric ? StrictMath.log(health[g]) : StrictMath.pow(health[g], 1 - epsilon));
        }
        return geometric ? StrictMath.exp(sum / all) : StrictMath.pow(sum / all, 1 / (1 - epsilon));
    }

    /** All that an option gives, each group's gain weighted. */
    public double weighted(double[] gains, double epsilon) {
        double[] weights = weights(epsilon);
        double sum = 0;
        for (int g = 0; g < weights.length; g++) {
            sum += weights[g] * gains[g];
        }
        return sum;
    }

    /**
     * The epsilon at which one option stops being better than another, the smallest if there are several; empty when the
     * same one is better whatever the dislike of inequality (up to 20).
     *
     * @param one what one option gives each group
     * @param other what the other does
     */
    public OptionalDouble flip(double[] one, double[] other) {
        double before = 0;
        double sign = Math.signum(difference(one, other, 0));
        for (int i = 1; i <= STEPS; i++) {
            double epsilon = i * MOST / STEPS;
            double now = Math.signum(difference(one, other, epsilon));
            if (sign != 0 && now != 0 && now != sign) {
                return OptionalDouble.of(bisect(one, other, before, epsilon, sign));
            }
            if (now != 0) {
                sign = now;
                before = epsilon;
            }
        }
        return OptionalDouble.empty();
    }

    private double bisect(double[] one, double[] other, double from, double until, double sign) {
        double low = from;
        double high = until;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (Math.signum(difference(one, other, middle)) == sign) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private double difference(double[] one, double[] other, double epsilon) {
        return weighted(one, epsilon) - weighted(other, epsilon);
    }
}

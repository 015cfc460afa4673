package org.whorl.engine.need;

import java.util.function.IntToDoubleFunction;

/**
 * What each of several causes did to a figure, when all changed at once: for each cause the effect of changing it, averaged
 * over every order in which the causes could have changed. The parts add up to the whole. Shapley, in Contributions to the
 * Theory of Games II, 1953.
 */
public final class Shapley {
    private static final int MOST = 20;

    private Shapley() {}

    /**
     * The part of each cause.
     *
     * @param causes how many there are, 1 to 20
     * @param figure the figure when just the causes have changed whose bits are set
     * @return parts that add to {@code figure(all) - figure(none)}
     */
    public static double[] parts(int causes, IntToDoubleFunction figure) {
        if (causes < 1 || causes > MOST) {
            throw new IllegalArgumentException("There can be from 1 to %d causes, not %d".formatted(MOST, causes));
        }
        double[] value = new double[1 << causes];
        for (int set = 0; set < value.length; set++) {
            value[set] = figure.applyAsDouble(set);
        }
        double[] chance = chances(causes);
        double[] parts = new double[causes];
        for (int set = 0; set < value.length; set++) {
            for (int cause = 0; cause < causes; cause++) {
                int with = set | (1 << cause);
                if (with != set) {
                    parts[cause] += chance[Integer.bitCount(set)] * (value[with] - value[set]);
                }
            }
        }
        return parts;
    }

    /** How often just a certain set of this size comes before a certain cause: size! (causes - 1 - size)! / causes!. */
    private static double[] chances(int causes) {
        double[] chance = new double[causes];
        chance[0] = 1.0 / causes;
        for (int size = 1; size < causes; size++) {
            chance[size] = chance[size - 1] * size / (causes - size);
        }
        return chance;
    }
}

package org.whorl.engine.voices;

/** How alike two ways of grouping the same people are, beyond chance (Hubert and Arabie 1985): 1 the same, 0 as by chance. */
public final class AdjustedRand {
    private AdjustedRand() {}

    /**
     * The index.
     *
     * @param one the group of each person, from 0
     * @param other the same by another way of grouping
     */
    public static double of(int[] one, int[] other) {
        if (one.length != other.length) {
            throw new IllegalArgumentException("%d people and %d".formatted(one.length, other.length));
        }
        int rows = most(one);
        int columns = most(other);
        int[] cells = new int[rows * columns];
        int[] row = new int[rows];
        int[] column = new int[columns];
        for (int i = 0; i < one.length; i++) {
            cells[one[i] * columns + other[i]]++;
            row[one[i]]++;
            column[other[i]]++;
        }
        double together = pairs(cells);
        double byRow = pairs(row);
        double byColumn = pairs(column);
        double all = one.length * (one.length - 1.0) / 2;
        double chance = all == 0 ? 0 : byRow * byColumn / all;
        double most = (byRow + byColumn) / 2;
        return most == chance ? 1 : (together - chance) / (most - chance);
    }

    private static int most(int[] groups) {
        int most = 0;
        for (int group : groups) {
            most = Math.max(most, group + 1);
        }
        return most;
    }

    private static double pairs(int[] counts) {
        double sum = 0;
        for (int n : counts) {
            sum += n * (n - 1.0) / 2;
        }
        return sum;
    }
}

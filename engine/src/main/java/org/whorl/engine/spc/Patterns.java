package org.whorl.engine.spc;

/** Which points stand in a row that chance seldom makes. */
final class Patterns {

    /** So many points make a shift or a trend. */
    static final int SEVEN = 7;

    private static final int THREE = 3;

    private Patterns() {}

    /**
     * At the last of each seven on one side, that side; 0 elsewhere.
     *
     * @param sides 1 above the middle, -1 below, 0 on it or not known
     */
    static int[] shifts(int[] sides) {
        int[] found = new int[sides.length];
        int run = 0;
        for (int i = 0; i < sides.length; i++) {
            run = sides[i] == 0 ? 0 : i > 0 && sides[i] == sides[i - 1] ? run + 1 : 1;
            found[i] = run >= SEVEN ? sides[i] : 0;
        }
        return found;
    }

    /** At the last of each seven that rise 1, that fall -1; 0 elsewhere. Equal neighbours and gaps break it. */
    static int[] trends(double[] values) {
        int[] found = new int[values.length];
        int steps = 0;
        int before = 0;
        for (int i = 1; i < values.length; i++) {
            double step = values[i] - values[i - 1];
            int way = step > 0 ? 1 : step < 0 ? -1 : 0;
            steps = way == 0 ? 0 : way == before ? steps + 1 : 1;
            before = way;
            found[i] = steps >= SEVEN - 1 ? way : 0;
        }
        return found;
    }

    /** Every point of each seven that ends at a mark, with the mark's sign; where two meet, the later one's. */
    static int[] partOfSeven(int[] marks) {
        int[] part = new int[marks.length];
        for (int i = 0; i < marks.length; i++) {
            for (int j = Math.max(0, i - SEVEN + 1); marks[i] != 0 && j <= i; j++) {
                part[j] = marks[i];
            }
        }
        return part;
    }

    /** Whether a point belongs to three running on one side, two or more of them near the limit. */
    static boolean[] windows(boolean[] near, int[] sides) {
        boolean[] part = new boolean[near.length];
        for (int from = 0; from + THREE <= near.length; from++) {
            int side = sides[from];
            int close = 0;
            boolean alike = side != 0;
            for (int i = from; i < from + THREE; i++) {
                alike &= sides[i] == side;
                close += near[i] ? 1 : 0;
            }
            for (int i = from; alike && close >= 2 && i < from + THREE; i++) {
                part[i] = true;
            }
        }
        return part;
    }

    /** Those of them that are near. */
    static boolean[] twoInThree(boolean[] near, int[] sides) {
        boolean[] part = windows(near, sides);
        for (int i = 0; i < part.length; i++) {
            part[i] &= near[i];
        }
        return part;
    }
}

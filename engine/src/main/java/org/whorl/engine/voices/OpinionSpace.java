package org.whorl.engine.voices;

import java.util.Arrays;

/**
 * Where people stand along the two directions in which they differ most, from the votes they cast and from nothing else. An
 * empty cell is not known; it is not taken for the mean. Each person stands by chance, each vote is their place times what
 * the statement tells of each direction, and noise (probabilistic principal components, Tipping and Bishop 1999); whoever
 * said little is drawn to the middle as far as their votes leave it open, and so is a statement few people saw: it counts as
 * if one more had seen it and told nothing. Found by expectation and maximisation, so many rounds from the ordinary
 * components.
 *
 * @param x where each person stands along the first direction, in units of votes
 * @param y the same along the second
 * @param w what each statement tells of both directions
 * @param sums for each person what their votes add up to: how well both directions are known (three sums), and where to (two)
 * @param turn from there to x and y, two by two
 */
record OpinionSpace(double[] x, double[] y, double[] w, double[] sums, double[] turn) {
    private static final int ROUNDS = 8;
    private static final double TOLERANCE = 1e-2;
    private static final int MOST_PRODUCTS = 12;

    static OpinionSpace of(Seen seen) {
        Axes axes = Axes.of(seen, TOLERANCE, MOST_PRODUCTS);
        double[] w = new double[2 * seen.statements];
        double filled = seen.value.length / Math.max(1.0, (double) seen.people * seen.statements);
        for (int j = 0; j < seen.statements; j++) {
            w[2 * j] = axes.first()[j] * scale(axes.squares()[0], seen.people, filled);
            w[2 * j + 1] = axes.second()[j] * scale(axes.squares()[1], seen.people, filled);
        }
        double squares = 0;
        for (double value : seen.value) {
            squares += value * value;
        }
        double noise = squares / Math.max(1, seen.value.length);
        double[] sums = new double[5 * seen.people];
        for (int round = 0; round < ROUNDS && noise > 0; round++) {
            stand(seen, w, noise, sums);
            noise = tell(seen, w, noise, sums);
        }
        stand(seen, w, noise, sums);
        return inUnitsOfVotes(seen, w, sums);
    }

    /** Where one person would stand had they not voted on one statement, along the first direction, then the second. */
    void without(int person, int statement, double value, double[] place) {
        double wa = w[2 * statement];
        double wb = w[2 * statement + 1];
        int s = 5 * person;
        double aa = sums[s] - wa * wa;
        double ab = sums[s + 1] - wa * wb;
        double bb = sums[s + 2] - wb * wb;
        double ta = sums[s + 3] - wa * value;
        double tb = sums[s + 4] - wb * value;
        double determinant = aa * bb - ab * ab;
        double za = determinant > 0 ? (bb * ta - ab * tb) / determinant : 0;
        double zb = determinant > 0 ? (aa * tb - ab * ta) / determinant : 0;
        place[0] = turn[0] * za + turn[1] * zb;
        place[1] = turn[2] * za + turn[3] * zb;
    }

    private static double scale(double squares, int people, double filled) {
        return Math.sqrt(Math.max(squares, 0) / Math.max(1, people) / Math.max(filled, 1e-9));
    }

    /** Where people stand, given what statements tell. */
    private static void stand(Seen seen, double[] w, double noise, double[] sums) {
        for (int i = 0; i < seen.people; i++) {
            double aa = noise;
            double ab = 0;
            double bb = noise;
            double ta = 0;
            double tb = 0;
            for (int v = seen.start[i]; v < seen.start[i + 1]; v++) {
                int j = 2 * seen.column[v];
                aa += w[j] * w[j];
                ab += w[j] * w[j + 1];
                bb += w[j + 1] * w[j + 1];
                ta += w[j] * seen.value[v];
                tb += w[j + 1] * seen.value[v];
            }
            int s = 5 * i;
            sums[s] = aa;
            sums[s + 1] = ab;
            sums[s + 2] = bb;
            sums[s + 3] = ta;
            sums[s + 4] = tb;
        }
    }

    /** What statements tell, given where people stand; and the noise that is left. */
    private static double tell(Seen seen, double[] w, double noise, double[] people) {
        double[] sums = new double[5 * seen.statements];
        for (int j = 0; j < seen.statements; j++) {
            sums[5 * j] = 1;
            sums[5 * j + 2] = 1;
        }
        double squares = 0;
        for (int i = 0; i < seen.people; i++) {
            int s = 5 * i;
            double aa = people[s];
            double ab = people[s + 1];
            double bb = people[s + 2];
            double determinant = aa * bb - ab * ab;
            double za = (bb * people[s + 3] - ab * people[s + 4]) / determinant;
            double zb = (aa * people[s + 4] - ab * people[s + 3]) / determinant;
            double caa = za * za + noise * bb / determinant;
            double cab = za * zb - noise * ab / determinant;
            double cbb = zb * zb + noise * aa / determinant;
            for (int v = seen.start[i]; v < seen.start[i + 1]; v++) {
                double value = seen.value[v];
                int j = seen.column[v];
                double wa = w[2 * j];
                double wb = w[2 * j + 1];
                squares += value * value
                        - 2 * value * (wa * za + wb * zb)
                        + wa * wa * caa
                        + 2 * wa * wb * cab
                        + wb * wb * cbb;
                int t = 5 * j;
                sums[t] += caa;
                sums[t + 1] += cab;
                sums[t + 2] += cbb;
                sums[t + 3] += value * za;
                sums[t + 4] += value * zb;
            }
        }
        for (int j = 0; j < seen.statements; j++) {
            int t = 5 * j;
            double determinant = sums[t] * sums[t + 2] - sums[t + 1] * sums[t + 1];
            w[2 * j] = (sums[t + 2] * sums[t + 3] - sums[t + 1] * sums[t + 4]) / determinant;
            w[2 * j + 1] = (sums[t] * sums[t + 4] - sums[t + 1] * sums[t + 3]) / determinant;
        }
        return squares / Math.max(1, seen.value.length);
    }

    /** So that a distance between two people is one between what they would say to all statements; the longer axis first. */
    private static OpinionSpace inUnitsOfVotes(Seen seen, double[] w, double[] sums) {
        double aa = 0;
        double ab = 0;
        double bb = 0;
        for (int j = 0; j < seen.statements; j++) {
            aa += w[2 * j] * w[2 * j];
            ab += w[2 * j] * w[2 * j + 1];
            bb += w[2 * j + 1] * w[2 * j + 1];
        }
        double l = Math.sqrt(aa);
        double m = l > 0 ? ab / l : 0;
        double n = Math.sqrt(Math.max(0, bb - m * m));
        OpinionSpace plain =
                new OpinionSpace(new double[seen.people], new double[seen.people], w, sums, new double[] {l, m, 0, n});
        plain.place();
        double[] spread = new double[4];
        for (int i = 0; i < seen.people; i++) {
            spread[0] += plain.x[i] * plain.x[i];
            spread[1] += plain.x[i] * plain.y[i];
            spread[3] += plain.y[i] * plain.y[i];
        }
        spread[2] = spread[1];
        double[] axes = new double[4];
        Symmetric.eigen(spread, axes, 2);
        int longer = spread[0] >= spread[3] ? 0 : 1;
        double[] turn = new double[4];
        for (int k = 0; k < 2; k++) {
            int axis = k == 0 ? longer : 1 - longer;
            turn[2 * k] = axes[axis] * l;
            turn[2 * k + 1] = axes[axis] * m + axes[2 + axis] * n;
        }
        OpinionSpace turned = new OpinionSpace(plain.x, plain.y, w, sums, turn);
        turned.place();
        signed(turned.x, turn, 0);
        signed(turned.y, turn, 2);
        return turned;
    }

    private void place() {
        for (int i = 0; i < x.length; i++) {
            int s = 5 * i;
            double determinant = sums[s] * sums[s + 2] - sums[s + 1] * sums[s + 1];
            double za = determinant > 0 ? (sums[s + 2] * sums[s + 3] - sums[s + 1] * sums[s + 4]) / determinant : 0;
            double zb = determinant > 0 ? (sums[s] * sums[s + 4] - sums[s + 1] * sums[s + 3]) / determinant : 0;
            x[i] = turn[0] * za + turn[1] * zb;
            y[i] = turn[2] * za + turn[3] * zb;
        }
    }

    /** Turned so that whoever stands farthest out stands above 0. */
    private static void signed(double[] along, double[] turn, int row) {
        double farthest = Arrays.stream(along).reduce(0, (a, b) -> Math.abs(b) > Math.abs(a) * (1 + 1e-9) ? b : a);
        if (farthest < 0) {
            turn[row] = -turn[row];
            turn[row + 1] = -turn[row + 1];
            for (int i = 0; i < along.length; i++) {
                along[i] = -along[i];
            }
        }
    }
}

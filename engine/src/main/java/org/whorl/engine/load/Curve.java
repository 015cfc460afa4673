package org.whorl.engine.load;

import java.util.Arrays;

/**
 * The long-run relation between how full a service is and how many wait for it, kept as a table that can be read both
 * ways in a few steps: which load leaves so many people in and before the service together?
 *
 * <p>Between its nodes queue x (share of places free) is a straight line; it varies little, so forty nodes do. A node may be
 * placed at a load one cares about; there the table is exact. How unsteady the number of people is, its variance / mean z,
 * enters by stretching (after Hayward): the same delays occur sqrt(z) times further from full, with sqrt(z) times as many
 * waiting. z goes to 0 as the state becomes known, and the table turns into the fluid rule: nobody waits while a place is
 * free.
 */
final class Curve {

    private static final int STEPS = 40;
    private static final double WIDEST = 6;
    /**
     * Uneven stays lengthen a queue by slow swings, and people who leave cut those off: with a patience of this many mean
     * stays, the logarithm of Kimura's factor counts half. Fitted to simulation, see docs/method/instant-tier.md.
     */
    private static final double STAYS = 5;

    private static final double HEAVIEST = 20;

    private final double places;

    /** The share of places free at each node, falling. */
    private final double[] gap;

    private final double[] queue;
    private final double[] delayed;
    private final double[] lost;

    /** Variance of the number waiting; kept for bounded queues only. */
    private final double[] variance;

    private final double impatience;

    /** Whether the queue stays finite as the last place fills. */
    private final boolean bounded;

    /**
     * The relation for one service.
     *
     * @param cs2 squared coefficient of variation of the stay
     * @param anchor a load at which the table is to be exact; 0 for none
     */
    Curve(double places, double cs2, Relief relief, double anchor) {
        this.places = places;
        bounded = relief.bounds();
        double[] loads = loads(places, bounded, anchor);
        int n = loads.length;
        gap = new double[n];
        queue = new double[n];
        delayed = new double[n];
        lost = new double[n];
        variance = new double[n];
        impatience = relief.impatience();
        for (int j = 0; j < n; j++) {
            if (loads[j] <= 0) {
                gap[j] = 1;
            } else if (bounded) {
                fillBounded(j, loads[j], cs2, relief);
            } else {
                gap[j] = 1 - loads[j] / places;
                queue[j] = Congestion.queue(places, loads[j], cs2);
                delayed[j] = Erlang.delayed(places, loads[j]);
            }
        }
    }

    private static double[] loads(double places, boolean bounded, double anchor) {
        double root = Math.sqrt(places);
        double widest = Math.min(root, WIDEST);
        double[] loads = new double[2 * STEPS + 20];
        int n = 0;
        loads[n++] = 0;
        for (int j = 0; j < STEPS; j++) {
            double beta = widest * (1 - (double) j / STEPS) * (1 - (double) j / STEPS);
            loads[n++] = Math.max(0, places - beta * root);
        }
        if (bounded) {
            loads[n++] = places;
            for (double beta = 0.02; beta < HEAVIEST; beta *= 1.6) {
                loads[n++] = places + beta * root;
            }
        }
        if (anchor > 0 && (bounded || anchor < places)) {
            loads[n++] = anchor;
        }
        double[] sorted = Arrays.copyOf(loads, n);
        Arrays.sort(sorted);
        return distinct(sorted, places);
    }

    private static double[] distinct(double[] sorted, double places) {
        int n = 1;
        for (int j = 1; j < sorted.length; j++) {
            if (sorted[j] - sorted[n - 1] > 1e-9 * places) {
                sorted[n++] = sorted[j];
            }
        }
        return Arrays.copyOf(sorted, n);
    }

    /**
     * The chances of j people waiting follow from each other: each is load / places x (1 - j throttle) / (1 + (j + 1)
     * impatience) times the one before. Without throttle and impatience this is M/M/c/K; with impatience alone, Palm's
     * M/M/c+M; with a throttle of 1 / sources and as much room, the machines of Erlang and Engset.
     */
    private void fillBounded(int node, double load, double cs2, Relief relief) {
        double rho = load / places;
        double full = Erlang.lost(places, load);
        if (full < 1e-200) {
            gap[node] = 1 - rho;
            return;
        }
        double fewer = 1 / full - 1;
        double none = 1;
        double weight = 1;
        double all = 0;
        double waiting = 0;
        double squares = 0;
        double coming = 0;
        double last = 0;
        for (int j = 0; j <= relief.room() && weight > 1e-12 * all; j++) {
            double rate = Math.max(0, 1 - j * relief.throttle());
            all += weight;
            waiting += j * weight;
            squares += (double) j * j * weight;
            coming += weight * rate;
            last = j + 1 > relief.room() ? weight * rate : 0;
            weight *= rho * rate / (1 + (j + 1) * relief.impatience());
            if (weight > 1e100) {
                weight *= 1e-100;
                none *= 1e-100;
                all *= 1e-100;
                waiting *= 1e-100;
                squares *= 1e-100;
                coming *= 1e-100;
                last *= 1e-100;
                fewer *= 1e-100;
            }
        }
        // Of the stream, `coming` find all places taken and `last` of them find no room either.
        double total = fewer + all;
        double stream = fewer + coming;
        double factor = Math.pow(
                Congestion.factor(places, Math.min(load, places), cs2), 1 / (1 + STAYS * relief.impatience() * places));
        double mean = waiting / total;
        queue[node] = Math.min(relief.room(), factor * mean);
        variance[node] = factor * factor * (squares / total - mean * mean);
        // Below the last place each state's stream in is its places' stream out, so a sum over them is not needed.
        gap[node] = Math.max(0, (fewer * (1 - rho) + none) / total);
        delayed[node] = stream == last ? 0 : (coming - last) / (stream - last);
        lost[node] = last / stream;
    }

    /**
     * How many places are taken when {@code slope} x taken + waiting = {@code target}: the daily balance of a service.
     *
     * @param z variance / mean of the number of people
     */
    double taken(double slope, double target, double z) {
        if (places <= 0) {
            return 0;
        }
        double root = Math.sqrt(z);
        int low = -1;
        int high = gap.length;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            double x = gap[middle] * root;
            double sum = x >= 1 ? 0 : slope * places * (1 - x) + queue[middle] * root;
            if (sum <= target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double xLow = gapAt(low, root);
        double xHigh = gapAt(high, root);
        double tilt = tilt(low, high, root);
        double alpha = areaAt(low, root) - tilt * xLow;
        // slope places (1 - x) + alpha / x + tilt = target
        double a = slope * places;
        double b = target - a - tilt;
        double discriminant = Math.max(0, b * b + 4 * a * alpha);
        double x = b > 0 ? 2 * alpha / (b + Math.sqrt(discriminant)) : (Math.sqrt(discriminant) - b) / (2 * a);
        return places * (1 - Math.clamp(x, xHigh, xLow));
    }

    /** How many wait when so many places are taken; infinite where an unbounded queue has none left. */
    double queue(double taken, double z) {
        double x = 1 - taken / places;
        if (places <= 0 || (x <= 0 && !bounded)) {
            return Double.POSITIVE_INFINITY;
        }
        double root = Math.sqrt(z);
        int low = cell(x, root);
        double tilt = tilt(low, low + 1, root);
        double alpha = areaAt(low, root) - tilt * gapAt(low, root);
        return x <= 0 ? tilt : Math.max(0, alpha / x + tilt);
    }

    /** The share of those who come and are let in who wait, when so many places are taken. */
    double delayed(double taken, double z) {
        return read(delayed, taken, z, bounded ? delayed[delayed.length - 1] : 1);
    }

    /** The share of those who come who are turned away, when so many places are taken. */
    double lost(double taken, double z) {
        return bounded ? read(lost, taken, z, lost[lost.length - 1]) : 0;
    }

    /**
     * Variance of the number waiting when so many places are taken. An unbounded queue is geometric once there is one; a
     * bounded one was summed; far above the places, where only leaving holds the queue, it is about as in Ornstein and
     * Uhlenbeck's process: its length + the places' own speed over that of leaving.
     */
    double variance(double taken, double waiting, double z) {
        if (places <= 0) {
            return waiting;
        }
        if (!bounded) {
            double p = Math.clamp(delayed(taken, z), 1e-9, 1);
            return waiting * (2 * waiting / p + 1) - waiting * waiting;
        }
        int last = gap.length - 1;
        if (1 - taken / places >= gap[last] * Math.sqrt(z)) {
            return z * read(variance, taken, z, variance[last]);
        }
        return impatience > 0 ? waiting + z / impatience : z * variance[last];
    }

    private double read(double[] column, double taken, double z, double whenFull) {
        if (places <= 0) {
            return whenFull;
        }
        double x = Math.clamp(1 - taken / places, 0, 1);
        double root = Math.sqrt(z);
        int low = cell(x, root);
        double xLow = gapAt(low, root);
        double xHigh = gapAt(low + 1, root);
        double from = low < 0 || gap[low] * root >= 1 ? 0 : column[low];
        double to = low + 1 >= column.length ? whenFull : gap[low + 1] * root >= 1 ? 0 : column[low + 1];
        return xLow <= xHigh ? to : from + (to - from) * (xLow - x) / (xLow - xHigh);
    }

    /** The last node with at least the share x free. */
    private int cell(double x, double root) {
        int low = -1;
        int high = gap.length;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (Math.min(1, gap[middle] * root) >= x) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private double gapAt(int node, double root) {
        return node < 0 ? 1 : node >= gap.length ? 0 : Math.min(1, gap[node] * root);
    }

    /** queue x gap at a node; beyond the last, what it tends to. */
    private double areaAt(int node, double root) {
        if (node < 0) {
            return 0;
        }
        if (node >= gap.length) {
            return bounded ? 0 : areaAt(gap.length - 1, root);
        }
        double x = gap[node] * root;
        return x >= 1 ? 0 : queue[node] * root * x;
    }

    private double tilt(int low, int high, double root) {
        double width = gapAt(low, root) - gapAt(high, root);
        return width <= 0 ? 0 : (areaAt(low, root) - areaAt(high, root)) / width;
    }
}

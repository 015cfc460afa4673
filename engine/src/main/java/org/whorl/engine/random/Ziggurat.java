package org.whorl.engine.random;

/**
 * Normal and exponential numbers from one 64-bit word each, nearly always with one multiplication and one comparison.
 *
 * <p>Marsaglia and Tsang, "The ziggurat method for generating random variables", Journal of Statistical Software 5(8),
 * 2000, with 256 layers. The layer comes from the lowest eight bits and the position from the highest 53, so that the two
 * are independent.
 */
public final class Ziggurat {

    private static final int LAYERS = 256;
    private static final double NORMAL_TAIL = 3.654152885361009;
    private static final double NORMAL_AREA = 0.00492867323399;
    private static final double EXPONENTIAL_TAIL = 7.69711747013105;
    private static final double EXPONENTIAL_AREA = 0.003949659822581557;

    private static final double[] NORMAL = new double[LAYERS + 1];
    private static final double[] EXPONENTIAL = new double[LAYERS + 1];

    static {
        NORMAL[0] = NORMAL_AREA / StrictMath.exp(-NORMAL_TAIL * NORMAL_TAIL / 2);
        NORMAL[1] = NORMAL_TAIL;
        EXPONENTIAL[0] = EXPONENTIAL_AREA / StrictMath.exp(-EXPONENTIAL_TAIL);
        EXPONENTIAL[1] = EXPONENTIAL_TAIL;
        for (int i = 2; i < LAYERS; i++) {
            double x = NORMAL[i - 1];
            NORMAL[i] = Math.sqrt(-2 * StrictMath.log(NORMAL_AREA / x + StrictMath.exp(-x * x / 2)));
            double y = EXPONENTIAL[i - 1];
            EXPONENTIAL[i] = -StrictMath.log(EXPONENTIAL_AREA / y + StrictMath.exp(-y));
        }
    }

    private Ziggurat() {}

    /** A standard normal number. */
    public static double normal(long bits) {
        int layer = (int) bits & (LAYERS - 1);
        double x = (bits >> 10) * 0x1.0p-53 * NORMAL[layer];
        return Math.abs(x) < NORMAL[layer + 1] ? x : normalEdge(bits, layer, x);
    }

    private static double normalEdge(long bits, int layer, double x) {
        long word = bits;
        while (true) {
            word = Streams.next(word);
            if (layer == 0) {
                double beyond = -StrictMath.log(Streams.uniform(word)) / NORMAL_TAIL;
                word = Streams.next(word);
                if (-2 * StrictMath.log(Streams.uniform(word)) > beyond * beyond) {
                    return x < 0 ? -NORMAL_TAIL - beyond : NORMAL_TAIL + beyond;
                }
                continue;
            }
            double top = StrictMath.exp((x * x - NORMAL[layer] * NORMAL[layer]) / 2);
            double bottom = StrictMath.exp((x * x - NORMAL[layer + 1] * NORMAL[layer + 1]) / 2);
            if (top + Streams.uniform(word) * (bottom - top) < 1) {
                return x;
            }
            word = Streams.next(word);
            layer = (int) word & (LAYERS - 1);
            x = (word >> 10) * 0x1.0p-53 * NORMAL[layer];
            if (Math.abs(x) < NORMAL[layer + 1]) {
                return x;
            }
        }
    }

    /** An exponential number of mean 1. */
    public static double exponential(long bits) {
        int layer = (int) bits & (LAYERS - 1);
        double x = (bits >>> 11) * 0x1.0p-53 * EXPONENTIAL[layer];
        return x < EXPONENTIAL[layer + 1] ? x : exponentialEdge(bits, layer, x);
    }

    private static double exponentialEdge(long bits, int layer, double x) {
        long word = bits;
        while (true) {
            word = Streams.next(word);
            if (layer == 0) {
                return EXPONENTIAL_TAIL - StrictMath.log(Streams.uniform(word));
            }
            double top = StrictMath.exp(x - EXPONENTIAL[layer]);
            double bottom = StrictMath.exp(x - EXPONENTIAL[layer + 1]);
            if (top + Streams.uniform(word) * (bottom - top) < 1) {
                return x;
            }
            word = Streams.next(word);
            layer = (int) word & (LAYERS - 1);
            x = (word >>> 11) * 0x1.0p-53 * EXPONENTIAL[layer];
            if (x < EXPONENTIAL[layer + 1]) {
                return x;
            }
        }
    }
}

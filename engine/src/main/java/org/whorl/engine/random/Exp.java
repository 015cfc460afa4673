package org.whorl.engine.random;

/**
 * The exponential function in plain arithmetic, the same to the last bit on every machine, and quicker than the library's.
 *
 * <p>{@code Math.exp} may differ in the last digit from one processor to another, and one such digit in a length of stay is
 * enough for two machines to play different years. Here x is split as k ln2/128 + r with |r| under 0.0028; 2^(k/128) comes
 * from a table and e^r from five terms of its series. It stays within two units in the last place
 * of the strict library's.
 */
public final class Exp {

    private static final int PARTS = 128;
    private static final double PARTS_PER_UNIT = PARTS / 0.6931471805599453;

    /** ln2/128 in two pieces, the first with enough zero bits that k times it is exact. */
    private static final double UNIT_HIGH = 0x1.62e42fep-8;

    private static final double UNIT_LOW = 0x1.f473de6af278fp-37;

    private static final double[] ROOTS = new double[PARTS];

    static {
        for (int i = 0; i < PARTS; i++) {
            ROOTS[i] = StrictMath.pow(2, (double) i / PARTS);
        }
    }

    private Exp() {}

    /** e to the power of x. */
    public static double of(double x) {
        if (!(Math.abs(x) < 700)) {
            return StrictMath.exp(x);
        }
        double k = Math.rint(x * PARTS_PER_UNIT);
        double r = x - k * UNIT_HIGH - k * UNIT_LOW;
        double series = r + r * r * (0.5 + r * (1.0 / 6 + r * (1.0 / 24 + r / 120)));
        int whole = (int) k;
        double root = ROOTS[whole & (PARTS - 1)];
        return (root + root * series) * Double.longBitsToDouble(((whole >> 7) + 1023L) << 52);
    }
}

package org.whorl.draw;

/**
 * Digits for people: a comma between thousands, a point before decimals, a true minus sign. The same in Welsh and in
 * English, and the same on every machine, whatever its locale.
 */
final class Numerals {

    static final String MINUS = "−";

    /** From here on a number is written as a power of ten. */
    private static final double POWERS_OF_TEN_FROM = 1e15;

    private static final int MOST_DECIMALS = 12;

    /** Beyond this a double holds no more digits. */
    private static final double LARGEST_EXACT = 9e15;

    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12};

    private Numerals() {}

    /** Three figures that matter below a hundred, whole numbers from there; no trailing zeros. */
    static String plain(double value) {
        double size = Math.abs(value);
        if (size >= 99.95) {
            return fixed(value, 0);
        }
        if (size < 5e-13) {
            return "0";
        }
        int decimals = Math.clamp(2 - (int) Math.floor(Math.log10(size)), 0, MOST_DECIMALS);
        return withoutTrailingZeros(fixed(value, decimals));
    }

    /** Exactly this many decimals. */
    static String fixed(double value, int decimals) {
        double size = Math.abs(value);
        if (size >= POWERS_OF_TEN_FROM) {
            return power(value);
        }
        if (size * POWERS[decimals] >= LARGEST_EXACT) {
            return fixed(value, decimals - 1) + (decimals == 1 ? ".0" : "0");
        }
        double shifted = size * POWERS[decimals];
        // A hair more, so that 1.005, which is a little less in binary, is rounded as it is written.
        long rounded = (long) Math.floor(shifted + 0.5 + shifted * 1e-15);
        StringBuilder out = new StringBuilder(16);
        if (value < 0 && rounded != 0) {
            out.append(MINUS);
        }
        long one = (long) POWERS[decimals];
        String whole = Long.toString(rounded / one);
        for (int i = 0; i < whole.length(); i++) {
            if (i > 0 && (whole.length() - i) % 3 == 0) {
                out.append(',');
            }
            out.append(whole.charAt(i));
        }
        if (decimals > 0) {
            String rest = Long.toString(rounded % one);
            out.append('.').repeat('0', decimals - rest.length()).append(rest);
        }
        return out.toString();
    }

    /** Rounded to a multiple of ten to this power: 1,234 to the power 1 is 1,230; 12.34 to the power -1 is 12.3. */
    static String roundedTo(double value, int power) {
        if (power <= 0) {
            return fixed(value, Math.min(-power, MOST_DECIMALS));
        }
        if (Math.abs(value) >= POWERS_OF_TEN_FROM) {
            return power(value);
        }
        double step = Math.pow(10, power);
        return fixed(Math.round(value / step) * step, 0);
    }

    /**
     * The last power of ten worth writing for a value known within an interval this wide: two figures of the width. A
     * width of 4.7 keeps one decimal; a width of 220 rounds to tens.
     */
    static int powerWorthWriting(double width) {
        return (int) Math.floor(Math.log10(width)) - 1;
    }

    private static String power(double value) {
        int exponent = (int) Math.floor(Math.log10(Math.abs(value)));
        // Divided in two steps: ten to the power 308 itself can be out of reach.
        int half = exponent / 2;
        double lead = value / Math.pow(10, half) / Math.pow(10, exponent - half);
        return withoutTrailingZeros(fixed(lead, 1)) + "×10^" + exponent;
    }

    private static String withoutTrailingZeros(String digits) {
        if (digits.indexOf('.') < 0) {
            return digits;
        }
        int end = digits.length();
        while (digits.charAt(end - 1) == '0') {
            end--;
        }
        return digits.substring(0, digits.charAt(end - 1) == '.' ? end - 1 : end);
    }
}

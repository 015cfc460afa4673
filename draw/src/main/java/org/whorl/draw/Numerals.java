package org.whorl.draw;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Digits for people: a comma between thousands, a point before decimals, a true minus sign. The same in Welsh and in
 * English, and the same on every machine, whatever its locale.
 */
final class Numerals {

    static final String MINUS = "−";

    /** From here on a number is written as a power of ten. */
    private static final double POWERS_OF_TEN_FROM = 1e15;

    private static final int MOST_DECIMALS = 12;

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
        BigDecimal rounded = BigDecimal.valueOf(size).setScale(decimals, RoundingMode.HALF_UP);
        String digits = rounded.toPlainString();
        int point = digits.indexOf('.');
        int whole = point < 0 ? digits.length() : point;
        StringBuilder out = new StringBuilder(digits.length() + 6);
        if (value < 0 && rounded.signum() != 0) {
            out.append(MINUS);
        }
        for (int i = 0; i < whole; i++) {
            if (i > 0 && (whole - i) % 3 == 0) {
                out.append(',');
            }
            out.append(digits.charAt(i));
        }
        return out.append(digits, whole, digits.length()).toString();
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

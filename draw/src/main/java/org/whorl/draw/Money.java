package org.whorl.draw;

/** Pounds as people write them. Whole pounds up to a million; from there millions (m) or thousands of millions (bn). */
final class Money {

    private static final double MILLION = 1e6;
    private static final double BILLION = 1e9;

    /** Less than half a penny is what is left of arithmetic. */
    private static final double SMALLEST = 0.005;

    private Money() {}

    static String plain(double pounds) {
        double size = Math.abs(pounds);
        if (size >= 999_500) {
            double scale = scale(size);
            double scaled = size / scale;
            // 1.2m, 12.3m, 123m
            return signed(pounds, Numerals.fixed(scaled, scaled >= 99.95 ? 0 : 1)) + suffix(scale);
        }
        boolean pence = size < 100 && Math.abs(size - Math.rint(size)) >= 0.005;
        return signed(pounds, Numerals.fixed(size, pence ? 2 : 0));
    }

    /** Rounded to ten to this power in pounds, in the scale that suits the largest number beside it. */
    static String rounded(double pounds, int power, double largest) {
        double size = Math.abs(pounds);
        if (largest < 999_500) {
            if (largest < SMALLEST) {
                return "£0";
            }
            return signed(pounds, power < 0 ? Numerals.fixed(size, 2) : Numerals.roundedTo(size, power));
        }
        double scale = scale(largest);
        int digits = scale == BILLION ? 9 : 6;
        return signed(pounds, Numerals.roundedTo(size / scale, power - digits)) + suffix(scale);
    }

    /** On an axis: £0, £50k, £1.5m. */
    static String tick(double pounds, double step) {
        double size = Math.abs(pounds);
        if (size == 0) {
            return "£0";
        }
        int power = (int) Math.floor(Math.log10(step) + 1e-9);
        if (step >= BILLION / 10 || size >= BILLION) {
            return signed(pounds, Numerals.roundedTo(size / BILLION, Math.min(power - 9, 0))) + "bn";
        }
        if (step >= MILLION / 10 || size >= MILLION) {
            return signed(pounds, Numerals.roundedTo(size / MILLION, Math.min(power - 6, 0))) + "m";
        }
        if (step >= 1000) {
            return signed(pounds, Numerals.roundedTo(size / 1000, Math.min(power - 3, 0))) + "k";
        }
        return signed(pounds, Numerals.fixed(size, step < 1 ? 2 : 0));
    }

    private static double scale(double size) {
        return size >= 999.5 * MILLION ? BILLION : MILLION;
    }

    private static String suffix(double scale) {
        return scale == BILLION ? "bn" : "m";
    }

    /** The sign goes before the pound, and nothing is minus zero. */
    private static String signed(double pounds, String digits) {
        boolean zero = digits.chars().noneMatch(c -> c >= '1' && c <= '9');
        return (pounds < 0 && !zero ? Numerals.MINUS : "") + "£" + digits;
    }
}

package org.whorl.server.design;

import java.util.Locale;
import org.whorl.engine.answer.Estimate;

/** Numbers in tables and sentences as people write them; the same in both languages. */
public final class Written {

    private Written() {}

    /** Two decimals. */
    public static String two(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    /** A share, out of a hundred. */
    public static String hundred(double share) {
        return String.format(Locale.ROOT, "%.0f", 100 * share);
    }

    /** Two decimals, with the interval. */
    public static String two(Estimate estimate) {
        return "%s (%s–%s)".formatted(two(estimate.mean()), two(estimate.low()), two(estimate.high()));
    }

    /** A share, with the interval. */
    public static String percent(Estimate estimate) {
        return "%s%% (%s–%s)".formatted(hundred(estimate.mean()), hundred(estimate.low()), hundred(estimate.high()));
    }

    /** A number that somebody has typed in, without more decimals than they gave it. */
    public static String plain(double number) {
        return number == Math.rint(number) ? String.format(Locale.ROOT, "%.0f", number) : Double.toString(number);
    }

    /** One decimal. */
    public static String one(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    /** Three decimals. */
    public static String three(double number) {
        return String.format(Locale.ROOT, "%.3f", number);
    }

    /** Five decimals. */
    public static String five(double number) {
        return String.format(Locale.ROOT, "%.5f", number);
    }

    /** Seven decimals. */
    public static String seven(double number) {
        return String.format(Locale.ROOT, "%.7f", number);
    }

    /** A share, in a hundred. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }
}

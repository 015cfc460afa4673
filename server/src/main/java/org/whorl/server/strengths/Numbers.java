package org.whorl.server.strengths;

import java.util.Locale;
import org.whorl.engine.answer.Estimate;

/** Numbers about teams as people write them; the same in both languages. */
public final class Numbers {

    private Numbers() {}

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

    /** A share, in a hundred, with its interval. */
    public static String share(Estimate share) {
        return String.format(
                Locale.ROOT, "%.0f%% (%.0f–%.0f)", 100 * share.mean(), 100 * share.low(), 100 * share.high());
    }
}

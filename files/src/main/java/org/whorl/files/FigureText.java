package org.whorl.files;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;

/** Numbers as people read them at a terminal. */
public final class FigureText {

    private FigureText() {}

    /** A number as it was written, or nearly. */
    public static String plain(double number) {
        return Double.isFinite(number)
                ? new BigDecimal(number)
                        .round(new MathContext(9))
                        .stripTrailingZeros()
                        .toPlainString()
                : "-";
    }

    /** An estimate with its interval in brackets, rounded to what the interval can bear. Pounds are in thousands. */
    public static String of(Field field, Estimate estimate) {
        if (Double.isNaN(estimate.mean())) {
            return "-";
        }
        double scale = field.unit().equals("share") ? 100 : field.unit().equals("pounds") ? 0.001 : 1;
        boolean bare = estimate.kind() == Estimate.Kind.NONE || !(estimate.halfWidth() > 0);
        double width = bare || !Double.isFinite(estimate.halfWidth())
                ? Math.abs(estimate.mean() * scale) / 100
                : estimate.halfWidth() * scale;
        int digits = width >= 5 || (field.unit().equals("pounds") && width >= 0.5) ? 0 : width >= 0.2 ? 1 : 2;
        if (bare && estimate.mean() == Math.rint(estimate.mean())) {
            digits = 0;
        }
        String mean = number(estimate.mean() * scale, digits);
        return bare
                ? mean
                : "%s (%s to %s)"
                        .formatted(
                                mean, number(estimate.low() * scale, digits), number(estimate.high() * scale, digits));
    }

    private static String number(double number, int digits) {
        if (number == 0) {
            return "0";
        }
        String text = String.format(Locale.ROOT, "%,." + digits + "f", number);
        return text.matches("-[0.,]+") ? text.substring(1) : text;
    }
}

package org.whorl.engine.model;

/**
 * The prices a model speaks in.
 *
 * @param priceYear the financial year all costs are given in, such as {@code 2024/25}
 * @param uplift by how much prices rise a year, used to bring other years' prices to this one
 */
public record Money(String priceYear, Parameter uplift) {

    /** A parameter's value in this price year: value x (1 + uplift)^years. */
    public double inPriceYear(Parameter price) {
        if (price.priceYear() == null) {
            return price.value();
        }
        return price.value() * StrictMath.pow(1 + uplift.value(), firstYear(priceYear) - firstYear(price.priceYear()));
    }

    /** Whether a text is a year this class can count with: {@code 2024/25} or {@code 2024}. */
    public static boolean isYear(String text) {
        return text.matches("\\d{4}([/-]\\d{2})?");
    }

    private static int firstYear(String year) {
        return Integer.parseInt(year.substring(0, 4));
    }
}

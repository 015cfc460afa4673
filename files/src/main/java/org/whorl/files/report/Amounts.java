package org.whorl.files.report;

import org.whorl.draw.Reading;
import org.whorl.draw.Unit;
import org.whorl.draw.Words;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;

/**
 * How estimates are written: {@code 12.3 (10.1 to 14.8)}. A difference carries its sign, and a difference between two
 * shares is counted in hundredths, so that nobody takes it for a share of a share.
 */
final class Amounts {

    private static final String MINUS = "−";

    private final Words words;
    private final Say say;

    Amounts(Say say) {
        this.say = say;
        words = say.words();
    }

    /** What a field counts. */
    static Unit unit(Field field) {
        return switch (field) {
            case DELAYED_SHARE, LATE_SHARE, OCCUPANCY, P_CRISIS, P_MORE_CASH -> Unit.SHARE;
            case CASH, CASH_WHEN_STEPS_CLOSE, CAPACITY -> Unit.POUNDS;
            case WAITING,
                    OUTSIDE,
                    WAIT,
                    WAIT_P95,
                    WAIT_P95_POOLED,
                    IN_PLACE,
                    BLOCKED,
                    STARTS,
                    LOST,
                    LEFT,
                    MOVED,
                    OFFERED_LOAD,
                    LEAST_COST_PLACES,
                    DELAY_TARGET_PLACES,
                    MEAN,
                    MEDIAN,
                    P95,
                    CARERS_HOURS -> Unit.NUMBER;
        };
    }

    /**
     * An estimate to draw or write. The interval of a share stays within 0 and 1 and that of any other amount does not go
     * below 0: the formula for an interval does not know what cannot be, a reader does.
     */
    static Reading reading(Field field, Estimate estimate) {
        boolean share = unit(field) == Unit.SHARE && field != Field.OCCUPANCY;
        double low = estimate.mean() >= 0 ? Math.max(0, estimate.low()) : estimate.low();
        double high = share ? Math.min(1, estimate.high()) : estimate.high();
        return reading(estimate.mean(), low, high);
    }

    /** A difference to draw or write; between shares it is in hundredths. */
    static Reading change(Field field, Estimate estimate) {
        double scale = unit(field) == Unit.SHARE ? 100 : 1;
        return reading(scale * estimate.mean(), scale * estimate.low(), scale * estimate.high());
    }

    /** The unit a difference is drawn in. */
    static Unit unitOfChange(Field field) {
        return unit(field) == Unit.SHARE ? Unit.NUMBER : unit(field);
    }

    static Reading reading(double mean, double low, double high) {
        return low < high ? Reading.of(mean, low, high) : Reading.of(mean);
    }

    /** Whether the interval shows which way a difference goes. */
    static boolean certain(Estimate difference) {
        return difference.low() > 0 || difference.high() < 0;
    }

    /** The value with its interval. */
    String full(Field field, Estimate estimate) {
        return Double.isNaN(estimate.mean()) ? nothing(field) : words.value(unit(field), reading(field, estimate));
    }

    /**
     * A formula's value, written as exactly as its change is, so that before and after differ by what is said to have changed;
     * and how far not knowing the numbers could move it.
     */
    String full(Field field, Estimate exact, Estimate doubt) {
        String interval = interval(field, doubt);
        return interval.isEmpty() ? full(field, exact) : full(field, exact) + " (" + interval + ")";
    }

    /** The value alone, rounded as its interval deserves. */
    String middle(Field field, Estimate estimate) {
        return Double.isNaN(estimate.mean()) ? nothing(field) : words.middle(unit(field), reading(field, estimate));
    }

    /** The interval alone; empty when there is none. */
    String interval(Field field, Estimate estimate) {
        return words.interval(unit(field), reading(field, estimate));
    }

    /** The interval of a difference alone, with signs; empty when there is none. */
    String changeInterval(Field field, Estimate estimate) {
        Reading reading = change(field, estimate);
        if (!reading.hasInterval()) {
            return "";
        }
        Unit unit = unitOfChange(field);
        return say.say(
                "value.range",
                signed(reading.low(), words.low(unit, reading)),
                inHundred(field, signed(reading.high(), words.high(unit, reading))));
    }

    private String nothing(Field field) {
        return switch (field) {
            case WAIT, WAIT_P95, WAIT_P95_POOLED, DELAYED_SHARE, LATE_SHARE -> say.say("value.nobody-started");
            default -> say.say("value.not-known");
        };
    }

    /** A difference with its sign and interval: {@code +35 (+30 to +40)}. */
    String change(Field field, Estimate estimate, boolean withInterval) {
        if (Double.isNaN(estimate.mean())) {
            return say.say("value.not-known");
        }
        Unit unit = unitOfChange(field);
        Reading reading = change(field, estimate);
        String middle = signed(reading.value(), words.middle(unit, reading));
        if (!withInterval || !reading.hasInterval()) {
            return inHundred(field, middle);
        }
        String low = signed(reading.low(), words.low(unit, reading));
        String high = signed(reading.high(), words.high(unit, reading));
        return inHundred(field, middle) + " (" + say.say("value.range", low, high) + ")";
    }

    private String inHundred(Field field, String number) {
        return unit(field) == Unit.SHARE ? say.say("value.in-hundred", number) : number;
    }

    /** A difference said without a sign, for a sentence that says more or fewer. */
    String size(Field field, Estimate estimate) {
        String middle = words.middle(unitOfChange(field), change(field, estimate));
        return inHundred(field, middle.startsWith(MINUS) ? middle.substring(1) : middle);
    }

    /** The interval of a difference, said without a sign when both ends lie on one side. */
    String sizeRange(Field field, Estimate estimate) {
        Unit unit = unitOfChange(field);
        Reading reading = change(field, estimate);
        if (!reading.hasInterval()) {
            return "";
        }
        String low = words.low(unit, reading);
        String high = words.high(unit, reading);
        if (reading.high() <= 0) {
            return say.say("value.range", unsigned(high), unsigned(low));
        }
        return reading.low() >= 0
                ? say.say("value.range", low, high)
                : say.say("value.range", signed(reading.low(), low), signed(reading.high(), high));
    }

    private static String unsigned(String number) {
        return number.startsWith(MINUS) ? number.substring(1) : number;
    }

    private static String signed(double value, String written) {
        boolean zero = written.chars().noneMatch(c -> c >= '1' && c <= '9');
        return value > 0 && !zero ? "+" + written : written;
    }
}

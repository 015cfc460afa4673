package org.whorl.server.models;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Domain;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Provenance;
import org.whorl.engine.model.Quality;
import org.whorl.engine.model.Spread;
import org.whorl.server.design.Form;

/** One number of a model as a form: what it is, how sure, from where, since when, who answers for it, how it is known. */
final class NumberForm {

    private static final int LONGEST = 24;
    private static final int LONGEST_WORDS = 500;

    private final Form form;
    private final Domain domain;
    private final Parameter before;

    NumberForm(Form form, Domain domain, Parameter before) {
        this.form = form;
        this.domain = domain;
        this.before = before;
    }

    /** Puts the number into the form as it stands. */
    void fill() {
        form.preset("value", Tried.plain(before.value()));
        if (before.spread() instanceof Spread.Range(double low, double high)) {
            form.preset("low", Tried.plain(low)).preset("high", Tried.plain(high));
        }
        Provenance provenance = before.provenance();
        form.preset("quality", provenance.quality().word())
                .preset("source", said(provenance.source()))
                .preset("date", said(provenance.date()))
                .preset("owner", said(provenance.owner()));
    }

    private static String said(@Nullable String words) {
        return words == null ? "" : words;
    }

    /** The number the form says; empty, with everything that is wrong in the form, when it says none. */
    Optional<Parameter> read() {
        OptionalDouble value = number("value", true);
        boolean range = !form.value("low").isEmpty() || !form.value("high").isEmpty();
        OptionalDouble low = number("low", range);
        OptionalDouble high = number("high", range);
        if (value.isPresent() && low.isPresent() && low.getAsDouble() > value.getAsDouble()) {
            form.refuse("low", "number.error.low-above");
        }
        if (value.isPresent() && high.isPresent() && high.getAsDouble() < value.getAsDouble()) {
            form.refuse("high", "number.error.high-below");
        }
        Optional<Quality> quality = Arrays.stream(Quality.values())
                .filter(each -> each.word().equals(form.value("quality")))
                .findFirst();
        if (quality.isEmpty()) {
            form.refuse("quality", "number.error.quality");
        }
        for (String field : new String[] {"source", "date", "owner", "why"}) {
            if (form.value(field).length() > LONGEST_WORDS) {
                form.refuse(field, "number.error.too-long");
            }
        }
        form.require("why", "number.error.why");
        if (!form.isRight()) {
            return Optional.empty();
        }
        Parameter after = new Parameter(
                value.orElseThrow(),
                range ? new Spread.Range(low.orElseThrow(), high.orElseThrow()) : spreadWithoutRange(),
                new Provenance(words("source"), words("date"), words("owner"), quality.orElseThrow()),
                before.priceYear());
        if (after.equals(before)) {
            form.refuse("value", "number.error.same");
            return Optional.empty();
        }
        return Optional.of(after);
    }

    /** A deviation or a distribution is no range, and stays; a range that was emptied is gone. */
    private Spread spreadWithoutRange() {
        return before.spread() instanceof Spread.Range ? Spread.UNSAID : before.spread();
    }

    private @Nullable String words(String field) {
        return form.value(field).isEmpty() ? null : form.value(field);
    }

    private OptionalDouble number(String field, boolean needed) {
        String text = form.value(field);
        if (text.isEmpty()) {
            if (needed) {
                form.refuse(field, field.equals("value") ? "number.error.not-a-number" : "number.error.both-ends");
            }
            return OptionalDouble.empty();
        }
        Entered entered = Entered.of(text, domain);
        if (!entered.error().isEmpty()) {
            form.refuse(field, "number.error." + entered.error());
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(entered.value());
    }

    /**
     * A number as somebody wrote it.
     *
     * @param value what it is; not a number when there is an error
     * @param error what is wrong with it, as the last part of a sentence's name; empty when nothing is
     */
    record Entered(double value, String error) {

        /** Reads it as people write numbers here: 1,500 is one and a half thousand. */
        static Entered of(String text, Domain domain) {
            try {
                if (text.length() > LONGEST) {
                    return new Entered(Double.NaN, "not-a-number");
                }
                double value = new BigDecimal(text.replace(",", "").replace(" ", "")).doubleValue();
                if (Double.isInfinite(value)) {
                    return new Entered(Double.NaN, "not-a-number");
                }
                return domain.holds(value)
                        ? new Entered(value, "")
                        : new Entered(
                                Double.NaN,
                                switch (domain) {
                                    case ANY -> "not-a-number";
                                    case POSITIVE -> "above-0";
                                    case NOT_NEGATIVE -> "from-0";
                                    case SHARE -> "share";
                                });
            } catch (NumberFormatException _) {
                return new Entered(Double.NaN, "not-a-number");
            }
        }
    }
}

package org.whorl.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Profile;
import org.whorl.engine.model.Provenance;
import org.whorl.engine.model.Quality;
import org.whorl.engine.model.Spread;
import org.whorl.files.Written.Keyed;

/** Reads numbers, in their short form and in the long one that says where they come from. */
final class Numbers {

    /** Who says so: these keys may stand beside any number. */
    static final List<String> PROVENANCE = List.of("source", "date", "owner", "quality");

    /** The keys of a number in long form. */
    static final List<String> LONG = concat(List.of("value", "sd", "low", "high"), Times.FAMILIES, PROVENANCE);

    /** The keys of a price in long form. */
    static final List<String> PRICE = concat(LONG, List.of("price-year"));

    private static final SequencedMap<String, Quality> QUALITIES = new LinkedHashMap<>();

    static {
        for (Quality quality : Quality.values()) {
            QUALITIES.put(quality.word(), quality);
        }
    }

    private final Reading reading;

    Numbers(Reading reading) {
        this.reading = reading;
    }

    @SafeVarargs
    static List<String> concat(List<String>... lists) {
        List<String> all = new ArrayList<>();
        for (List<String> list : lists) {
            all.addAll(list);
        }
        return List.copyOf(all);
    }

    /** A number that must be there; {@code right} completes "write ...". */
    Parameter need(Fields fields, String key, String right) {
        return read(fields.need(key, "write " + right), fields.at(key), right, Provenance.UNSIGNED_GUESS, LONG);
    }

    /** A number that may be left out. */
    @Nullable
    Parameter find(Fields fields, String key, String right) {
        return fields.has(key) ? need(fields, key, right) : null;
    }

    /** A number that may be left out and then is {@code usual}. */
    Parameter find(Fields fields, String key, String right, double usual) {
        return fields.has(key) ? need(fields, key, right) : Parameter.leftOut(usual);
    }

    /** A price that may be left out. */
    @Nullable
    Parameter price(Fields fields, String key, String right) {
        return fields.has(key) ? read(fields.find(key), fields.at(key), right, Provenance.UNSIGNED_GUESS, PRICE) : null;
    }

    /** A number at a path of its own, such as one item of a list. */
    Parameter read(@Nullable Written written, String path, String right) {
        return read(written, path, right, Provenance.UNSIGNED_GUESS, LONG);
    }

    Parameter read(@Nullable Written written, String path, String right, Provenance inherited, List<String> known) {
        if (written == null) {
            return Parameter.of(1);
        }
        reading.write(path, written.line());
        if (written instanceof Keyed) {
            return read(Fields.of(reading, written, path, right, known), right, inherited);
        }
        return new Parameter(reading.number(written, path, right, 1), Spread.UNSAID, inherited, null);
    }

    /** A number in long form. */
    Parameter read(Fields fields, String right, Provenance inherited) {
        double value = reading.number(fields.need("value", "write value: and " + right), fields.at("value"), right, 1);
        Written year = fields.find("price-year");
        return new Parameter(
                value,
                spread(fields),
                provenance(fields, inherited),
                year == null ? null : reading.text(year, fields.at("price-year"), "write a year such as 2024/25"));
    }

    private Spread spread(Fields fields) {
        List<String> families =
                Times.FAMILIES.stream().filter(fields::has).distinct().toList();
        boolean range = fields.has("low") || fields.has("high");
        int given = (fields.has("sd") ? 1 : 0) + (range ? 1 : 0) + families.size();
        if (given > 1) {
            reading.wrong(
                    fields.line(),
                    fields.path(),
                    "the uncertainty is given more than once",
                    "keep one: sd, or low with high, or a distribution");
            return Spread.UNSAID;
        }
        if (fields.has("sd")) {
            return new Spread.Deviation(
                    reading.number(fields.find("sd"), fields.at("sd"), "a standard deviation such as 1.5", 0));
        }
        if (range) {
            return new Spread.Range(
                    reading.number(
                            fields.need("low", "write the lower end of the 95% interval"),
                            fields.at("low"),
                            "the lower end of the 95% interval",
                            Double.NEGATIVE_INFINITY),
                    reading.number(
                            fields.need("high", "write the upper end of the 95% interval"),
                            fields.at("high"),
                            "the upper end of the 95% interval",
                            Double.POSITIVE_INFINITY));
        }
        return families.isEmpty()
                ? Spread.UNSAID
                : new Spread.Distributed(new Times(reading).family(fields, families.getFirst()));
    }

    /** Who says so; what is not said here is said further out. */
    Provenance provenance(Fields fields, Provenance outer) {
        return new Provenance(
                word(fields, "source", outer.source()),
                word(fields, "date", outer.date()),
                word(fields, "owner", outer.owner()),
                reading.choice(fields.find("quality"), fields.at("quality"), QUALITIES, outer.quality()));
    }

    private @Nullable String word(Fields fields, String key, @Nullable String outer) {
        Written written = fields.find(key);
        return written == null
                ? outer
                : reading.text(written, fields.at(key), "write a text, or leave " + key + " out");
    }

    /** Factors by weekday or month, flat when left out. */
    Profile profile(Fields fields, String key, int length, String right) {
        Written written = fields.find(key);
        String path = fields.at(key);
        if (written == null) {
            return Profile.flat(length);
        }
        Provenance provenance = Provenance.UNSIGNED_GUESS;
        Written list = written;
        if (written instanceof Keyed) {
            Fields inner = Fields.of(reading, written, path, right, concat(List.of("value"), PROVENANCE));
            provenance = provenance(inner, provenance);
            list = inner.need("value", right);
        }
        List<Double> factors = reading.numbers(list, path, right);
        if (list instanceof Written.Many && factors.size() != length) {
            reading.wrong(list.line(), path, "there are %d numbers".formatted(factors.size()), right);
        }
        return factors.size() == length ? new Profile(factors, provenance) : Profile.flat(length);
    }
}

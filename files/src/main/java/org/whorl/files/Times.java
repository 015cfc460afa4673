package org.whorl.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Distribution;
import org.whorl.engine.model.Duration;
import org.whorl.engine.model.Duration.Family;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Provenance;
import org.whorl.files.Written.Keyed;

/** Reads distributions: of a time in days, and of what a number may be. */
final class Times {

    /** The words for the families. */
    static final List<String> FAMILIES =
            Arrays.stream(Family.values()).map(Family::word).distinct().toList();

    private static final String RIGHT = "write one such as {lognormal: {mean: 10, sd: 7.7}} or {constant: 1}";

    private final Reading reading;
    private final Numbers numbers;

    Times(Reading reading) {
        this.reading = reading;
        this.numbers = new Numbers(reading);
    }

    /** A time that may be left out. */
    @Nullable
    Duration find(Fields fields, String key) {
        Written written = fields.find(key);
        return written == null ? null : read(written, fields.at(key));
    }

    /** A time that stands at a path of its own. */
    Duration read(Written written, String path) {
        Duration standIn = Duration.of(Family.CONSTANT, 1);
        if (!(written instanceof Keyed)) {
            reading.unexpected(
                    written,
                    path,
                    "a distribution",
                    Reading.isNumber(written)
                            ? "for always the same write {constant: %s}".formatted(((Written.Text) written).text())
                            : RIGHT);
            return standIn;
        }
        Fields fields = Fields.of(reading, written, path, RIGHT, Numbers.concat(FAMILIES, Numbers.PROVENANCE));
        List<String> named = FAMILIES.stream().filter(fields::has).toList();
        Provenance provenance = numbers.provenance(fields, Provenance.UNSIGNED_GUESS);
        if (named.size() != 1) {
            reading.wrong(
                    fields.line(),
                    path,
                    named.isEmpty() ? "no distribution is named" : "more than one distribution is named",
                    named.isEmpty() ? RIGHT : "keep one of " + String.join(", ", named));
            return standIn;
        }
        return read(fields, named.getFirst(), provenance);
    }

    /** The distribution under a family's word, with bare numbers. */
    Distribution family(Fields fields, String word) {
        return read(fields, word, null).distribution();
    }

    /** Without a provenance to inherit the numbers must be bare: they already say how sure another number is. */
    private Duration read(Fields around, String word, @Nullable Provenance provenance) {
        Written written = around.find(word);
        String path = around.at(word);
        if (written == null) {
            return Duration.of(Family.CONSTANT, 1);
        }
        if (word.equals(Family.CONSTANT.word())) {
            Parameter value = number(written, path, "a number of days such as 1", provenance);
            return new Duration(Family.CONSTANT, List.of(value), List.of(), Provenance.UNSIGNED_GUESS);
        }
        if (word.equals(Family.EMPIRICAL.word())) {
            return Duration.empirical(
                    new Tables(reading).column(written, path, "days"),
                    provenance == null ? Provenance.UNSIGNED_GUESS : provenance);
        }
        List<Family> families = Arrays.stream(Family.values())
                .filter(f -> f.word().equals(word))
                .toList();
        List<String> known =
                families.stream().flatMap(f -> f.names().stream()).distinct().toList();
        Fields fields = Fields.of(
                reading,
                written,
                path,
                "write %s: {%s}"
                        .formatted(word, String.join(", ", families.getFirst().names())),
                known);
        Family family = families.getFirst();
        if (families.size() > 1 && fields.has("median")) {
            family = families.getLast();
            fields.only("median", family.names());
        }
        List<Parameter> values = new ArrayList<>();
        for (String name : family.names()) {
            String right = "the %s such as %s".formatted(name, name.equals("sd") ? "7.7" : "10");
            values.add(number(fields.need(name, "write " + right), fields.at(name), right, provenance));
        }
        return new Duration(family, values, List.of(), Provenance.UNSIGNED_GUESS);
    }

    private Parameter number(@Nullable Written written, String path, String right, @Nullable Provenance provenance) {
        return provenance == null
                ? Parameter.of(reading.number(written, path, right, 1))
                : numbers.read(written, path, right, provenance, Numbers.LONG);
    }
}

package org.whorl.files;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Capacity;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Provenance;
import org.whorl.files.Written.Keyed;
import org.whorl.files.Written.Many;
import org.whorl.files.Written.Text;

/** Reads a capacity, in any of its forms. */
final class CapacityReader {
    private static final String PLACES = "a number of places such as 46, or unlimited";

    private final Reading reading;
    private final Numbers numbers;

    CapacityReader(Reading reading) {
        this.reading = reading;
        this.numbers = new Numbers(reading);
    }

    /** The capacity of a service, which must say one: a forgotten number must not become a service without limit. */
    Capacity read(Fields service) {
        Written written = service.need("capacity", "write " + PLACES);
        String path = service.at("capacity");
        return switch (written) {
            case null -> new Capacity.Unlimited();
            case Text text when text.text().equals("unlimited") -> new Capacity.Unlimited();
            case Text _ -> constant(Capacity.Unit.PLACES, numbers.read(written, path, PLACES));
            case Many steps -> calendar(steps, path);
            case Keyed _ -> {
                Fields fields = Fields.of(
                        reading,
                        written,
                        path,
                        PLACES,
                        Numbers.concat(List.of("every", "places", "visits"), Numbers.LONG));
                if (fields.has("every") || fields.has("places")) {
                    yield cycle(fields);
                }
                if (fields.has("visits")) {
                    fields.only("visits", List.of("visits"));
                    yield constant(
                            Capacity.Unit.VISITS,
                            numbers.need(fields, "visits", "a number of visits a day such as 2900"));
                }
                yield constant(Capacity.Unit.PLACES, numbers.read(fields, PLACES, Provenance.UNSIGNED_GUESS));
            }
        };
    }

    private static Capacity constant(Capacity.Unit unit, Parameter amount) {
        return new Capacity.Calendar(unit, List.of(new Capacity.Step(null, amount)));
    }

    private Capacity calendar(Many written, String path) {
        if (written.items().isEmpty()) {
            reading.wrong(
                    written.line(), path, "the list is empty", "write at least one {from: 2026-10-01, places: 50}");
            return new Capacity.Unlimited();
        }
        List<Capacity.Step> steps = new ArrayList<>();
        Capacity.Unit unit = Capacity.Unit.PLACES;
        for (Written item : written.items()) {
            String where = path + "[" + steps.size() + "]";
            reading.write(where, item.line());
            Fields fields = Fields.of(
                    reading, item, where, "write {from: 2026-10-01, places: 50}", List.of("from", "places", "visits"));
            Capacity.Unit counted = fields.has("visits") ? Capacity.Unit.VISITS : Capacity.Unit.PLACES;
            if (counted == Capacity.Unit.VISITS) {
                fields.only("visits", List.of("from", "visits"));
            }
            if (steps.isEmpty()) {
                unit = counted;
            } else if (unit != counted) {
                reading.mismatch(
                        item.line(), where, "places and visits are mixed", "count either places or visits throughout");
            }
            Written from = fields.find("from");
            @Nullable LocalDate date = from == null ? null : reading.date(from, fields.at("from"));
            steps.add(new Capacity.Step(
                    date,
                    counted == Capacity.Unit.VISITS
                            ? numbers.need(fields, "visits", "a number of visits a day such as 2900")
                            : numbers.need(fields, "places", "a number of places such as 50")));
        }
        return new Capacity.Calendar(unit, steps);
    }

    private Capacity cycle(Fields fields) {
        Capacity.Unit unit = fields.has("visits") ? Capacity.Unit.VISITS : Capacity.Unit.PLACES;
        String key = unit == Capacity.Unit.VISITS ? "visits" : "places";
        String right = "write {every: 7, places: [46, 46, 46, 46, 46, 40, 40]}";
        fields.only("every", List.of("every", key));
        int every = reading.whole(fields.need("every", right), fields.at("every"), "a number of days such as 7", 0);
        List<Parameter> amounts = new ArrayList<>();
        Written list = fields.need(key, right);
        for (Written item : reading.items(list, fields.at(key), right)) {
            amounts.add(
                    numbers.read(item, fields.at(key) + "[" + amounts.size() + "]", "a number of places such as 46"));
        }
        if (list instanceof Many && every != amounts.size() && fields.has("every")) {
            reading.mismatch(
                    list.line(),
                    fields.path(),
                    "every is %d but there are %d numbers".formatted(every, amounts.size()),
                    "write one number for each day of the pattern");
        }
        return amounts.isEmpty() ? new Capacity.Unlimited() : new Capacity.Cycle(unit, amounts);
    }
}

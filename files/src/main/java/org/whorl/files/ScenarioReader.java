package org.whorl.files;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.model.Scenario.Change;
import org.whorl.engine.model.Scenario.Operation;
import org.whorl.files.Written.Entry;
import org.whorl.files.Written.Many;

/** Reads scenarios. */
final class ScenarioReader {
    private static final String RIGHT = "write {services.d2a.capacity: {times: 0.95, from: 2026-07-01}}";

    private final Reading reading;
    private final Numbers numbers;

    ScenarioReader(Reading reading) {
        this.reading = reading;
        this.numbers = new Numbers(reading);
    }

    List<Scenario> read(@Nullable Written written) {
        return List.copyOf(reading.named(written, "scenarios", "write cut: {change: ...}", this::scenario)
                .values());
    }

    private Scenario scenario(Written written, String path) {
        String id = path.substring("scenarios.".length());
        Fields fields = Fields.of(reading, written, path, "write {change: ...}", List.of("name", "change"));
        List<Change> changes = new ArrayList<>();
        Written change = fields.need("change", RIGHT);
        if (change instanceof Many many) {
            for (Written item : many.items()) {
                changes(item, fields.at("change"), changes);
            }
        } else if (change != null) {
            changes(change, fields.at("change"), changes);
        }
        return new Scenario(id, ModelReader.name(reading, fields, id), changes);
    }

    /** Every change has its place in {@code change[i]}, in the order written, whether in one block or in many. */
    private void changes(Written written, String path, List<Change> changes) {
        // A path of the model is a key here, and may come again in another block of the same scenario.
        for (Entry entry : reading.entries(written, path + "[" + changes.size() + "]", RIGHT)) {
            String where = path + "[" + changes.size() + "]";
            reading.write(where, entry.line());
            Change change = change(entry, where);
            if (change != null) {
                changes.add(change);
            }
        }
    }

    private @Nullable Change change(Entry entry, String where) {
        Fields fields = Fields.of(
                reading,
                entry.value(),
                where,
                "write {times: 0.95}, {add: 50} or {set: 46}",
                List.of("times", "add", "set", "from", "until"));
        List<Operation> operations = new ArrayList<>();
        for (Operation operation : Operation.values()) {
            if (fields.has(word(operation))) {
                operations.add(operation);
            }
        }
        @Nullable LocalDate from = date(fields, "from");
        @Nullable LocalDate until = date(fields, "until");
        if (operations.size() != 1) {
            reading.wrong(
                    entry.line(),
                    where,
                    operations.isEmpty()
                            ? "it is not said what to do with %s".formatted(entry.key())
                            : "more than one thing is done to %s at once".formatted(entry.key()),
                    "write one of times, add or set");
            return null;
        }
        Operation operation = operations.getFirst();
        String key = word(operation);
        if (operation == Operation.SET && fields.find(key) instanceof Many factors) {
            return new Change(
                    entry.key(),
                    operation,
                    Parameter.of(0),
                    reading.numbers(factors, fields.at(key), "write numbers"),
                    from,
                    until);
        }
        return new Change(
                entry.key(),
                operation,
                numbers.need(
                        fields, key, operation == Operation.TIMES ? "a factor such as 0.95" : "a number such as 50"),
                List.of(),
                from,
                until);
    }

    private @Nullable LocalDate date(Fields fields, String key) {
        Written written = fields.find(key);
        return written == null ? null : reading.date(written, fields.at(key));
    }

    static String word(Operation operation) {
        return switch (operation) {
            case TIMES -> "times";
            case ADD -> "add";
            case SET -> "set";
        };
    }
}

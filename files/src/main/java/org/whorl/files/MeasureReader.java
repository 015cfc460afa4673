package org.whorl.files;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Measure.CensusDay;
import org.whorl.engine.model.Measure.Count;

/** Reads measures. */
final class MeasureReader {
    private static final SequencedMap<String, Count> COUNTS = new LinkedHashMap<>();

    static {
        COUNTS.put("waiting", Count.WAITING);
        COUNTS.put("in-place", Count.IN_PLACE);
        COUNTS.put("blocked", Count.BLOCKED);
    }

    static String word(Count count) {
        return COUNTS.entrySet().stream()
                .filter(e -> e.getValue() == count)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private final Reading reading;

    MeasureReader(Reading reading) {
        this.reading = reading;
    }

    List<Measure> read(@Nullable Written written) {
        return List.copyOf(reading.named(written, "measures", "write delayed: {count: waiting}", this::measure)
                .values());
    }

    private Measure measure(Written written, String path) {
        String id = path.substring("measures.".length());
        Fields fields = Fields.of(
                reading,
                written,
                path,
                "write {count: waiting, in: acute}",
                List.of("name", "count", "in", "for", "where", "longer-than", "on", "crisis"));
        Written crisis = fields.find("crisis");
        return new Measure(
                id,
                ModelReader.name(reading, fields, id),
                reading.choice(
                        fields.need("count", "write waiting, in-place or blocked"),
                        fields.at("count"),
                        COUNTS,
                        Count.WAITING),
                reading.texts(
                        fields.find("in"), fields.at("in"), "write a service, outside or home, or a list of them"),
                reading.texts(fields.find("for"), fields.at("for"), "write a service, or a list of them"),
                reading.named(
                        fields.find("where"),
                        fields.at("where"),
                        "write {residence: council}",
                        (value, where) -> reading.text(value, where, "write a tag's value")),
                reading.number(fields.find("longer-than"), fields.at("longer-than"), "a number of days such as 2", 0),
                on(fields),
                crisis == null
                        ? null
                        : reading.number(crisis, fields.at("crisis"), "a number of people such as 60", 0));
    }

    private @Nullable CensusDay on(Fields around) {
        Written written = around.find("on");
        if (written == null) {
            return null;
        }
        String right = "write {week: 3, weekday: 3} for the third Wednesday";
        Fields fields = Fields.of(reading, written, around.at("on"), right, List.of("week", "weekday"));
        return new CensusDay(
                reading.whole(fields.need("week", right), fields.at("week"), "a week from 1 to 5", 1),
                reading.whole(
                        fields.need("weekday", right), fields.at("weekday"), "a weekday from 1 (Monday) to 7", 1));
    }
}

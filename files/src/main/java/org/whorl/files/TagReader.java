package org.whorl.files;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Need;
import org.whorl.engine.model.Origin;
import org.whorl.engine.model.Population;
import org.whorl.engine.need.Fifths;
import org.whorl.files.Written.Keyed;

/** Reads what people carry: a word, words with their shares, or the fifths of those who have the need they come from. */
final class TagReader {
    private static final String FROM_NEED = "from-need";
    private static final String RIGHT = "write a word, or shares such as {north: 0.4, south: 0.6}";

    private final Reading reading;
    private final @Nullable Population population;
    private final List<Need> needs;

    TagReader(Reading reading, @Nullable Population population, List<Need> needs) {
        this.reading = reading;
        this.population = population;
        this.needs = needs;
    }

    SequencedMap<String, SequencedMap<String, Double>> read(Fields fields, @Nullable Origin origin) {
        return reading.named(
                fields.find("tags"),
                fields.at("tags"),
                "write {residence: council}",
                (written, path) -> tag(written, path, origin));
    }

    private SequencedMap<String, Double> tag(Written written, String path, @Nullable Origin origin) {
        if (written instanceof Keyed keyed) {
            if (keyed.entries().stream().anyMatch(e -> e.key().equals(FROM_NEED))) {
                String right = "write {from-need: 65}, the age from which people count";
                Fields fields = Fields.of(reading, written, path, right, List.of(FROM_NEED));
                int from = reading.whole(fields.find(FROM_NEED), fields.at(FROM_NEED), "an age such as 65", 0);
                return fifths(written, path, origin, from);
            }
            return reading.named(
                    written,
                    path,
                    "write {north: 0.4, south: 0.6}",
                    (share, where) -> reading.number(share, where, "a share from 0 to 1", 1));
        }
        String word = reading.text(written, path, RIGHT);
        if (word.equals(FROM_NEED)) {
            return fifths(written, path, origin, 0);
        }
        return one(word);
    }

    private static SequencedMap<String, Double> one(String word) {
        SequencedMap<String, Double> one = new LinkedHashMap<>();
        one.put(word, 1.0);
        return one;
    }

    private SequencedMap<String, Double> fifths(Written written, String path, @Nullable Origin origin, int from) {
        Optional<Need> need = needs.stream()
                .filter(n -> origin != null && n.id().equals(origin.need()))
                .findFirst();
        if (population == null || origin == null || need.isEmpty()) {
            reading.mismatch(
                    written.line(),
                    path,
                    "nobody says which people's fifths these are",
                    "give the model population: and needs:, and this stream need: one of them; or write shares");
            return one(FROM_NEED);
        }
        return Fifths.shares(population, need.get(), origin.area(), from).orElseGet(() -> {
            reading.mismatch(
                    written.line(), path, "nobody of these ages has this need there", "write a lower age, or shares");
            return one(FROM_NEED);
        });
    }
}

package org.whorl.files;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Programme;

/** Reads what is done beforehand so that fewer people come. */
final class ProgrammeReader {
    private static final String EFFECTS = "write effects: {falls: {ratio: 0.77}}";

    private final Reading reading;
    private final Numbers numbers;

    ProgrammeReader(Reading reading) {
        this.reading = reading;
        this.numbers = new Numbers(reading);
    }

    List<Programme> read(@Nullable Written written) {
        return List.copyOf(
                reading.named(written, "programmes", "write exercise: {reach: 0, effects: ...}", this::programme)
                        .values());
    }

    private Programme programme(Written written, String path) {
        String id = path.substring("programmes.".length());
        Fields fields = Fields.of(
                reading,
                written,
                path,
                EFFECTS,
                List.of("name", "reach", "adherence", "lag", "build-up", "fade", "effects"));
        String share = "a share from 0 to 1";
        return new Programme(
                id,
                ModelReader.name(reading, fields, id),
                numbers.find(fields, "reach", share, 0),
                numbers.find(fields, "adherence", share, 1),
                numbers.find(fields, "lag", "days, such as 90", 0),
                numbers.find(fields, "build-up", "days, such as 180", 0),
                numbers.find(fields, "fade", "a rate a day, such as 0.001", 0),
                reading.named(fields.need("effects", EFFECTS), fields.at("effects"), EFFECTS, this::effect));
    }

    private Programme.Effect effect(Written written, String path) {
        Fields fields = Fields.of(reading, written, path, "write {ratio: 0.77}", List.of("ratio", "of"));
        Written ratio = fields.need("ratio", "write how many times as often they still come, such as 0.77");
        return new Programme.Effect(
                ratio == null
                        ? Parameter.leftOut(1)
                        : numbers.read(ratio, fields.at("ratio"), "how many times as often, such as 0.77"),
                numbers.find(fields, "of", "a share from 0 to 1", 1));
    }
}

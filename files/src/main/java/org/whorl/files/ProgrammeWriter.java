package org.whorl.files;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Programme;

/** Writes what is done beforehand so that fewer people come. */
final class ProgrammeWriter {
    private final NumberWriter numbers;

    ProgrammeWriter(NumberWriter numbers) {
        this.numbers = numbers;
    }

    void write(Model model, Yaml yaml) throws IOException {
        yaml.open(0, "programmes", !model.programmes().isEmpty());
        for (Programme programme : model.programmes()) {
            SequencedMap<String, String> fields = ModelWriter.named(programme.id(), programme.name());
            numbers.ifWritten(fields, "reach", programme.reach());
            numbers.ifWritten(fields, "adherence", programme.adherence());
            numbers.ifWritten(fields, "lag", programme.lag());
            numbers.ifWritten(fields, "build-up", programme.buildUp());
            numbers.ifWritten(fields, "fade", programme.fade());
            SequencedMap<String, String> effects = new LinkedHashMap<>();
            for (Map.Entry<String, Programme.Effect> effect :
                    programme.effects().entrySet()) {
                SequencedMap<String, String> parts = new LinkedHashMap<>();
                parts.put("ratio", numbers.of(effect.getValue().ratio()));
                numbers.ifWritten(parts, "of", effect.getValue().of());
                effects.put(effect.getKey(), Yaml.flow(parts));
            }
            fields.put("effects", Yaml.flow(effects));
            yaml.block(1, programme.id(), fields);
        }
    }
}

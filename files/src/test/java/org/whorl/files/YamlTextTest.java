package org.whorl.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlTextTest {

    @Test
    void aCharacterOfTwoUnitsMayStandAnywhere(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("model.yaml");
        for (int before = 980; before < 1060; before++) {
            String name = "a".repeat(before) + "\uD83C\uDFE1";
            Files.writeString(file, """
                    whorl: 1
                    name: "%s"
                    time: {start: 2026-04-01, days: 30}
                    partners: {council: {kind: council}}
                    arrivals: {ready: {to: team, rate: 1}}
                    services:
                      team: {partner: council, capacity: 4, length-of-stay: {exponential: {mean: 2}}}
                    """.formatted(name));

            assertThat(ModelFolder.read(folder).orThrow().name().en()).isEqualTo(name);
        }
    }
}

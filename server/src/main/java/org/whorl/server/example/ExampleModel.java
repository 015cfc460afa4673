package org.whorl.server.example;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.whorl.server.models.Folder;

/** The example partnership's model: the folder that the command line's first command runs. */
@Component
class ExampleModel {

    private static final String[] FILES = {"model.yaml", "observed.csv"};

    UUID id() {
        return UUID.nameUUIDFromBytes("ctm/model/home-from-hospital".getBytes(StandardCharsets.UTF_8));
    }

    Folder folder() {
        Map<String, String> files = new TreeMap<>();
        for (String name : FILES) {
            try {
                files.put(
                        name,
                        new ClassPathResource(name, ExampleModel.class).getContentAsString(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Folder.of(files);
    }
}

package org.whorl.cluster;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.load.ParameterDraws;
import org.whorl.engine.model.Model;
import org.whorl.files.ModelFolder;

/**
 * A place to play: its model, as the folder of text that every machine can read, and the scenarios to compare. A model is
 * read, and its numbers are prepared for drawing, once on each machine.
 */
final class Place implements Serializable {
    private static final long serialVersionUID = 1;

    private final String id;
    private final LinkedHashMap<String, String> files;
    private final ArrayList<String> scenarios;
    private final int draws;
    private final long seed;

    private transient @Nullable Model model;
    private transient @Nullable ParameterDraws drawing;

    private Place(String id, Map<String, String> files, List<String> scenarios, int draws, long seed) {
        this.id = id;
        this.files = new LinkedHashMap<>(files);
        this.scenarios = new ArrayList<>(scenarios);
        this.draws = draws;
        this.seed = seed;
    }

    /**
     * A place with this model.
     *
     * @param scenarios ids, without base
     * @param draws of its numbers
     * @param seed of the draws
     */
    static Place of(String id, Model model, List<String> scenarios, int draws, long seed) throws IOException {
        Place place = new Place(id, written(model), scenarios, draws, seed);
        if (!place.asItStands().equals(model)) {
            throw new IllegalStateException(
                    "The model of %s is not the same when it is written and read".formatted(id));
        }
        return place;
    }

    String id() {
        return id;
    }

    List<String> scenarios() {
        return Collections.unmodifiableList(scenarios);
    }

    /** The model's files, by their path in its folder. */
    SequencedMap<String, String> files() {
        return Collections.unmodifiableSequencedMap(files);
    }

    /** The model as it stands for draw 0, otherwise that draw of its numbers. */
    synchronized Model drawn(int draw) {
        if (draw == 0) {
            return asItStands();
        }
        if (drawing == null) {
            drawing = new ParameterDraws(asItStands(), draws, seed);
        }
        return drawing.draw(draw - 1);
    }

    synchronized Model asItStands() {
        if (model == null) {
            model = read(files);
        }
        return model;
    }

    private static Map<String, String> written(Model model) throws IOException {
        Path scratch = Files.createTempDirectory("whorl-place");
        try {
            Path folder = scratch.resolve("model");
            ModelFolder.write(model, folder);
            Map<String, String> files = new LinkedHashMap<>();
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
                    files.put(folder.relativize(path).toString(), Files.readString(path));
                }
            }
            return files;
        } finally {
            delete(scratch);
        }
    }

    private static Model read(Map<String, String> files) {
        try {
            Path scratch = Files.createTempDirectory("whorl-place");
            try {
                for (Map.Entry<String, String> file : files.entrySet()) {
                    Path path = scratch.resolve(file.getKey());
                    Files.createDirectories(path.resolveSibling(""));
                    Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
                }
                return ModelFolder.read(scratch).orThrow();
            } finally {
                delete(scratch);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

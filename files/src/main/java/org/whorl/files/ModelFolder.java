package org.whorl.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Check;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Problem;

/** A model as people keep it: a folder with {@code model.yaml} and the tables it points to. */
public final class ModelFolder {

    /** The file every model folder has. */
    public static final String MODEL = "model.yaml";

    /** The sections others refer to: while one cannot be read, every check of the rest would be noise. */
    private static final List<String> BACKBONE = List.of("time", "partners", "exits", "arrivals", "services");

    private ModelFolder() {}

    /**
     * Reads a model and checks that it holds together. Every fault there is comes back at once.
     *
     * @param folderOrFile the folder, or the YAML file in it
     */
    public static Read read(Path folderOrFile) {
        return read(folderOrFile, List.of());
    }

    /**
     * Reads a model and the questions that are put to it, each a YAML file with {@code scenarios} to add to the model's
     * own and, if the question needs other days, {@code time} to play instead of the model's.
     *
     * @param folderOrFile the folder, or the YAML file in it
     * @param questions the files with questions, in the order in which they are added
     */
    public static Read read(Path folderOrFile, List<Path> questions) {
        Faults faults = new Faults();
        Model model = read(folderOrFile, faults);
        for (Path question : questions) {
            model = model == null ? null : asked(model, question, faults);
        }
        if (model != null && BACKBONE.stream().noneMatch(faults::at)) {
            for (Problem problem : Check.of(model)) {
                if (!faults.touch(problem.path())) {
                    faults.at(problem.path(), problem.wrong(), problem.right());
                }
            }
        }
        return model != null && faults.none() ? new Read.Good(model, faults.places()) : new Read.Bad(faults.inOrder());
    }

    /**
     * Writes a model as a folder of its own, which appears whole or not at all. Reading it back gives an equal model, if
     * the model holds together.
     *
     * @param folder a folder that does not exist yet, or is empty
     * @throws FileAlreadyExistsException if there is something in the folder
     * @throws IOException if it cannot be written
     */
    public static void write(Model model, Path folder) throws IOException {
        write(model, folder, _ -> {});
    }

    /** What lies in a folder beside the model. */
    interface Beside {
        void write(OutputFolder out) throws IOException;
    }

    static void write(Model model, Path folder, Beside beside) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    throw new FileAlreadyExistsException(folder.toString(), null, "the folder is not empty");
                }
            }
        }
        try (OutputFolder out = OutputFolder.open(folder)) {
            beside.write(out);
            new ModelWriter(model, out).write();
            out.publish();
        }
    }

    /** The JSON Schema of {@code model.yaml}, which editors can use while someone writes. */
    public static String schema() {
        try (InputStream in = Objects.requireNonNull(ModelFolder.class.getResourceAsStream("model.schema.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The model as written, whether it holds together or not; null when there is none to speak of. */
    static @Nullable Model read(Path folderOrFile, Faults faults) {
        if (!Files.exists(folderOrFile)) {
            faults.add(
                    folderOrFile.toString(),
                    0,
                    "",
                    "there is no such file or folder",
                    "name a folder that holds model.yaml");
            return null;
        }
        Path file = Files.isDirectory(folderOrFile) ? folderOrFile.resolve(MODEL) : folderOrFile;
        if (!Files.exists(file)) {
            faults.add(folderOrFile.toString(), 0, "", "there is no model.yaml in this folder", "write one");
            return null;
        }
        Path folder = file.toAbsolutePath().normalize().getParent();
        String name = file.getFileName().toString();
        if (folder == null) {
            throw new IllegalStateException("A file lies in a folder");
        }
        return switch (TextFile.read(file)) {
            case TextFile.Content(String text) -> model(new Reading(folder, name, faults), name, text);
            case TextFile.Refused(int line, String wrong, String right) -> {
                faults.add(name, line, "", wrong, right);
                yield null;
            }
        };
    }

    /** The model with a file's questions put to it. */
    private static Model asked(Model model, Path question, Faults faults) {
        String name = question.toString();
        Path folder = Objects.requireNonNull(question.toAbsolutePath().getParent());
        return switch (TextFile.read(question)) {
            case TextFile.Content(String text) -> {
                Written root = YamlText.parse(name, text, faults);
                yield root == null ? model : new ModelReader(new Reading(folder, name, faults)).asked(model, root);
            }
            case TextFile.Refused(int line, String wrong, String right) -> {
                faults.add(name, line, "", wrong, right);
                yield model;
            }
        };
    }

    static @Nullable Model model(Reading reading, String file, String text) {
        Written root = YamlText.parse(file, text, reading.faults());
        return root == null ? null : new ModelReader(reading).read(root);
    }
}

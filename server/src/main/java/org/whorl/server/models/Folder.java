package org.whorl.server.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.whorl.engine.model.Model;
import org.whorl.files.ModelFolder;
import org.whorl.files.Read;

/**
 * A model as its people keep it: {@code model.yaml} and the tables beside it, as text.
 *
 * @param files by name; names are plain, without folders
 */
public record Folder(SequencedMap<String, String> files) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    /** So much text makes a model of many places; what is larger is data, not a model. */
    static final int MOST_CHARACTERS = 20_000_000;

    /** Keeps the files in the order of their names; refuses a name that could lead anywhere else. */
    public Folder {
        for (String name : files.keySet()) {
            if (!isName(name)) {
                throw new IllegalArgumentException("not the name of a file in a model folder: " + name);
            }
        }
        files = Collections.unmodifiableSequencedMap(new TreeMap<>(files));
    }

    /** Folder of these files. */
    public static Folder of(Map<String, String> files) {
        return new Folder(new TreeMap<>(files));
    }

    /** Can a file in a model folder be called that? */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** {@code model.yaml}. */
    public String model() {
        return files.getOrDefault(ModelFolder.MODEL, "");
    }

    /** The folder with another text in one of its files. */
    public Folder with(String name, String text) {
        Map<String, String> changed = new TreeMap<>(files);
        changed.put(name, text);
        return of(changed);
    }

    /** The model these files hold, or everything that is wrong with them. */
    public Read read() {
        try {
            Path folder = Files.createTempDirectory("whorl-model");
            try {
                for (Map.Entry<String, String> file : files.entrySet()) {
                    Files.writeString(folder.resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8);
                }
                return ModelFolder.read(folder);
            } finally {
                forget(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The folder of a model, as it is written from its numbers.
     *
     * @param model one that holds together
     */
    public static Folder of(Model model) {
        try {
            Path folder = Files.createTempDirectory("whorl-model");
            try {
                ModelFolder.write(model, folder);
                Map<String, String> files = new TreeMap<>();
                try (Stream<Path> all = Files.list(folder)) {
                    for (Path file : all.toList()) {
                        files.put(String.valueOf(file.getFileName()), Files.readString(file, StandardCharsets.UTF_8));
                    }
                }
                return of(files);
            } finally {
                forget(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of it in one packed file, in a folder of that name; the same folder gives the same bytes. */
    public byte[] packed(String name) {
        return Zipped.pack(name, this);
    }

    private static void forget(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

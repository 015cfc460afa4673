package org.whorl.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Spelling;
import org.whorl.files.Written.Entry;
import org.whorl.files.Written.Keyed;

/**
 * A block whose keys the format fixes. An unknown key is a fault that names the nearest known one, and is then read as
 * that one, so that a slip of the finger gives one message and not five.
 */
final class Fields {
    private final Reading reading;
    private final String path;
    private final int line;
    private final boolean readable;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private Fields(Reading reading, String path, int line, boolean readable) {
        this.reading = reading;
        this.path = path;
        this.line = line;
        this.readable = readable;
    }

    /**
     * Reads a block.
     *
     * @param written what stands there
     * @param path where it stands
     * @param right what would be right if it is no block
     * @param known the keys it may have
     */
    static Fields of(Reading reading, Written written, String path, String right, List<String> known) {
        Fields fields = new Fields(reading, path, reading.faults().place(path).line(), written instanceof Keyed);
        List<Entry> all = reading.entries(written, path, right);
        List<String> free = new ArrayList<>(known);
        all.forEach(e -> free.remove(e.key()));
        for (Entry entry : all) {
            if (known.contains(entry.key())) {
                fields.entries.put(entry.key(), entry);
            } else {
                fields.unknown(entry, known, free);
            }
        }
        return fields;
    }

    private void unknown(Entry entry, List<String> known, List<String> free) {
        Optional<String> meant = Spelling.nearest(entry.key(), known);
        String right = meant.map(m -> "did you mean " + m + "?")
                .orElse(
                        entry.key().matches("\\d{3}") && entry.value().isNothing()
                                ? "write numbers without a comma inside"
                                : "what may stand here: " + String.join(", ", known));
        reading.wrong(entry.line(), at(entry.key()), "the key %s is not known".formatted(entry.key()), right);
        if (meant.isPresent() && free.contains(meant.get()) && entry.key().length() > 4) {
            entries.put(meant.get(), entry);
            reading.write(at(meant.get()), entry.line());
        }
    }

    /** The path of one of its keys. */
    String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    String path() {
        return path;
    }

    int line() {
        return line;
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    /** What stands under a key, if it is there. */
    @Nullable
    Written find(String key) {
        Entry entry = entries.get(key);
        return entry == null ? null : entry.value();
    }

    /** What stands under a key; a fault if it is not there. */
    @Nullable
    Written need(String key, String right) {
        Written found = find(key);
        if (found == null && readable) {
            reading.wrong(line, at(key), "%s is missing".formatted(key), right);
        }
        return found;
    }

    /** A fault for each key that is there but does not belong with the others. */
    void only(String with, List<String> belong) {
        entries.values().forEach(entry -> {
            if (!belong.contains(entry.key())) {
                reading.wrong(
                        entry.line(),
                        at(entry.key()),
                        "%s does not belong with %s".formatted(entry.key(), with),
                        "leave out one of them");
            }
        });
    }
}

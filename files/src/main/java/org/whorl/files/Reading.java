package org.whorl.files;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Spelling;
import org.whorl.files.Written.Entry;
import org.whorl.files.Written.Keyed;
import org.whorl.files.Written.Many;
import org.whorl.files.Written.Text;

/**
 * One file being read: what every section needs to turn what is written into words, dates, numbers and lists. Whatever
 * cannot be read leaves a fault and gives a harmless stand-in, so that all faults are found in one go.
 */
final class Reading {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d+,\\d+");
    private static final Pattern PER_CENT = Pattern.compile("(\\d+(\\.\\d+)?) ?%");
    private static final Pattern NOT_FINITE = Pattern.compile("[+-]?\\.?(nan|inf|infinity)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Path folder;
    private final String file;
    private final Faults faults;

    Reading(Path folder, String file, Faults faults) {
        this.folder = folder;
        this.file = file;
        this.faults = faults;
    }

    Path folder() {
        return folder;
    }

    Faults faults() {
        return faults;
    }

    /** Remembers on which line a path is written. */
    void write(String path, int line) {
        faults.write(path, file, line);
    }

    void wrong(int line, String path, String wrong, String right) {
        faults.ofShape(file, line, path, wrong, right);
    }

    /** Wrong in a way no schema can see. */
    void mismatch(int line, String path, String wrong, String right) {
        faults.add(file, line, path, wrong, right);
    }

    /** Something else stands where {@code right} is expected. */
    void unexpected(Written written, String path, String expected, String right) {
        wrong(
                written.line(),
                path,
                written.isNothing()
                        ? "nothing is written here"
                        : written.words()
                                + (written instanceof Text ? " is not " : " stands where this is expected: ")
                                + expected,
                right);
    }

    /** A word or sentence. */
    String text(@Nullable Written written, String path, String right) {
        if (written == null) {
            return "";
        }
        if (written instanceof Text text && !text.isNothing()) {
            return text.text();
        }
        unexpected(written, path, "a text", right);
        return "";
    }

    /** One of a few words. */
    <T> T choice(@Nullable Written written, String path, SequencedMap<String, T> choices, T standIn) {
        if (written == null) {
            return standIn;
        }
        String right = "write " + either(List.copyOf(choices.keySet()));
        if (written instanceof Text text && !text.isNothing()) {
            String word = text.text();
            T choice = choices.get(word);
            if (choice != null) {
                return choice;
            }
            Optional<String> nearest = Spelling.nearest(word, choices.keySet());
            wrong(
                    text.line(),
                    path,
                    written.words() + " is not one of the words known here",
                    nearest.map(n -> "did you mean " + n + "?").orElse(right));
            return standIn;
        }
        unexpected(written, path, "a word", right);
        return standIn;
    }

    static String either(List<String> words) {
        return words.size() == 1
                ? words.getFirst()
                : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
    }

    /** A day. */
    LocalDate date(@Nullable Written written, String path) {
        String right = "write a day as year-month-day, such as 2026-04-01";
        if (written == null) {
            return LocalDate.EPOCH;
        }
        if (!(written instanceof Text text) || text.isNothing()) {
            unexpected(written, path, "a date", right);
        } else if (!DATE.matcher(text.text()).matches()) {
            wrong(text.line(), path, text.words() + " is not a date", right);
        } else {
            try {
                return LocalDate.parse(text.text());
            } catch (DateTimeException _) {
                wrong(text.line(), path, text.words() + " is not a day of the calendar", right);
            }
        }
        return LocalDate.EPOCH;
    }

    /** A bare number, finite. */
    double number(@Nullable Written written, String path, String right, double standIn) {
        if (written == null) {
            return standIn;
        }
        if (!(written instanceof Text text) || text.isNothing()) {
            unexpected(written, path, "a number", "write " + right);
            return standIn;
        }
        if (text.plain() && NUMBER.matcher(text.text()).matches()) {
            double number = Double.parseDouble(text.text());
            if (Double.isFinite(number)) {
                return number;
            }
            wrong(text.line(), path, text.text() + " is too large a number", "write " + right);
        } else {
            wrong(text.line(), path, text.words() + " is not a number", numberMeant(text, right));
        }
        return standIn;
    }

    private static String numberMeant(Text text, String right) {
        String written = text.text().strip();
        if (NUMBER.matcher(written).matches()) {
            return "write %s without quotes".formatted(written);
        }
        if (THOUSANDS.matcher(written).matches()) {
            return "write %s without a comma".formatted(written.replace(",", ""));
        }
        if (DECIMAL_COMMA.matcher(written).matches()) {
            return "write %s with a point".formatted(written.replace(',', '.'));
        }
        if (PER_CENT.matcher(written).matches()) {
            double share = Double.parseDouble(written.replace("%", "").strip()) / 100;
            return "write %s".formatted(share);
        }
        if (NOT_FINITE.matcher(written).matches()) {
            return "every number must be finite: write " + right;
        }
        return "write " + right;
    }

    /** A number that may lie in a table too, where there are no quotes. */
    static OptionalDouble parse(String text) {
        return NUMBER.matcher(text).matches() ? OptionalDouble.of(Double.parseDouble(text)) : OptionalDouble.empty();
    }

    /** Whether this is written as a number. */
    static boolean isNumber(Written written) {
        return written instanceof Text text
                && text.plain()
                && NUMBER.matcher(text.text()).matches();
    }

    /** A bare whole number of a size that fits. */
    int whole(@Nullable Written written, String path, String right, int standIn) {
        if (written == null) {
            return standIn;
        }
        double number = number(written, path, right, standIn);
        if (number != Math.rint(number)) {
            wrong(written.line(), path, written.words() + " is not a whole number", "write " + right);
            return standIn;
        }
        if (Math.abs(number) > 1e9) {
            wrong(written.line(), path, written.words() + " is too large a number", "write " + right);
            return standIn;
        }
        return (int) number;
    }

    /** The items of a list. */
    List<Written> items(@Nullable Written written, String path, String right) {
        if (written == null) {
            return List.of();
        }
        if (written instanceof Many many) {
            return many.items();
        }
        unexpected(written, path, "a list", right);
        return List.of();
    }

    /** A list of bare numbers. */
    List<Double> numbers(@Nullable Written written, String path, String right) {
        List<Double> numbers = new ArrayList<>();
        for (Written item : items(written, path, right)) {
            numbers.add(number(item, path + "[" + numbers.size() + "]", "a number such as 1", 1));
        }
        return numbers;
    }

    /** One text, or a list of them. */
    List<String> texts(@Nullable Written written, String path, String right) {
        if (written instanceof Many many) {
            List<String> texts = new ArrayList<>();
            for (Written item : many.items()) {
                texts.add(text(item, path + "[" + texts.size() + "]", right));
            }
            return texts;
        }
        return written == null ? List.of() : List.of(text(written, path, right));
    }

    /** A block whose keys are names the model gives, each read by {@code each} with its own path. */
    <T> SequencedMap<String, T> named(
            @Nullable Written written, String path, String right, BiFunction<Written, String, T> each) {
        SequencedMap<String, T> read = new LinkedHashMap<>();
        for (Entry entry : entries(written, path, right)) {
            read.put(entry.key(), each.apply(entry.value(), path + "." + entry.key()));
        }
        return read;
    }

    /** The entries of a block, each key once. */
    List<Entry> entries(@Nullable Written written, String path, String right) {
        if (written == null) {
            return List.of();
        }
        if (!(written instanceof Keyed keyed)) {
            unexpected(written, path, "a block of keys", right);
            return List.of();
        }
        SequencedMap<String, Entry> once = new LinkedHashMap<>();
        for (Entry entry : keyed.entries()) {
            String where = path.isEmpty() ? entry.key() : path + "." + entry.key();
            Entry first = once.putIfAbsent(entry.key(), entry);
            if (first != null) {
                mismatch(
                        entry.line(),
                        where,
                        "%s is written twice, first on line %d".formatted(entry.key(), first.line()),
                        "keep one");
            } else {
                write(where, entry.line());
            }
        }
        return List.copyOf(once.values());
    }
}

package org.whorl.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.evidence.Design;
import org.whorl.engine.evidence.Effect;
import org.whorl.engine.evidence.Effects;
import org.whorl.engine.model.Name;

/** Reads a table of effects: one line each, by the columns of the table that comes with Whorl. */
public final class EffectTable {
    private static final String OWN = "effects.csv";

    /** The columns a table must have, in any order. */
    static final List<String> COLUMNS = List.of(
            "id",
            "intervention",
            "intervention_cy",
            "measure",
            "measure_cy",
            "good",
            "estimate",
            "ci_low",
            "ci_high",
            "unit",
            "unit_cy",
            "kind",
            "population_setting",
            "trials",
            "people",
            "design",
            "design_class",
            "source",
            "where_seen",
            "caveat");

    private final String file;
    private final Faults faults = new Faults();

    private EffectTable(String file) {
        this.file = file;
    }

    /** What came of reading a table. */
    public sealed interface Outcome {
        /** All of it. */
        record Good(Effects effects) implements Outcome {}

        /** None of it: what is wrong, one fault or more. */
        record Bad(List<Fault> faults) implements Outcome {
            public Bad {
                faults = List.copyOf(faults);
            }

            /** All faults, one a line. */
            public String text() {
                return faults.stream().map(Fault::toString).collect(Collectors.joining("\n"));
            }
        }
    }

    /** The table that comes with Whorl. */
    public static Effects own() {
        try (InputStream in = Objects.requireNonNull(EffectTable.class.getResourceAsStream(OWN))) {
            return switch (new EffectTable(OWN).read(new String(in.readAllBytes(), StandardCharsets.UTF_8))) {
                case Outcome.Good(Effects effects) -> effects;
                case Outcome.Bad bad -> throw new IllegalStateException(bad.text());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table of somebody's own. */
    public static Outcome read(Path path) {
        EffectTable table = new EffectTable(String.valueOf(path.getFileName()));
        return switch (TextFile.read(path)) {
            case TextFile.Content(String text) -> table.read(text);
            case TextFile.Refused(int line, String wrong, String right) -> {
                table.faults.add(table.file, line, "", wrong, right);
                yield new Outcome.Bad(table.faults.inOrder());
            }
        };
    }

    private Outcome read(String text) {
        List<Effect> effects = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : rows) {
                if (effects.isEmpty() && !row.getHeader().containsAll(COLUMNS)) {
                    List<String> missing = new ArrayList<>(COLUMNS);
                    missing.removeAll(row.getHeader());
                    faults.add(
                            file,
                            1,
                            "",
                            "these columns are missing: " + String.join(", ", missing),
                            "write them into the first line");
                    break;
                }
                effects.add(effect(row));
            }
        } catch (CsvParseException e) {
            faults.add(file, 0, "", "this is not CSV: " + e.getMessage(), "save the sheet as CSV");
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is read from disk here
        }
        if (faults.none() && effects.isEmpty()) {
            faults.add(file, 0, "", "the table has no rows", "write at least one");
        }
        return faults.none() ? new Outcome.Good(new Effects(effects)) : new Outcome.Bad(faults.inOrder());
    }

    private Effect effect(NamedCsvRecord row) {
        String written = cell(row, "estimate");
        Effect.@Nullable Interval interval = null;
        Double low = number(row, "ci_low");
        Double high = number(row, "ci_high");
        if ((low == null) != (high == null)) {
            fault(
                    row,
                    "ci_low",
                    "an interval has two ends, and one is missing",
                    "write both ci_low and ci_high, or none");
        } else if (low != null && high != null) {
            if (low > high) {
                fault(row, "ci_low", "the lower end lies above the upper end", "write the smaller number in ci_low");
            } else {
                interval = new Effect.Interval(low, high);
            }
        }
        OptionalDouble one = Reading.parse(written);
        Double estimate = one.isPresent() ? one.getAsDouble() : null;
        if (estimate == null && interval != null) {
            fault(row, "estimate", "there is an interval, and no one number in it", "write the estimate as a number");
        } else if (estimate != null && interval != null && (estimate < interval.low() || estimate > interval.high())) {
            fault(
                    row,
                    "estimate",
                    "the estimate lies outside its own interval",
                    "write ci_low, estimate, ci_high in order");
        }
        return new Effect(
                Objects.requireNonNullElse(whole(row, "id"), 0),
                name(row, "intervention"),
                name(row, "measure"),
                choice(
                        row,
                        "good",
                        Effect.Good.class,
                        good -> good.name().toLowerCase(Locale.ROOT),
                        Effect.Good.NEITHER),
                written,
                estimate,
                interval,
                new Name(cell(row, "unit"), cell(row, "unit_cy")),
                choice(row, "kind", Effect.Kind.class, Effect.Kind::word, Effect.Kind.LEVEL),
                cell(row, "population_setting"),
                whole(row, "trials"),
                whole(row, "people"),
                cell(row, "design"),
                choice(row, "design_class", Design.class, Design::word, Design.SELF_REPORTED),
                needed(row, "source"),
                cell(row, "where_seen"),
                cell(row, "caveat"));
    }

    private Name name(NamedCsvRecord row, String column) {
        String english = needed(row, column);
        String welsh = cell(row, column + "_cy");
        return new Name(english, welsh.isEmpty() ? english : welsh);
    }

    private String needed(NamedCsvRecord row, String column) {
        String text = cell(row, column);
        if (text.isEmpty()) {
            fault(row, column, "nothing is written here", "write a text");
        }
        return text;
    }

    private <E extends Enum<E>> E choice(
            NamedCsvRecord row, String column, Class<E> type, Function<E, String> word, E standIn) {
        String text = cell(row, column);
        for (E each : EnumSet.allOf(type)) {
            if (word.apply(each).equals(text)) {
                return each;
            }
        }
        fault(
                row,
                column,
                "\"%s\" is not one of the words known here".formatted(text),
                "write "
                        + Reading.either(
                                Arrays.stream(type.getEnumConstants()).map(word).toList()));
        return standIn;
    }

    private @Nullable Double number(NamedCsvRecord row, String column) {
        String text = cell(row, column);
        if (text.isEmpty()) {
            return null;
        }
        OptionalDouble number = Reading.parse(text);
        if (number.isEmpty() || !Double.isFinite(number.getAsDouble())) {
            fault(row, column, "\"%s\" is not a number".formatted(text), "write a number such as 0.77, or nothing");
            return null;
        }
        return number.getAsDouble();
    }

    private @Nullable Integer whole(NamedCsvRecord row, String column) {
        String text = cell(row, column);
        if (!text.isEmpty() && !text.matches("\\d{1,9}")) {
            fault(row, column, "\"%s\" is not a whole number".formatted(text), "write a whole number, or nothing");
        }
        return text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
    }

    /** A cell; empty where the line is shorter than the first. */
    private static String cell(NamedCsvRecord row, String column) {
        return row.findField(column).orElse("").strip();
    }

    private void fault(NamedCsvRecord row, String column, String wrong, String right) {
        faults.add(file, (int) row.getStartingLineNumber(), column, wrong, right);
    }
}

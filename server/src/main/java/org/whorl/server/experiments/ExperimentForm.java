package org.whorl.server.experiments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.whorl.server.design.Form;
import org.whorl.server.design.Merge;
import org.whorl.server.design.Option;

/** A part of an experiment as it is put in. */
final class ExperimentForm {

    /** In so many places it can begin. */
    static final int SITES = 12;

    private static final int LONGEST = 3_000;
    private static final int LONGEST_LINE = 120;
    private static final int MOST_WEEKS = 520;
    private static final int MOST_POINTS = 52;

    private final Form form;
    private final Map<Field, List<Option>> options;

    /**
     * That form.
     *
     * @param options what can be chosen where somebody or something is named
     */
    ExperimentForm(Form form, Map<Field, List<Option>> options) {
        this.form = form;
        this.options = options;
    }

    /** A part of an experiment in a form. */
    static Form of(Experiment experiment, Part part) {
        Map<String, String> values = new HashMap<>();
        values.put("version", Integer.toString(experiment.version()));
        part.fields().forEach(field -> values.put(field.key(), written(field, experiment.value(field))));
        return spread(new Form(values), part);
    }

    /** What two people who changed one part compare. */
    static List<Merge.Field> merged(Part part) {
        return part.fields().stream()
                .map(field -> new Merge.Field(field.key(), field.column(), "experiment." + field.key()))
                .toList();
    }

    /** What was put in for a part, with what cannot be read refused at its field. */
    Map<Field, String> said(Part part) {
        Map<Field, String> said = new EnumMap<>(Field.class);
        part.fields().forEach(field -> {
            said.put(field, value(field));
            if (isSpread(field)) {
                // What stands in many boxes is compared as one value.
                form.replace(field.key(), said.getOrDefault(field, ""));
            }
        });
        if (part == Part.PREDICTION) {
            range(said);
        }
        return said;
    }

    /**
     * Notes what must be there before it is over.
     *
     * @param early does it end before the day for which something was expected?
     */
    void requireEnd(Map<Field, String> said, boolean early) {
        if (!early) {
            said.put(Field.EARLY_WHY, "");
        }
        said.forEach((field, value) -> {
            boolean goesOn = field == Field.NEXT_BY && Experiment.goesOn(said.getOrDefault(Field.OUTCOME, ""));
            boolean needed = field.need() == Field.Need.END || (early && field == Field.EARLY_WHY) || goesOn;
            if (needed && value.isBlank()) {
                form.refuse(field.key(), "experiment.missing." + field.key());
            }
        });
    }

    /** Notes what must be there while it runs. */
    void requireStarted(Map<Field, String> said) {
        said.forEach((field, value) -> {
            if (field.need() == Field.Need.START && value.isBlank()) {
                form.refuse(field.key(), "experiment.missing." + field.key());
            }
        });
    }

    /** Takes the way of looking that the answers say where nobody chose one; whoever chose another says why. */
    void choose(Map<Field, String> said) {
        Optional<Experiment.Design> suggested = Wizard.suggested(said);
        String chosen = said.getOrDefault(Field.DESIGN, "");
        if (chosen.isEmpty()) {
            said.put(Field.DESIGN, suggested.map(Experiment.Design::key).orElse(""));
        } else if (suggested.filter(each -> !each.key().equals(chosen)).isPresent()
                && said.getOrDefault(Field.DESIGN_WHY, "").isBlank()) {
            form.refuse(Field.DESIGN_WHY.key(), "experiment.design-why.blank");
        }
    }

    /** Puts what is kept as one value into its boxes. */
    static Form spread(Form form, Part part) {
        part.fields().stream().filter(ExperimentForm::isSpread).forEach(field -> {
            String value = form.value(field.key());
            switch (field.kind()) {
                case SOME -> {
                    List<String> some = List.of(value.split(","));
                    field.choices()
                            .forEach(each -> form.replace(field.key() + "-" + each, some.contains(each) ? "yes" : ""));
                }
                case SITES -> {
                    List<Site> sites = Site.read(value);
                    for (int i = 0; i < SITES; i++) {
                        Optional<Site> site = i < sites.size() ? Optional.of(sites.get(i)) : Optional.empty();
                        String name = "site-" + (i + 1);
                        form.replace(name, site.map(Site::name).orElse(""))
                                .replace(
                                        name + "-on",
                                        site.flatMap(Site::startsOn)
                                                .map(LocalDate::toString)
                                                .orElse(""))
                                .replace(
                                        name + "-compare",
                                        site.filter(Site::isComparison).isPresent() ? "yes" : "");
                    }
                }
                default ->
                    Look.read(value)
                            .forEach(look -> form.replace(
                                    "look-" + look.measure(), look.part().key()));
            }
        });
        return form;
    }

    private static boolean isSpread(Field field) {
        return switch (field.kind()) {
            case SOME, SITES, LOOKS -> true;
            case TEXT, CHOICE, DAY, NUMBER, FIGURE, ONE -> false;
        };
    }

    /** A number without needless noughts. */
    static String written(Field field, String value) {
        return field.kind() == Field.Kind.FIGURE && value.endsWith(".0")
                ? value.substring(0, value.length() - 2)
                : value;
    }

    private String value(Field field) {
        String value = form.value(field.key());
        return switch (field.kind()) {
            case TEXT -> text(field, value);
            case CHOICE -> field.choices().contains(value) ? value : "";
            case SOME ->
                field.choices().stream()
                        .filter(each -> form.ticked(field.key() + "-" + each))
                        .collect(Collectors.joining(","));
            case ONE ->
                options.getOrDefault(field, List.of()).stream()
                                .anyMatch(option -> option.value().equals(value))
                        ? value
                        : "";
            case DAY ->
                form.day(field.key(), "day.wrong").map(LocalDate::toString).orElse("");
            case NUMBER -> number(field, value);
            case FIGURE -> figure(field, value);
            case SITES -> sites();
            case LOOKS -> looks();
        };
    }

    private String text(Field field, String value) {
        if (field.need() == Field.Need.OPENING && value.isBlank()) {
            form.refuse(field.key(), "experiment.missing." + field.key());
        }
        if (value.length() > (field == Field.TITLE || field == Field.UNIT ? LONGEST_LINE : LONGEST)) {
            form.refuse(field.key(), "experiment.too-long");
        }
        if (field == Field.HOW_TO_LINK && !value.isEmpty() && !value.matches("https?://[^\\s\"<>]+")) {
            form.refuse(field.key(), "experiment.link.wrong");
        }
        return value;
    }

    private String number(Field field, String value) {
        if (value.isEmpty()) {
            return "";
        }
        int number = form.number(field.key()).orElse(0);
        if (number < 1 || number > (field == Field.WEEKS ? MOST_WEEKS : MOST_POINTS)) {
            form.refuse(field.key(), "experiment." + field.key() + ".wrong");
            return "";
        }
        return Integer.toString(number);
    }

    /** A comma is read as people in other languages write one. */
    private String figure(Field field, String value) {
        if (value.isEmpty()) {
            return "";
        }
        try {
            double figure = Double.parseDouble(value.replace(',', '.'));
            boolean positive = field == Field.USUAL || field == Field.HOPED;
            if (Double.isFinite(figure) && (!positive || figure > 0) && (field != Field.HOPED || figure < 1000)) {
                return Double.toString(figure);
            }
        } catch (NumberFormatException _) {
            // said below
        }
        form.refuse(field.key(), "experiment.figure.wrong");
        return "";
    }

    private void range(Map<Field, String> said) {
        Optional<Double> low = figure(said, Field.PREDICTED_LOW);
        Optional<Double> high = figure(said, Field.PREDICTED_HIGH);
        Optional<Double> middle = figure(said, Field.PREDICTED);
        if (low.isPresent() != high.isPresent()) {
            form.refuse(
                    low.isPresent() ? Field.PREDICTED_HIGH.key() : Field.PREDICTED_LOW.key(), "experiment.range.both");
        } else if (low.isPresent()
                && (low.get() > high.orElseThrow()
                        || middle.filter(each -> each < low.get() || each > high.get())
                                .isPresent())) {
            form.refuse(Field.PREDICTED_LOW.key(), "experiment.range.wrong");
        }
    }

    private static Optional<Double> figure(Map<Field, String> said, Field field) {
        String value = said.getOrDefault(field, "");
        return value.isEmpty() ? Optional.empty() : Optional.of(Double.valueOf(value));
    }

    private String sites() {
        List<String> lines = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 1; i <= SITES; i++) {
            String field = "site-" + i;
            String name = form.value(field).replaceAll("\\s+", " ");
            boolean compares = form.ticked(field + "-compare");
            Optional<LocalDate> on = form.day(field + "-on", "day.wrong");
            if (name.isEmpty()) {
                if (on.isPresent()) {
                    form.refuse(field, "experiment.site.blank");
                }
                continue;
            }
            if (name.length() > LONGEST_LINE) {
                form.refuse(field, "experiment.too-long");
            }
            if (!names.add(name.toLowerCase(Locale.ROOT))) {
                form.refuse(field, "experiment.site.twice");
            }
            if (on.isEmpty() && !compares) {
                form.refuse(field + "-on", "experiment.site.day");
            }
            if (on.isPresent() && compares) {
                form.refuse(field + "-on", "experiment.site.both");
            }
            lines.add(new Site(name, on.filter(_ -> !compares)).line());
        }
        return String.join("\n", lines);
    }

    private String looks() {
        return options.getOrDefault(Field.LOOKS, List.of()).stream()
                .flatMap(option -> Look.Role.find(form.value("look-" + option.value()))
                        .map(role -> new Look(UUID.fromString(option.value()), role).line())
                        .stream())
                .collect(Collectors.joining("\n"));
    }

    /** Every field, blank. */
    static Map<Field, String> blank() {
        Map<Field, String> said = new EnumMap<>(Field.class);
        Arrays.stream(Field.values()).forEach(field -> said.put(field, ""));
        return said;
    }
}

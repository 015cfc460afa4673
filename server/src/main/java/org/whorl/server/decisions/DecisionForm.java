package org.whorl.server.decisions;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.whorl.server.design.Form;
import org.whorl.server.design.Merge;
import org.whorl.server.design.Option;

/** A part of a decision as it is put in. */
final class DecisionForm {

    /** What is longer is cut off: these are lines for a board, not reports. */
    private static final int LONGEST = 3_000;

    private static final int MOST_YEARS = 200;
    private static final int MOST_PEOPLE = 1_000_000;

    private final Form form;
    private final Map<Field, List<Option>> options;
    private final LocalDate today;
    private final String stands;

    /**
     * That form.
     *
     * @param options what can be chosen where somebody or something is named
     * @param today a day to look at it again is still to come
     * @param stands the day to look at it again as it stands: nobody has to move it to change something else
     */
    DecisionForm(Form form, Map<Field, List<Option>> options, LocalDate today, String stands) {
        this.form = form;
        this.today = today;
        this.stands = stands;
        this.options = options;
    }

    /** A part of a decision in a form. */
    static Form of(Decision decision, Part part) {
        Map<String, String> values = new HashMap<>();
        values.put("version", Integer.toString(decision.version()));
        part.fields().forEach(field -> {
            if (field.kind() == Field.Kind.SOME) {
                decision.domains().forEach(domain -> values.put(field.key() + "-" + domain, "yes"));
            } else {
                values.put(field.key(), decision.value(field));
            }
        });
        return new Form(values);
    }

    /** What two people who changed one part compare. */
    static List<Merge.Field> merged(Part part) {
        return part.fields().stream()
                .map(field -> new Merge.Field(field.key(), field.column(), "decision." + field.key()))
                .toList();
    }

    /** What was put in for a part, with what cannot be read refused at its field. */
    Map<Field, String> said(Part part) {
        Map<Field, String> said = new EnumMap<>(Field.class);
        part.fields().forEach(field -> {
            said.put(field, value(field));
            if (field.kind() == Field.Kind.SOME) {
                // Two people's ticks are compared as one value.
                form.replace(field.key(), said.getOrDefault(field, ""));
            }
        });
        return said;
    }

    /** Puts ticks back where two people's values were merged into one. */
    static Form ticked(Form form, Part part) {
        part.fields().stream().filter(field -> field.kind() == Field.Kind.SOME).forEach(field -> {
            List<String> some = List.of(form.value(field.key()).split(","));
            field.choices().forEach(each -> form.replace(field.key() + "-" + each, some.contains(each) ? "yes" : ""));
        });
        return form;
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
            case DAY -> day(field, value);
            case NUMBER -> number(field, value);
        };
    }

    private String text(Field field, String value) {
        if (field.isNeededAtOnce() && value.isBlank()) {
            form.refuse(field.key(), "decision.missing." + field.key());
        }
        if (field == Field.REJECTED
                && Decision.rejected(value).stream()
                        .anyMatch(each -> each.option().isEmpty() || each.why().isEmpty())) {
            form.refuse(field.key(), "decision.rejected.why");
        }
        if (value.length() > LONGEST) {
            form.refuse(field.key(), "decision.too-long");
        }
        return value;
    }

    private String day(Field field, String value) {
        try {
            LocalDate day = value.isEmpty() ? today.plusDays(1) : LocalDate.parse(value);
            if (!day.isAfter(today) && !value.equals(stands)) {
                form.refuse(field.key(), "decision." + field.key() + ".wrong");
            }
            return value.isEmpty() ? "" : day.toString();
        } catch (DateTimeParseException _) {
            form.refuse(field.key(), "day.wrong");
            return "";
        }
    }

    private String number(Field field, String value) {
        if (value.isEmpty()) {
            return "";
        }
        int number = form.number(field.key()).orElse(-1);
        boolean years = field == Field.HORIZON;
        if (number < (years ? Field.LONG_TERM_YEARS : 0) || number > (years ? MOST_YEARS : MOST_PEOPLE)) {
            form.refuse(field.key(), "decision." + field.key() + ".wrong");
            return "";
        }
        return Integer.toString(number);
    }

    /** Says of each field of a part that is still missing what to write there. */
    static void ask(Form form, Decision decision, Part part) {
        decision.missing().stream()
                .filter(field -> field.part() == part)
                .forEach(field -> form.refuse(field.key(), "decision.missing." + field.key()));
    }
}

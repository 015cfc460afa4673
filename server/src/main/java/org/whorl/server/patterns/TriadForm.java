package org.whorl.server.patterns;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.whorl.server.design.Form;
import org.whorl.server.design.Language;
import org.whorl.server.design.Merge;

/** A question with its ends, as it is written in two languages. */
final class TriadForm {

    private static final int LONGEST_QUESTION = 200;
    private static final int LONGEST_END = 60;

    private TriadForm() {}

    /** What is written in each language. */
    static List<String> parts(int ends) {
        return List.of("question", "first", "second", "third").subList(0, ends + 1);
    }

    static List<Merge.Field> fields(int ends) {
        List<Merge.Field> fields = new ArrayList<>();
        for (Language language : Language.values()) {
            for (String part : parts(ends)) {
                fields.add(new Merge.Field(
                        part + "-" + language.code(), part + "_" + language.code(), label(part, language)));
            }
        }
        return fields;
    }

    /** The name of the sentence a field is labelled with. */
    static String label(String part, Language language) {
        return "triad." + part + "." + language.code();
    }

    static Form of(Triad triad) {
        Map<String, String> values = new HashMap<>(Map.of("version", Integer.toString(triad.version())));
        TriadStore.written(triad).forEach((column, value) -> values.put(column.replace('_', '-'), value));
        return new Form(values);
    }

    /** What was written; notes what is wrong with it. */
    static Optional<Triad> read(Form form, int ends, UUID id, LocalDate askedOn) {
        for (Language language : Language.values()) {
            for (String part : parts(ends)) {
                String field = part + "-" + language.code();
                form.require(field, part.equals("question") ? "triad.question.blank" : "triad.end.blank");
                if (form.value(field).length() > (part.equals("question") ? LONGEST_QUESTION : LONGEST_END)) {
                    form.refuse(field, part.equals("question") ? "triad.question.long" : "triad.end.long");
                }
            }
        }
        for (Language language : Language.values()) {
            Set<String> once = new HashSet<>();
            for (String part : parts(ends).subList(1, ends + 1)) {
                String field = part + "-" + language.code();
                if (!form.value(field).isEmpty() && !once.add(form.value(field).toLowerCase(Locale.ROOT))) {
                    form.refuse(field, "triad.end.same");
                }
            }
        }
        return form.isRight()
                ? Optional.of(new Triad(
                        id,
                        words(form, ends, "en"),
                        words(form, ends, "cy"),
                        true,
                        askedOn,
                        form.number("version").orElse(1)))
                : Optional.empty();
    }

    private static Triad.Words words(Form form, int ends, String language) {
        return new Triad.Words(
                form.value("question-" + language),
                parts(ends).stream()
                        .skip(1)
                        .map(part -> form.value(part + "-" + language))
                        .toList());
    }
}

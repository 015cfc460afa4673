package org.whorl.server.patterns;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.whorl.server.design.Form;

/** Names in two languages, of which one may be blank: each stands for one thing. */
final class Names {

    private Names() {}

    /**
     * Notes which of the names typed in stands for something else already, however its letters are written.
     *
     * @param taken all that are there
     * @param sentence the name of the sentence that says so
     */
    static void refuseTaken(Form form, Stream<String> taken, String sentence) {
        Set<String> known =
                taken.map(Names::plain).filter(name -> !name.isEmpty()).collect(Collectors.toSet());
        for (String field : List.of("name-en", "name-cy")) {
            if (known.contains(plain(form.value(field)))) {
                form.refuse(field, sentence);
            }
        }
    }

    private static String plain(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}

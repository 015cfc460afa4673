package org.whorl.server.people;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Refused;

/** What this feature's forms share. */
final class Choices {

    private Choices() {}

    /** Does not show a form to somebody who could not send it. */
    static void refuseUnless(Screen s, Action action) {
        if (!s.may(action)) {
            throw new Refused(action);
        }
    }

    static List<Option> perspectives(Screen s, Community community) {
        return community.listPerspectives().stream()
                .map(voice -> new Option(voice.id().toString(), s.pick(voice.nameEn(), voice.nameCy())))
                .toList();
    }

    /** The organisations that have not ended. */
    static List<Option> partners(Screen s, Community community) {
        return community.listPartners().stream()
                .filter(partner -> partner.endedOn().isEmpty())
                .map(partner -> new Option(partner.id().toString(), s.pick(partner.nameEn(), partner.nameCy())))
                .toList();
    }

    /** The one of these that a field names, if it names one. */
    static <T> Optional<UUID> chosen(Form form, String field, List<T> all, Function<T, UUID> id) {
        return all.stream()
                .map(id)
                .filter(each -> each.toString().equals(form.value(field)))
                .findFirst();
    }

    /** The day in a field; notes what is wrong if there is something that is no day. */
    static Optional<LocalDate> day(Form form, String field) {
        try {
            return form.value(field).isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(form.value(field)));
        } catch (DateTimeParseException _) {
            form.refuse(field, "day.wrong");
            return Optional.empty();
        }
    }
}

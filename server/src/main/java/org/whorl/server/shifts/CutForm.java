package org.whorl.server.shifts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Service;
import org.whorl.server.design.Form;

/** Three questions about a cut, as they are put in: where, how much, and from when. */
final class CutForm {

    /** Before the id of a service in the name of its box. */
    static final String SERVICE = "service-";

    /** Before the id of a partner, for all it runs. */
    static final String PARTNER = "partner-";

    private static final String USUAL = "5";

    private final Form form;
    private final Model model;

    CutForm(Form form, Model model) {
        this.form = form;
        this.model = model;
        preset("percent", USUAL);
        preset("from", model.time().start().toString());
    }

    private void preset(String field, String value) {
        if (form.value(field).isEmpty()) {
            form.replace(field, value);
        }
    }

    /** Services with places that can go. */
    static List<Service> limited(Model model) {
        return model.services().stream()
                .filter(service -> !service.capacity().isUnlimited())
                .toList();
    }

    /** The cut; empty where no service is chosen yet, or where something is wrong, which the form then knows. */
    Optional<Cut> read() {
        double percent = percent();
        LocalDate from = from();
        List<Service> services = limited(model).stream()
                .filter(service -> form.ticked(SERVICE + service.id()) || form.ticked(PARTNER + service.partner()))
                .toList();
        if (services.size() > ShiftForm.MOST) {
            form.refuse(PARTNER + services.getFirst().partner(), "cut.too-many");
        }
        return services.isEmpty() || !form.isRight()
                ? Optional.empty()
                : Optional.of(Cut.of(model, services, percent, from));
    }

    private double percent() {
        try {
            double percent = new BigDecimal(form.value("percent").replaceAll("[% ]", "")).doubleValue();
            if (percent > 0 && percent <= 100) {
                return percent;
            }
        } catch (NumberFormatException _) {
            // Said below, like a share that cannot be.
        }
        form.refuse("percent", "cut.percent.wrong");
        return 0;
    }

    private LocalDate from() {
        LocalDate first = model.time().start();
        try {
            LocalDate day = LocalDate.parse(form.value("from"));
            if (day.isBefore(first) || !day.isBefore(first.plusDays(model.time().days()))) {
                form.refuse("from", "shift.from.outside");
            }
            return day;
        } catch (DateTimeParseException _) {
            form.refuse("from", "shift.from.wrong");
            return first;
        }
    }
}

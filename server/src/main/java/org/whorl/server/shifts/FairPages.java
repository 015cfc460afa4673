package org.whorl.server.shifts;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;

/** Weights for those who are worse off, if a group wants them: after it has seen who gains. */
@Controller
@RequestMapping("/p/{slug}/shifts/{id}/equity")
class FairPages {

    private static final double MOST_HEALTH = 1000;
    private static final double MOST_AVERSION = 20;

    private final Shifts shifts;
    private final Effects effects;
    private final Fairness fairness;

    FairPages(Shifts shifts, Effects effects, Fairness fairness) {
        this.shifts = shifts;
        this.effects = effects;
        this.fairness = fairness;
    }

    @GetMapping
    ResponseEntity<String> equity(Screen s, @PathVariable UUID id, @RequestParam Map<String, String> put) {
        Shift shift = shifts.find(id).orElseThrow();
        Optional<Fair> fair = fair(s, shift);
        Form form = new Form(put);
        if (form.value("aversion").isEmpty()) {
            form.replace("aversion", "1");
        }
        List<Shift> others = shifts.listAll().stream()
                .filter(other ->
                        other.model().equals(shift.model()) && !other.id().equals(id))
                .toList();
        Map<String, Object> parts = new HashMap<>();
        parts.put("shift", shift);
        parts.put("form", form);
        parts.put("fair", fair);
        parts.put(
                "others",
                others.stream()
                        .map(other -> new Option(
                                other.id().toString(), other.name(s.language().code())))
                        .toList());
        Optional<Shift> other = others.stream()
                .filter(one -> one.id().toString().equals(form.value("other")))
                .findFirst();
        parts.put("other", other);
        parts.put("weighed", fair.flatMap(f -> weighed(s, form, f, other)));
        return form.isRight() ? s.show("shifts/equity", parts) : s.again("shifts/equity", parts);
    }

    /** Empty where nobody has said how well off the fifths are, or where something is wrong, which the form then knows. */
    private Optional<Weighed> weighed(Screen s, Form form, Fair fair, Optional<Shift> other) {
        int groups = fair.groups().size();
        boolean asked = false;
        for (int g = 0; g < groups; g++) {
            asked |= !form.value("health" + g).isEmpty();
        }
        if (!asked) {
            return Optional.empty();
        }
        double[] health = new double[groups];
        for (int g = 0; g < groups; g++) {
            health[g] = number(form, "health" + g, MOST_HEALTH);
            if (health[g] <= 0) {
                form.refuse("health" + g, "fair.health.wrong");
            }
        }
        double aversion = number(form, "aversion", MOST_AVERSION);
        if (aversion < 0) {
            form.refuse("aversion", "fair.aversion.wrong");
        }
        Optional<Fair> beside =
                other.flatMap(shift -> fair(s, shift)).filter(f -> f.gains().size() == groups);
        return form.isRight() ? Optional.of(Weighed.of(health, aversion, fair, beside)) : Optional.empty();
    }

    private Optional<Fair> fair(Screen s, Shift shift) {
        return fairness.of(effects.of(shift, false, s.language().words()), s);
    }

    /** Below 0 where it is no such number. */
    private static double number(Form form, String field, double most) {
        try {
            double number = new BigDecimal(form.value(field).replace(",", "")).doubleValue();
            return number >= 0 && number <= most ? number : -1;
        } catch (NumberFormatException _) {
            return -1;
        }
    }
}

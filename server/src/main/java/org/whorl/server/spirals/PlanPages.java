package org.whorl.server.spirals;

import java.time.Clock;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;

/** The plan: its steps in time, and where nothing is planned. */
@Controller
@RequestMapping("/p/{slug}/plan")
class PlanPages {

    private static final int MONTHS_BACK = 12;
    private static final int MONTHS_AHEAD = 36;

    private final Spirals spirals;
    private final Plans plans;
    private final Clock clock;

    PlanPages(Spirals spirals, Plans plans, Clock clock) {
        this.spirals = spirals;
        this.plans = plans;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<String> plan(Screen s, Form form, @RequestParam Optional<UUID> spiral) {
        return s.show("spirals/plan", parts(s, form, chosen(spiral)));
    }

    @PostMapping
    ResponseEntity<String> add(Screen s, Form form) {
        Spiral spiral = chosen(Optional.of(UUID.fromString(form.value("spiral"))));
        form.require("name", "plan.name.blank");
        Optional<YearMonth> first = month(form, "first");
        Optional<YearMonth> last = month(form, "last");
        if (!form.ticked("throughout")) {
            if (first.isEmpty() || last.isEmpty()) {
                form.refuse("first", "plan.months.blank");
            } else if (last.get().isBefore(first.get())) {
                form.refuse("last", "plan.months.order");
            }
        }
        if (!form.isRight()) {
            return s.again("spirals/plan", parts(s, form, spiral));
        }
        if (form.ticked("throughout")) {
            plans.addThroughout(spiral.id(), form.value("name"));
        } else {
            plans.add(spiral.id(), form.value("name"), first.orElseThrow(), last.orElseThrow());
        }
        return s.leaveFor(s.to("/plan?spiral=" + spiral.id()), "saved");
    }

    @PostMapping("/remove")
    ResponseEntity<String> remove(Screen s, Form form) {
        plans.remove(UUID.fromString(form.value("step")));
        return s.leaveFor(s.to("/plan?spiral=" + UUID.fromString(form.value("spiral"))), "plan.removed");
    }

    private Map<String, Object> parts(Screen s, Form form, Spiral spiral) {
        Plan plan = plans.plan(spiral.id());
        YearMonth now = YearMonth.now(clock);
        YearMonth proposed = plan.gaps().isEmpty()
                ? plan.last().map(last -> last.plusMonths(1)).orElse(now)
                : plan.gaps().getFirst().first();
        form.preset("first", proposed.toString()).preset("last", proposed.toString());
        YearMonth begin =
                plan.first().filter(first -> first.isBefore(now)).orElse(now).minusMonths(MONTHS_BACK);
        List<Option> months = IntStream.rangeClosed(0, MONTHS_BACK + MONTHS_AHEAD)
                .mapToObj(begin::plusMonths)
                .map(month -> new Option(month.toString(), s.month(month.atDay(1))))
                .toList();
        return Map.of(
                "form", form,
                "spiral", spiral,
                "plan", plan,
                "months", months,
                "picture", new PlanPicture(s, plan, now).svg());
    }

    private Spiral chosen(Optional<UUID> id) {
        return id.isPresent()
                ? spirals.find(id.get()).orElseThrow()
                : spirals.listAll().stream().findFirst().orElseThrow(() -> new NoSuchElementException("no spiral yet"));
    }

    private static Optional<YearMonth> month(Form form, String field) {
        try {
            return Optional.of(YearMonth.parse(form.value(field)));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}

package org.whorl.server.spirals;

import java.time.Clock;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.server.design.Form;
import org.whorl.server.design.Merge;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Saved;

/** The plan: its steps in time, and where nothing is planned. */
@Controller
@RequestMapping("/p/{slug}/plan")
class PlanPages {

    private static final int MONTHS_BACK = 12;
    private static final int MONTHS_AHEAD = 36;
    private static final int MONTHS_A_PHASE = 3;
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final List<Merge.Field> FIELDS = List.of(
            new Merge.Field("name", "name", "plan.name"),
            new Merge.Field("first", "first_month", "plan.first"),
            new Merge.Field("last", "last_month", "plan.last"),
            new Merge.Field("throughout", "throughout", "plan.throughout"));

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
        return s.show("spirals/plan", parts(s, form, Forms.spiral(spirals, spiral), false));
    }

    @PostMapping
    ResponseEntity<String> add(Screen s, Form form) {
        Spiral spiral = spirals.find(UUID.fromString(form.value("spiral"))).orElseThrow();
        Optional<PlanStep> step = step(form, UUID.randomUUID());
        if (step.isEmpty()) {
            return s.again("spirals/plan", parts(s, form, spiral, false));
        }
        plans.add(spiral.id(), step.get());
        return s.leaveFor(s.to("/plan?spiral=" + spiral.id()), "saved");
    }

    @PostMapping("/span")
    ResponseEntity<String> span(Screen s, Form form) {
        Spiral spiral = spirals.find(UUID.fromString(form.value("spiral"))).orElseThrow();
        Optional<YearMonth> from = month(form, "from");
        Optional<YearMonth> until = month(form, "until");
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            form.refuse("until", "plan.months.order");
            return s.again("spirals/plan", parts(s, form, spiral, false));
        }
        plans.setSpan(spiral.id(), from, until);
        return s.leaveFor(s.to("/plan?spiral=" + spiral.id()), "saved");
    }

    @PostMapping("/phases")
    ResponseEntity<String> phases(Screen s, Form form) {
        UUID spiral = spirals.find(UUID.fromString(form.value("spiral")))
                .orElseThrow()
                .id();
        List<String> names = Arrays.stream(Phase.values())
                .map(phase -> s.say("phase." + phase.key()))
                .toList();
        plans.beginWithPhases(spiral, names, YearMonth.now(clock), MONTHS_A_PHASE);
        return s.leaveFor(s.to("/plan?spiral=" + spiral), "saved");
    }

    @PostMapping("/remove")
    ResponseEntity<String> remove(Screen s, Form form) {
        UUID step = UUID.fromString(form.value("step"));
        String plan = s.to("/plan?spiral=" + UUID.fromString(form.value("spiral")));
        return switch (plans.remove(step, form.number("version").orElse(0))) {
            case Saved.Yes yes -> s.leaveFor(plan, "plan.removed", PlanStep.VERSIONED.kind(), step, yes.version());
            case Saved.Conflict _ -> s.leaveFor(plan, "plan.not-removed");
            case Saved.Gone _ -> s.leaveFor(plan, "plan.removed");
        };
    }

    @GetMapping("/{step}")
    ResponseEntity<String> step(Screen s, Form form, @PathVariable UUID step, @RequestParam UUID spiral) {
        s.refuseUnless(Action.PLAN);
        Spiral of = spirals.find(spiral).orElseThrow();
        PlanStep found = plans.plan(spiral).steps().stream()
                .filter(each -> each.id().equals(step))
                .findFirst()
                .orElseThrow();
        form.preset("version", Integer.toString(found.version())).preset("name", found.name());
        if (!found.throughout()) {
            form.preset("first", found.first().toString())
                    .preset("last", found.last().toString());
        } else if (!form.values().containsKey("first")) {
            form.preset("throughout", "yes");
        }
        return s.show("spirals/step", changing(s, form, of, Optional.empty()));
    }

    @PostMapping("/{step}")
    ResponseEntity<String> change(Screen s, Form form, @PathVariable UUID step, @RequestParam UUID spiral) {
        Spiral of = spirals.find(spiral).orElseThrow();
        Optional<PlanStep> wanted = step(form, step);
        if (wanted.isEmpty()) {
            return s.again("spirals/step", changing(s, form, of, Optional.empty()));
        }
        return switch (plans.change(wanted.get())) {
            case Saved.Yes yes ->
                s.leaveFor(s.to("/plan?spiral=" + spiral), "saved", PlanStep.VERSIONED.kind(), step, yes.version());
            case Saved.Conflict conflict -> {
                Form written = form.ticked("throughout")
                        ? form.replace("first", "").replace("last", "")
                        : form.replace("throughout", "");
                Merge merge = Merge.of(written, conflict, FIELDS, PlanPages::inForm);
                yield s.again("spirals/step", changing(s, merge.form(), of, Optional.of(merge)));
            }
            // What was written stands in the form for a new step, to be added if it is still wanted.
            case Saved.Gone _ -> s.again("spirals/plan", parts(s, form, of, true));
        };
    }

    /** A value of a column as it stands in the form. */
    private static String inForm(String column) {
        return switch (column) {
            case "true" -> "yes";
            case "false" -> "";
            default -> DAY.matcher(column).matches() ? column.substring(0, 7) : column;
        };
    }

    private static Optional<PlanStep> step(Form form, UUID id) {
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
        int version = form.number("version").orElse(0);
        return form.isRight()
                ? Optional.of(
                        form.ticked("throughout")
                                ? PlanStep.of(id, form.value("name"), Optional.empty(), Optional.empty(), version)
                                : PlanStep.of(id, form.value("name"), first, last, version))
                : Optional.empty();
    }

    private Map<String, Object> changing(Screen s, Form form, Spiral spiral, Optional<Merge> merge) {
        List<Option> months = months(s, plans.plan(spiral.id()));
        Map<String, String> names = new HashMap<>(Option.names(months));
        names.put("yes", s.say("yes"));
        return Map.of("form", form, "spiral", spiral, "months", months, "merge", merge, "names", names);
    }

    private Map<String, Object> parts(Screen s, Form form, Spiral spiral, boolean gone) {
        Plan plan = plans.plan(spiral.id());
        YearMonth now = YearMonth.now(clock);
        YearMonth proposed = plan.gaps().isEmpty()
                ? plan.last().map(last -> last.plusMonths(1)).orElse(now)
                : plan.gaps().getFirst().first();
        form.preset("first", proposed.toString())
                .preset("last", proposed.toString())
                .preset("from", plan.from().map(YearMonth::toString).orElse(""))
                .preset("until", plan.until().map(YearMonth::toString).orElse(""));
        return Map.of(
                "form", form,
                "spiral", spiral,
                "plan", plan,
                "months", months(s, plan),
                "gone", gone,
                "picture", new PlanPicture(s, plan, now).svg());
    }

    private List<Option> months(Screen s, Plan plan) {
        YearMonth now = YearMonth.now(clock);
        YearMonth begin =
                plan.first().filter(first -> first.isBefore(now)).orElse(now).minusMonths(MONTHS_BACK);
        return IntStream.rangeClosed(0, MONTHS_BACK + MONTHS_AHEAD)
                .mapToObj(begin::plusMonths)
                .map(month -> new Option(month.toString(), s.month(month.atDay(1))))
                .toList();
    }

    private static Optional<YearMonth> month(Form form, String field) {
        try {
            return Optional.of(YearMonth.parse(form.value(field)));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}

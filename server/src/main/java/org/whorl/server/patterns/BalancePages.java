package org.whorl.server.patterns;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.server.design.Form;
import org.whorl.server.design.Screen;
import org.whorl.server.spirals.PlanStep;
import org.whorl.server.spirals.Plans;
import org.whorl.server.spirals.Spiral;
import org.whorl.server.spirals.Spirals;
import org.whorl.server.trust.Action;

/** How a group sees its plan, or a step of it, and what to ask where it leans to one side. */
@Controller
@RequestMapping("/p/{slug}/patterns/balances")
class BalancePages {

    private static final Pattern PERCENT = Pattern.compile("\\d{1,3}");
    private static final int WHOLE = 100;

    private final Balances balances;
    private final Spirals spirals;
    private final Plans plans;

    BalancePages(Balances balances, Spirals spirals, Plans plans) {
        this.balances = balances;
        this.spirals = spirals;
        this.plans = plans;
    }

    @GetMapping
    ResponseEntity<String> all(Screen s) {
        List<Spiral> all = spirals.listAll();
        Map<UUID, List<PlanStep>> steps = new HashMap<>();
        all.forEach(spiral -> steps.put(spiral.id(), plans.plan(spiral.id()).steps()));
        return s.show("patterns/balances", Map.of("spirals", all, "steps", steps));
    }

    @GetMapping("/{id}")
    ResponseEntity<String> one(Screen s, Form form, @PathVariable UUID id, @RequestParam Optional<UUID> step) {
        Spiral spiral = spirals.find(id).orElseThrow();
        Optional<PlanStep> of = step(id, step);
        if (s.may(Action.BALANCE)) {
            balances.findMine(subject(spiral, of))
                    .forEach((balance, share) -> form.preset(balance.key(), Long.toString(Math.round(WHOLE * share))));
        }
        return s.show("patterns/balance", parts(form, spiral, of));
    }

    @PostMapping("/{id}")
    ResponseEntity<String> mark(Screen s, Form form, @PathVariable UUID id, @RequestParam Optional<UUID> step) {
        Spiral spiral = spirals.find(id).orElseThrow();
        Optional<PlanStep> of = step(id, step);
        Map<Balance, Double> shares = new EnumMap<>(Balance.class);
        for (Balance balance : Balance.values()) {
            String typed = form.value(balance.key()).replace("%", "").strip();
            if (typed.isEmpty()) {
                continue;
            }
            if (!PERCENT.matcher(typed).matches() || Integer.parseInt(typed) > WHOLE) {
                form.refuse(balance.key(), "balance.wrong");
            } else {
                shares.put(balance, Integer.parseInt(typed) / (double) WHOLE);
            }
        }
        if (form.isRight() && shares.isEmpty()) {
            form.refuse(Balance.FACTS.key(), "balance.blank");
        }
        boolean over = form.ticked("together")
                && !form.ticked("replace")
                && balances.list(subject(spiral, of)).stream()
                        .anyMatch(seen -> Optional.ofNullable(shares.get(seen.balance()))
                                .flatMap(mine -> seen.together().filter(was -> was.share() != mine))
                                .isPresent());
        if (over) {
            form.refuse("replace", "balance.there");
        }
        if (!form.isRight()) {
            return s.again("patterns/balance", parts(form, spiral, of));
        }
        balances.mark(id, subject(spiral, of), shares, form.ticked("together"));
        return s.leaveFor(page(s, id, of), "saved");
    }

    @PostMapping("/{id}/take-back")
    ResponseEntity<String> takeBack(Screen s, @PathVariable UUID id, @RequestParam Optional<UUID> step) {
        Spiral spiral = spirals.find(id).orElseThrow();
        Optional<PlanStep> of = step(id, step);
        balances.takeBack(subject(spiral, of));
        return s.leaveFor(page(s, id, of), "balance.taken-back");
    }

    private static String page(Screen s, UUID spiral, Optional<PlanStep> step) {
        return s.to("/patterns/balances/" + spiral
                + step.map(each -> "?step=" + each.id()).orElse(""));
    }

    private Optional<PlanStep> step(UUID spiral, Optional<UUID> step) {
        return step.map(id -> plans.plan(spiral).steps().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow());
    }

    private static UUID subject(Spiral spiral, Optional<PlanStep> step) {
        return step.map(PlanStep::id).orElse(spiral.id());
    }

    private Map<String, Object> parts(Form form, Spiral spiral, Optional<PlanStep> step) {
        return Map.of("form", form, "spiral", spiral, "step", step, "seen", balances.list(subject(spiral, step)));
    }
}

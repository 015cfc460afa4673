package org.whorl.server.spirals;

import java.net.URI;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.whorl.server.design.Form;
import org.whorl.server.design.Screen;
import org.whorl.server.design.Wrong;
import org.whorl.server.trust.Action;

/** For programs: the plan of a spiral, and where nothing is planned. */
@RestController
@RequestMapping("/api/v1/p/{slug}/spirals/{id}/plan")
class PlanApi {

    private final Spirals spirals;
    private final Plans plans;

    PlanApi(Spirals spirals, Plans plans) {
        this.spirals = spirals;
        this.plans = plans;
    }

    /**
     * A plan.
     *
     * @param steps what will be done, in the order of months
     * @param from the month it is meant to begin with, as 2026-04; absent while nobody has said
     * @param until the month it is meant to end with
     * @param gaps months in a row in which nothing is planned
     */
    record WholePlan(List<Step> steps, Optional<String> from, Optional<String> until, List<EmptyMonths> gaps) {}

    /**
     * Months in a row in which nothing is planned.
     *
     * @param first the first of them
     * @param last the last of them
     */
    record EmptyMonths(String first, String last) {}

    /**
     * A step of a plan.
     *
     * @param id which one
     * @param name what will be done
     * @param first its first month, as 2026-04; absent for a step that goes on throughout
     * @param last its last month
     * @param version counts its changes, from 1
     */
    record Step(UUID id, String name, Optional<String> first, Optional<String> last, int version) {

        static Step of(PlanStep step) {
            Optional<PlanStep> dated = Optional.of(step).filter(each -> !each.throughout());
            return new Step(
                    step.id(),
                    step.name(),
                    dated.map(each -> each.first().toString()),
                    dated.map(each -> each.last().toString()),
                    step.version());
        }
    }

    /**
     * A step as it should be.
     *
     * @param name what will be done
     * @param first its first month, as 2026-04; absent, with the last, for one that goes on throughout
     * @param last its last month
     * @param version the version that is changed; absent for a new step
     */
    record SentStep(
            Optional<String> name, Optional<YearMonth> first, Optional<YearMonth> last, Optional<Integer> version) {}

    @GetMapping
    WholePlan getPlan(@PathVariable UUID id) {
        Plan plan = plans.plan(spirals.find(id).orElseThrow().id());
        return new WholePlan(
                plan.steps().stream().map(Step::of).toList(),
                plan.from().map(YearMonth::toString),
                plan.until().map(YearMonth::toString),
                plan.gaps().stream()
                        .map(gap -> new EmptyMonths(
                                gap.first().toString(), gap.last().toString()))
                        .toList());
    }

    /** The key of a repeated request is the step's id: sent twice, it adds one. */
    @PostMapping
    ResponseEntity<Step> addStep(
            Screen s,
            @PathVariable UUID id,
            @RequestHeader("Idempotency-Key") Optional<UUID> key,
            @RequestBody SentStep sent) {
        s.refuseUnless(Action.PLAN);
        UUID spiral = spirals.find(id).orElseThrow().id();
        Optional<PlanStep> before = key.flatMap(step -> step(spiral, step));
        if (before.isPresent()) {
            return ResponseEntity.ok(Step.of(before.get()));
        }
        PlanStep step = read(s, sent, key.orElseGet(UUID::randomUUID), 1);
        plans.add(spiral, step);
        return ResponseEntity.created(URI.create("/api/v1" + s.to("/spirals/" + id + "/plan")))
                .body(Step.of(step));
    }

    @PutMapping("/{step}")
    Step changeStep(Screen s, @PathVariable UUID id, @PathVariable UUID step, @RequestBody SentStep sent) {
        s.refuseUnless(Action.PLAN);
        int version = sent.version().orElseThrow(() -> Wrong.field(s, "version", "api.missing"));
        UUID there = step(id, step).orElseThrow().id();
        SpiralApi.saved(plans.change(read(s, sent, there, version)));
        return Step.of(step(id, step).orElseThrow());
    }

    @DeleteMapping("/{step}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeStep(@PathVariable UUID id, @PathVariable UUID step, @RequestParam int version) {
        SpiralApi.saved(plans.remove(step(id, step).orElseThrow().id(), version));
    }

    private Optional<PlanStep> step(UUID spiral, UUID step) {
        return plans.plan(spiral).steps().stream()
                .filter(each -> each.id().equals(step))
                .findFirst();
    }

    private static PlanStep read(Screen s, SentStep sent, UUID id, int version) {
        Form form = Form.empty();
        SpiralApi.put(form, "name", sent.name());
        form.require("name", "plan.name.blank");
        if (sent.first().isPresent() != sent.last().isPresent()) {
            form.refuse(sent.first().isEmpty() ? "first" : "last", "plan.months.blank");
        } else if (sent.first().isPresent()
                && sent.last().get().isBefore(sent.first().get())) {
            form.refuse("last", "plan.months.order");
        }
        if (!form.isRight()) {
            throw Wrong.form(s, form);
        }
        return PlanStep.of(id, form.value("name"), sent.first(), sent.last(), version);
    }
}

package org.whorl.server.shifts;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.whorl.server.design.Screen;
import org.whorl.server.jobs.ShownJob;
import org.whorl.server.models.Found;
import org.whorl.server.models.Models;
import org.whorl.server.models.Runs;
import org.whorl.server.trust.Action;

/** A shift's own page: what it does, by formulas at once, and checked by simulation. */
@Controller
@RequestMapping("/p/{slug}/shifts/{id}")
class ShiftPage {

    private final Shifts shifts;
    private final Effects effects;
    private final Models models;
    private final Runs runs;

    ShiftPage(Shifts shifts, Effects effects, Models models, Runs runs) {
        this.shifts = shifts;
        this.effects = effects;
        this.models = models;
        this.runs = runs;
    }

    @GetMapping
    ResponseEntity<String> shift(Screen s, @PathVariable UUID id) {
        Effect effect =
                effects.of(shifts.find(id).orElseThrow(), true, s.language().words());
        UUID model = effect.shift().model();
        Optional<ShownJob> underWay =
                s.may(Action.SEE_JOBS) ? runs.findUnderWay(page(id)).map(job -> ShownJob.on(s, job)) : Optional.empty();
        Optional<Found> before = effect.checked().isPresent() ? Optional.empty() : runs.findAskedOn(model, page(id));
        return s.show(
                "shifts/shift",
                Map.of(
                        "effect",
                        effect,
                        "kept",
                        models.find(model).orElseThrow(),
                        "underWay",
                        underWay,
                        "before",
                        before));
    }

    @PostMapping("/check")
    ResponseEntity<String> check(Screen s, @PathVariable UUID id) {
        Shift shift = shifts.find(id).orElseThrow();
        Effect effect = effects.of(shift, false, s.language().words());
        if (!effect.shown().scenario().equals(Shift.SCENARIO)) {
            return s.leaveFor(s.to(page(id)), "picture.wrong");
        }
        runs.check(
                shift.model(),
                shift.modelVersion(),
                Optional.of(shift.scenario()),
                shift.scenario().name(),
                page(id));
        return s.leaveFor(s.to(page(id) + "#checked"));
    }

    /** Where the shift stands, inside the partnership. */
    private static String page(UUID id) {
        return "/shifts/" + id;
    }
}

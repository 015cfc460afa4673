package org.whorl.server.shifts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.whorl.engine.model.Partner;
import org.whorl.server.design.Screen;
import org.whorl.server.jobs.ShownJob;
import org.whorl.server.models.Found;
import org.whorl.server.models.Models;
import org.whorl.server.models.Ready;
import org.whorl.server.models.Runs;
import org.whorl.server.trust.Action;

/** A shift's own pages: what it does, checked by simulation, for each partner, and for a board. */
@Controller
@RequestMapping("/p/{slug}/shifts/{id}")
class ShiftPage {

    private final Shifts shifts;
    private final Effects effects;
    private final Fairness fairness;
    private final Models models;
    private final Runs runs;
    private final Clock clock;

    ShiftPage(Shifts shifts, Effects effects, Fairness fairness, Models models, Runs runs, Clock clock) {
        this.shifts = shifts;
        this.effects = effects;
        this.fairness = fairness;
        this.models = models;
        this.runs = runs;
        this.clock = clock;
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
                        "words",
                        words(s, effect),
                        "accounts",
                        Accounts.of(effect, s),
                        "fair",
                        fairness.of(effect, s),
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

    @GetMapping("/partner/{partner}")
    ResponseEntity<String> partner(Screen s, @PathVariable UUID id, @PathVariable String partner) {
        Effect effect =
                effects.of(shifts.find(id).orElseThrow(), true, s.language().words());
        Partner one = effect.shown()
                .ready()
                .model()
                .findPartner(partner)
                .orElseThrow(() -> new NoSuchElementException("no partner " + partner));
        return s.show(
                "shifts/partner",
                Map.of(
                        "effect",
                        effect,
                        "partner",
                        one,
                        "words",
                        words(s, effect),
                        "terms",
                        Terms.of(one, effect, words(s, effect), s)));
    }

    @GetMapping("/board")
    ResponseEntity<String> board(Screen s, @PathVariable UUID id) {
        Effect effect =
                effects.of(shifts.find(id).orElseThrow(), true, s.language().words());
        Shift shift = effect.shift();
        return s.show(
                "shifts/board",
                Map.of(
                        "effect",
                        effect,
                        "kept",
                        models.find(shift.model()).orElseThrow(),
                        "words",
                        words(s, effect),
                        "accounts",
                        Accounts.of(effect, s),
                        "command",
                        TakenAway.command(shift),
                        "today",
                        LocalDate.now(clock),
                        "signOffs",
                        models.listVersions(shift.model()).stream()
                                .filter(v -> v.number() == shift.modelVersion())
                                .flatMap(v -> v.signOffs().stream())
                                .toList()));
    }

    @GetMapping("/folder")
    ResponseEntity<byte[]> folder(Screen s, @PathVariable UUID id) {
        Shift shift = shifts.find(id).orElseThrow();
        Ready ready = models.ready(shift.model(), shift.modelVersion()).orElseThrow();
        String name = TakenAway.name(shift);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".zip")
                                .build()
                                .toString())
                .body(TakenAway.folder(shift, ready, s).packed(name));
    }

    private static ShiftWords words(Screen s, Effect effect) {
        return new ShiftWords(s, effect.shown().ready().model());
    }

    /** Where the shift stands, inside the partnership. */
    private static String page(UUID id) {
        return "/shifts/" + id;
    }
}

package org.whorl.server.shifts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.engine.model.Partner;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.models.Kept;
import org.whorl.server.models.Models;
import org.whorl.server.models.Ready;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Refused;

/** Shift and ledger: building a proposal, what it does to each partner, proposals side by side, a page for a board. */
@Controller
@RequestMapping("/p/{slug}/shifts")
class ShiftPages {

    private final Shifts shifts;
    private final Models models;
    private final Effects effects;

    ShiftPages(Shifts shifts, Models models, Effects effects) {
        this.shifts = shifts;
        this.models = models;
        this.effects = effects;
    }

    @GetMapping
    ResponseEntity<String> all(Screen s) {
        List<Effect> all =
                shifts.listAll().stream().map(shift -> effect(s, shift, false)).toList();
        return s.show("shifts/all", Map.of("effects", all, "models", models.listAll()));
    }

    @GetMapping("/new")
    ResponseEntity<String> start(Screen s, Form form, @RequestParam Optional<UUID> model) {
        mayKeep(s);
        return edit(s, form, kept(model), Optional.empty(), 200);
    }

    @PostMapping("/new")
    ResponseEntity<String> doStart(Screen s, Form form, @RequestParam Optional<UUID> model) {
        mayKeep(s);
        Kept kept = kept(model);
        if (form.ticked("ask")) {
            return edit(s, form, kept, Optional.empty(), 200);
        }
        Ready ready = models.ready(kept.id(), kept.latest()).orElseThrow();
        Shift shift = new ShiftForm(form, ready.model())
                .shift(UUID.randomUUID(), kept.id(), kept.latest(), s.language().code());
        if (!form.isRight()) {
            return edit(s, form, kept, Optional.empty(), 422);
        }
        shifts.keep(shift);
        return s.leaveFor(s.to("/shifts/" + shift.id()), "shift.kept");
    }

    /** Only what changes while somebody builds. */
    @GetMapping("/answer")
    ResponseEntity<String> answer(Screen s, @RequestParam Map<String, String> put, @RequestParam Optional<UUID> model) {
        Form form = new Form(put);
        Kept kept = kept(model);
        Ready ready = models.ready(kept.id(), kept.latest()).orElseThrow();
        return s.show("shifts/answer", Map.of("effect", tried(s, form, kept, ready), "form", form));
    }

    private Effect tried(Screen s, Form form, Kept kept, Ready ready) {
        ShiftForm put = new ShiftForm(form, ready.model());
        Shift shift = new Shift(
                new UUID(0, 0),
                kept.id(),
                kept.latest(),
                form.value("name").isEmpty() ? s.say("shift.unnamed") : form.value("name"),
                s.language().code(),
                "",
                "",
                put.moves(),
                put.payments(),
                "",
                Optional.empty(),
                java.time.Instant.EPOCH,
                1);
        return effects.tried(shift, ready, form.ticked("sure"), s.language().words());
    }

    @GetMapping("/{id}/edit")
    ResponseEntity<String> change(Screen s, @PathVariable UUID id) {
        mayKeep(s);
        Shift shift = shifts.find(id).orElseThrow();
        return edit(s, ShiftForm.of(shift), models.find(shift.model()).orElseThrow(), Optional.of(shift), 200);
    }

    @PostMapping("/{id}/edit")
    ResponseEntity<String> doChange(Screen s, @PathVariable UUID id, Form form) {
        mayKeep(s);
        Shift before = shifts.find(id).orElseThrow();
        Kept kept = models.find(before.model()).orElseThrow();
        if (form.ticked("ask")) {
            return edit(s, form, kept, Optional.of(before), 200);
        }
        Ready ready = models.ready(kept.id(), kept.latest()).orElseThrow();
        Shift wanted = new ShiftForm(form, ready.model()).shift(id, kept.id(), kept.latest(), before.language());
        if (!form.isRight()) {
            return edit(s, form, kept, Optional.of(before), 422);
        }
        if (!shifts.change(wanted)) {
            // Theirs is kept and shown; ours stands in the form, and the next save is on top of theirs.
            form.replace("version", String.valueOf(before.version()));
            form.refuse("name", "shift.conflict");
            return edit(s, form, kept, Optional.of(before), 422);
        }
        return s.leaveFor(s.to("/shifts/" + id), "shift.kept");
    }

    @PostMapping("/{id}/set-aside")
    ResponseEntity<String> setAside(Screen s, @PathVariable UUID id) {
        shifts.setAside(id);
        return s.leaveFor(s.to("/shifts"), "shift.aside");
    }

    @GetMapping("/{id}/partner/{partner}")
    ResponseEntity<String> partner(Screen s, @PathVariable UUID id, @PathVariable String partner) {
        Effect effect = effect(s, shifts.find(id).orElseThrow(), true);
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
                        "gives",
                        moves(s, effect, one, -1),
                        "gets",
                        moves(s, effect, one, 1)));
    }

    /** The places one partner's services give or get, in words. */
    private static List<String> moves(Screen s, Effect effect, Partner partner, int sign) {
        List<String> lines = new ArrayList<>();
        for (Move move : effect.shift().moves()) {
            var service = effect.shown().ready().model().findService(move.service());
            if (service.isPresent()
                    && service.get().partner().equals(partner.id())
                    && Integer.signum(move.places()) == sign) {
                lines.add(s.say(
                        move.months() > 1 ? "shift.move.ramp" : "shift.move",
                        s.language().words().number(Math.abs(move.places())),
                        service.get().name().in(s.language().code()),
                        s.date(move.from()),
                        move.months()));
            }
        }
        return lines;
    }

    @GetMapping("/{id}/board")
    ResponseEntity<String> board(Screen s, @PathVariable UUID id) {
        Effect effect = effect(s, shifts.find(id).orElseThrow(), true);
        return s.show(
                "shifts/board",
                Map.of(
                        "effect", effect,
                        "kept", kept(Optional.of(effect.shift().model())),
                        "signOffs",
                                models.listVersions(effect.shift().model()).stream()
                                        .filter(v ->
                                                v.number() == effect.shift().modelVersion())
                                        .flatMap(v -> v.signOffs().stream())
                                        .toList()));
    }

    private Effect effect(Screen s, Shift shift, boolean sure) {
        return effects.of(shift, sure, s.language().words());
    }

    private ResponseEntity<String> edit(Screen s, Form form, Kept kept, Optional<Shift> before, int status) {
        Ready ready = models.ready(kept.id(), kept.latest()).orElseThrow();
        ShiftForm put = new ShiftForm(form, ready.model());
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put("kept", kept);
        parts.put("before", before);
        parts.put("moveRows", put.moveRows());
        parts.put("paymentRows", put.paymentRows());
        parts.put("services", services(s, ready));
        parts.put("partners", partners(s, ready));
        parts.put("first", ready.model().time().start());
        parts.put("effect", tried(s, form, kept, ready));
        return status == 200 ? s.show("shifts/edit", parts) : s.again("shifts/edit", parts);
    }

    private static List<Option> services(Screen s, Ready ready) {
        String language = s.language().code();
        return ready.model().services().stream()
                .filter(service -> !service.capacity().isUnlimited())
                .map(service -> new Option(service.id(), service.name().in(language)))
                .sorted((a, b) -> s.texts().order().compare(a.label(), b.label()))
                .toList();
    }

    private static List<Option> partners(Screen s, Ready ready) {
        return ready.model().partners().stream()
                .map(partner ->
                        new Option(partner.id(), partner.name().in(s.language().code())))
                .toList();
    }

    private Kept kept(Optional<UUID> model) {
        return model.map(id -> models.find(id).orElseThrow())
                .orElseGet(() -> models.listAll().stream().findFirst().orElseThrow());
    }

    private static void mayKeep(Screen s) {
        if (!s.may(Action.KEEP_OPTION)) {
            throw new Refused(Action.KEEP_OPTION);
        }
    }
}

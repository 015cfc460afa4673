package org.whorl.server.shifts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import org.whorl.server.models.Kept;
import org.whorl.server.models.Models;
import org.whorl.server.models.Ready;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Saved;

/** Shift and ledger: proposals side by side, building one, changing one, setting one aside. */
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
    ResponseEntity<String> all(Screen s, @RequestParam Optional<String> sure) {
        List<Effect> all = shifts.listAll().stream()
                .map(shift -> effect(s, shift, sure.isPresent()))
                .toList();
        // All options' pictures share one axis, so that they can be compared.
        List<Double> leads = sure.isEmpty()
                ? List.of()
                : all.stream()
                        .flatMap(effect ->
                                effect.best().leadValues(effect.shown().scenario()).stream())
                        .toList();
        return s.show(
                "shifts/all",
                Map.of("sure", sure.isPresent(), "leads", leads, "effects", all, "models", models.listAll()));
    }

    @GetMapping("/new")
    ResponseEntity<String> start(Screen s, @RequestParam Map<String, String> put, @RequestParam Optional<UUID> model) {
        s.refuseUnless(Action.KEEP_OPTION);
        return edit(s, new Form(put), kept(model), Optional.empty(), 200);
    }

    @PostMapping("/new")
    ResponseEntity<String> doStart(Screen s, Form form, @RequestParam Optional<UUID> model) {
        s.refuseUnless(Action.KEEP_OPTION);
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
                Exit.none(),
                Optional.empty(),
                java.time.Instant.EPOCH,
                1);
        return effects.tried(shift, ready, form.ticked("sure"), s.language().words());
    }

    @GetMapping("/{id}/edit")
    ResponseEntity<String> change(Screen s, @PathVariable UUID id) {
        s.refuseUnless(Action.KEEP_OPTION);
        Shift shift = shifts.find(id).orElseThrow();
        return edit(s, ShiftForm.of(shift), models.find(shift.model()).orElseThrow(), Optional.of(shift), 200);
    }

    @PostMapping("/{id}/edit")
    ResponseEntity<String> doChange(Screen s, @PathVariable UUID id, Form form) {
        s.refuseUnless(Action.KEEP_OPTION);
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
        return switch (shifts.change(wanted)) {
            case Saved.Yes yes ->
                s.leaveFor(s.to("/shifts/" + id), "shift.kept", Shift.VERSIONED.kind(), id, yes.version());
            case Saved.Conflict conflict -> {
                Merge merge = BothChanged.of(form, wanted, conflict, new ShiftWords(s, ready.model()));
                yield edit(s, merge.form(), kept, Optional.of(before), Optional.of(merge), 422);
            }
            case Saved.Gone _ -> s.leaveFor(s.to("/shifts"), "shift.gone");
        };
    }

    @PostMapping("/{id}/set-aside")
    ResponseEntity<String> setAside(Screen s, @PathVariable UUID id, Form form) {
        return switch (shifts.setAside(id, form.number("version").orElse(0))) {
            case Saved.Yes yes -> s.leaveFor(s.to("/shifts"), "shift.aside", Shift.VERSIONED.kind(), id, yes.version());
            case Saved.Conflict _ -> s.leaveFor(s.to("/shifts/" + id), "shift.changed-first");
            case Saved.Gone _ -> s.leaveFor(s.to("/shifts"), "shift.gone");
        };
    }

    private Effect effect(Screen s, Shift shift, boolean sure) {
        return effects.of(shift, sure, s.language().words());
    }

    private ResponseEntity<String> edit(Screen s, Form form, Kept kept, Optional<Shift> before, int status) {
        return edit(s, form, kept, before, Optional.empty(), status);
    }

    private ResponseEntity<String> edit(
            Screen s, Form form, Kept kept, Optional<Shift> before, Optional<Merge> merge, int status) {
        Ready ready = models.ready(kept.id(), kept.latest()).orElseThrow();
        ShiftForm put = new ShiftForm(form, ready.model());
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put("kept", kept);
        parts.put("before", before);
        parts.put("merge", merge);
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
}

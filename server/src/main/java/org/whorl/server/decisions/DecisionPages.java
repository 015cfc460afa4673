package org.whorl.server.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.server.circles.Decided;
import org.whorl.server.circles.Items;
import org.whorl.server.design.Form;
import org.whorl.server.design.Merge;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.people.Community;
import org.whorl.server.shifts.Proposals;
import org.whorl.server.shifts.Shift;
import org.whorl.server.shifts.Shifts;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Refused;
import org.whorl.server.trust.Saved;

/** Decisions: begun with what is wanted instead, written part by part, made, opened again. */
@Controller
@RequestMapping("/p/{slug}/decisions")
class DecisionPages {

    private final Decisions decisions;
    private final Signing signing;
    private final Showing showing;
    private final Packing packing;
    private final Proposals proposals;
    private final Shifts shifts;
    private final Community community;
    private final Items items;
    private final List<Beside> beside;

    DecisionPages(
            Decisions decisions,
            Signing signing,
            Showing showing,
            Packing packing,
            Proposals proposals,
            Shifts shifts,
            Community community,
            Items items,
            List<Beside> beside) {
        this.decisions = decisions;
        this.signing = signing;
        this.showing = showing;
        this.packing = packing;
        this.proposals = proposals;
        this.shifts = shifts;
        this.community = community;
        this.items = items;
        this.beside = List.copyOf(beside);
    }

    @GetMapping
    ResponseEntity<String> all(Screen s) {
        List<Decision> open = s.may(Action.SEE_DRAFTS) ? decisions.listOpen() : List.of();
        return s.show("decisions/all", Map.of("made", decisions.listMade(), "open", open, "today", showing.today()));
    }

    @GetMapping("/new")
    ResponseEntity<String> start(Screen s, Form form, @RequestParam Map<String, String> put) {
        mayKeep(s);
        form.presetAll(put);
        Optional<Decided> from = from(s, form);
        Optional<UUID> kept = from.flatMap(each -> decisions.findOf(each.item()));
        if (kept.isPresent()) {
            return s.leaveFor(s.to("/decisions/" + kept.get()));
        }
        from.ifPresent(each -> form.preset("question", each.question())
                .preset("wanted", each.wanted())
                .preset("decided", FromCircle.decided(s, each)));
        return s.show("decisions/new", Map.of("form", form, "from", from));
    }

    /** What a circle has decided, where its item is named. */
    private Optional<Decided> from(Screen s, Form form) {
        try {
            return s.may(Action.SEE_CIRCLES) && !form.value("item").isEmpty()
                    ? items.decided(UUID.fromString(form.value("item")))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @PostMapping("/new")
    ResponseEntity<String> doStart(Screen s, Form form) {
        mayKeep(s);
        Map<Field, String> said = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            said.put(field, "");
        }
        said.putAll(new DecisionForm(form, Map.of(), showing.today(), "").said(Part.WHAT));
        shift(form).ifPresent(shift -> said.put(Field.SHIFT, shift.toString()));
        Optional<Decided> from = from(s, form);
        if (!form.isRight()) {
            return s.again("decisions/new", Map.of("form", form, "from", from));
        }
        from.ifPresent(each -> said.putAll(FromCircle.said(s, each, showing.today())));
        UUID id = UUID.randomUUID();
        Decision begun = new Decision(
                id,
                Decision.State.OPEN,
                from.map(Decided::item),
                said,
                "",
                from.map(Decided::language).orElse(s.language().code()),
                Optional.empty(),
                Instant.EPOCH,
                1);
        UUID kept = decisions.begin(
                begun, from.map(each -> FromCircle.dissent(s, each)).orElse(List.of()));
        return s.leaveFor(s.to("/decisions/" + kept), kept.equals(id) ? "decision.begun" : "decision.begun-before");
    }

    private Optional<UUID> shift(Form form) {
        return form.chosen("shift", shifts.listAll(), Shift::id);
    }

    @GetMapping("/{id}")
    ResponseEntity<String> decision(Screen s, Form form, @PathVariable UUID id) {
        return page(s, form, showing.find(s, id).orElseThrow());
    }

    private ResponseEntity<String> page(Screen s, Form form, Decision decision) {
        UUID id = decision.id();
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form.preset("made-on", showing.today().toString()));
        parts.put("shown", showing.of(s, decision));
        parts.put("packs", decisions.listPacks(id));
        parts.put("replies", s.may(Action.SEE_DRAFTS) ? signing.listReplies(id) : List.of());
        parts.put(
                "beside",
                beside.stream().flatMap(each -> each.list(s, id).stream()).toList());
        return form.isRight() ? s.show("decisions/decision", parts) : s.again("decisions/decision", parts);
    }

    @GetMapping("/{id}/edit/{part}")
    ResponseEntity<String> edit(Screen s, @PathVariable UUID id, @PathVariable String part) {
        mayKeep(s);
        Part which = Part.find(part).orElseThrow();
        Decision decision =
                decisions.find(id).filter(each -> each.isOpen(which)).orElseThrow();
        mayChange(decision);
        Form form = DecisionForm.of(decision, which);
        if (which == Part.IMPACT && decision.isBlank(which)) {
            Draft.of(s, decision, decision.shift().flatMap(shift -> proposals.find(s, shift)))
                    .forEach((field, draft) -> form.replace(field.key(), draft));
        }
        return edit(s, form, decision, which, Optional.empty());
    }

    @PostMapping("/{id}/edit/{part}")
    ResponseEntity<String> doEdit(Screen s, Form form, @PathVariable UUID id, @PathVariable String part) {
        mayKeep(s);
        Part which = Part.find(part).orElseThrow();
        Optional<Decision> before = decisions.find(id);
        if (before.isEmpty()) {
            return s.refused("decision.gone", s.to("/decisions"));
        }
        if (!before.get().isOpen(which)) {
            return s.refused("decision.is-made", s.to("/decisions/" + id));
        }
        mayChange(before.get());
        Map<Field, String> said =
                new DecisionForm(form, options(s), showing.today(), before.get().value(Field.REVIEW_ON)).said(which);
        if (which == Part.IMPACT) {
            // Nobody has touched these: they stay a draft, worked out anew in each reader's language.
            Draft.of(s, before.get(), before.get().shift().flatMap(shift -> proposals.find(s, shift)))
                    .forEach((field, draft) -> said.computeIfPresent(
                            field, (_, words) -> words.strip().equals(draft.strip()) ? "" : words));
        }
        if (before.get().isMade()) {
            which.fields().stream()
                    .filter(field ->
                            field.isNeeded() && said.getOrDefault(field, "").isBlank())
                    .forEach(field -> form.refuse(field.key(), "decision.missing." + field.key()));
        }
        if (!form.isRight()) {
            return edit(s, form, before.get(), which, Optional.empty());
        }
        return switch (decisions.change(id, form.number("version").orElse(0), said)) {
            case Saved.Yes yes ->
                s.leaveFor(
                        s.to("/decisions/" + id + "#" + which.key()),
                        "decision.kept",
                        Decision.VERSIONED.kind(),
                        id,
                        yes.version());
            case Saved.Conflict conflict -> {
                Merge merge = Merge.of(form, conflict, DecisionForm.merged(which), UnaryOperator.identity());
                Form merged = DecisionForm.ticked(merge.form(), which);
                yield edit(s, merged, before.get(), which, Optional.of(merge));
            }
            case Saved.Gone _ -> s.refused("decision.gone", s.to("/decisions"));
        };
    }

    private ResponseEntity<String> edit(Screen s, Form form, Decision decision, Part part, Optional<Merge> merge) {
        Map<String, Object> parts = new HashMap<>();
        Map<Field, List<Option>> options = options(s);
        Map<String, String> names = new HashMap<>();
        options.values().forEach(each -> names.putAll(Option.names(each)));
        parts.put("form", form);
        parts.put("decision", decision);
        parts.put("part", part);
        parts.put("merge", merge);
        parts.put("options", options);
        parts.put("names", names);
        parts.put("shown", showing.of(s, decision));
        boolean right = form.isRight() && merge.isEmpty();
        return right ? s.show("decisions/edit", parts) : s.again("decisions/edit", parts);
    }

    @PostMapping("/{id}/make")
    ResponseEntity<String> make(Screen s, Form form, @PathVariable UUID id) {
        mayKeep(s);
        Decision decision = open(id);
        mayChange(decision);
        LocalDate on = form.day("made-on", "day.wrong").orElse(showing.today());
        if (on.isAfter(showing.today())) {
            form.refuse("made-on", "decision.made-on.wrong");
        }
        if (!decision.missing().isEmpty()) {
            form.refuse("made-on", "decision.not-whole");
        }
        if (!form.isRight()) {
            return page(s, form, decision);
        }
        return moved(
                s,
                id,
                "decision.made",
                decisions.make(id, version(form), on, made -> packing.of(s, showing.of(s, made))));
    }

    @PostMapping("/{id}/open")
    ResponseEntity<String> openAgain(Screen s, Form form, @PathVariable UUID id) {
        Decision decision = showing.find(s, id).filter(Decision::isMade).orElseThrow();
        form.require("why", "decision.open-again.blank");
        if (!form.isRight()) {
            return page(s.at(s.to("/decisions/" + id)), form, decision);
        }
        Review why = new Review("change", form.value("why"), s.language().code(), showing.today());
        return moved(s, id, "decision.opened", decisions.open(id, version(form), why));
    }

    @PostMapping("/{id}/set-aside")
    ResponseEntity<String> setAside(Screen s, Form form, @PathVariable UUID id) {
        Saved saved = decisions.setAside(id, version(form));
        return saved instanceof Saved.Yes yes
                ? s.leaveFor(s.to("/decisions"), "decision.aside", Decision.VERSIONED.kind(), id, yes.version())
                : moved(s, id, "decision.aside", saved);
    }

    private static ResponseEntity<String> moved(Screen s, UUID id, String notice, Saved saved) {
        return switch (saved) {
            case Saved.Yes yes ->
                s.leaveFor(s.to("/decisions/" + id), notice, Decision.VERSIONED.kind(), id, yes.version());
            case Saved.Conflict _ -> s.refused("decision.changed-first", s.to("/decisions/" + id));
            case Saved.Gone _ -> s.refused("decision.gone", s.to("/decisions"));
        };
    }

    private Decision open(UUID id) {
        return decisions.find(id).filter(each -> !each.isMade()).orElseThrow();
    }

    private Map<Field, List<Option>> options(Screen s) {
        Map<Field, List<Option>> options = new EnumMap<>(Field.class);
        options.put(
                Field.OWNER,
                community.listMembers().stream()
                        .map(member -> new Option(member.id().toString(), member.name()))
                        .toList());
        options.put(
                Field.SHIFT,
                shifts.listAll().stream()
                        .map(shift -> new Option(
                                shift.id().toString(), shift.name(s.language().code())))
                        .toList());
        for (Field field : Field.values()) {
            if (field.kind() == Field.Kind.CHOICE) {
                options.put(
                        field,
                        field.choices().stream()
                                .map(each -> new Option(each, s.say("decision." + field.key() + "." + each)))
                                .toList());
            }
        }
        return options;
    }

    private void mayChange(Decision decision) {
        if (!decisions.mayChange(decision.id())) {
            throw new Refused(Action.KEEP_DECISION);
        }
    }

    static int version(Form form) {
        return form.number("version").orElse(0);
    }

    static void mayKeep(Screen s) {
        s.refuseUnless(Action.KEEP_DECISION);
    }
}

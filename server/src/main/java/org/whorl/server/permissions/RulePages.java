package org.whorl.server.permissions;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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
import org.whorl.server.people.Community;
import org.whorl.server.people.Partner;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Saved;

/** Rules: the list with what they cost, one of them, adding, changing, renewing and giving up. */
@Controller
@RequestMapping("/p/{slug}/rules")
class RulePages {

    private final Rules rules;
    private final Permitting permitting;
    private final Community community;
    private final Clock clock;

    RulePages(Rules rules, Permitting permitting, Community community, Clock clock) {
        this.rules = rules;
        this.permitting = permitting;
        this.community = community;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<String> list(Screen s) {
        return s.show(
                "permissions/rules",
                Map.of("ledger", rules.ledger(), "suggested", rules.suggest(Optional.empty()), "today", today()));
    }

    @GetMapping("/new")
    ResponseEntity<String> start(Screen s, Form form, @RequestParam Map<String, String> put) {
        s.refuseUnless(Action.KEEP_RULES);
        form.presetAll(put);
        return s.show("permissions/rule-new", adding(s, form));
    }

    @PostMapping("/new")
    ResponseEntity<String> add(Screen s, Form form) {
        s.refuseUnless(Action.KEEP_RULES);
        Optional<Rule> rule =
                new RuleForm(form).fresh(partners(), today(), s.language().code());
        rule.filter(each -> rules.list().stream().anyMatch(each::isCalledLike))
                .ifPresent(_ -> form.refuse("name", "rule.name.twice"));
        if (rule.isEmpty() || !form.isRight()) {
            return s.again("permissions/rule-new", adding(s, form));
        }
        rules.add(rule.get());
        return s.leaveFor(s.to("/rules/" + rule.get().id()), "rule.is-added");
    }

    @GetMapping("/{id}")
    ResponseEntity<String> show(Screen s, Form form, @PathVariable UUID id) {
        return s.show("permissions/rule", shown(form, id));
    }

    @GetMapping("/{id}/edit")
    ResponseEntity<String> change(Screen s, @PathVariable UUID id) {
        s.refuseUnless(Action.KEEP_RULES);
        Rule rule = rules.find(id).orElseThrow();
        return s.show("permissions/rule-edit", editing(RuleForm.of(rule), rule, Optional.empty()));
    }

    @PostMapping("/{id}/edit")
    ResponseEntity<String> doChange(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.KEEP_RULES);
        Rule before = rules.find(id).orElseThrow();
        Optional<Rule> wanted = new RuleForm(form).changed(before, today());
        if (wanted.isEmpty()) {
            return s.again("permissions/rule-edit", editing(form, before, Optional.empty()));
        }
        return switch (rules.change(wanted.get())) {
            case Saved.Yes yes -> done(s, id, "saved", yes);
            case Saved.Conflict conflict -> {
                Merge merge = Merge.of(form, conflict, RuleForm.FIELDS, UnaryOperator.identity());
                yield s.again("permissions/rule-edit", editing(merge.form(), before, Optional.of(merge)));
            }
            case Saved.Gone _ -> throw new java.util.NoSuchElementException("no such rule");
        };
    }

    @PostMapping("/{id}/renew")
    ResponseEntity<String> renew(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.KEEP_RULES);
        form.require("renew-why", "rule.renew.why.blank");
        Optional<LocalDate> until = until(form);
        return !form.isRight() || until.isEmpty()
                ? s.at(s.to("/rules/" + id)).again("permissions/rule", shown(form, id))
                : moved(
                        s,
                        form,
                        id,
                        "rule.is-renewed",
                        rules.renew(id, form.number("version").orElse(0), until.get(), form.value("renew-why")));
    }

    @PostMapping("/{id}/retire")
    ResponseEntity<String> retire(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.KEEP_RULES);
        form.require("retire-why", "rule.retire.why.blank");
        if (!rules.mayRetire(id)) {
            form.refuse("retire-why", "rule.retire.not-yours");
        }
        return !form.isRight()
                ? s.at(s.to("/rules/" + id)).again("permissions/rule", shown(form, id))
                : moved(
                        s,
                        form,
                        id,
                        "rule.is-retired",
                        rules.retire(id, form.number("version").orElse(0), form.value("retire-why")));
    }

    private ResponseEntity<String> moved(Screen s, Form form, UUID id, String notice, Saved saved) {
        if (saved instanceof Saved.Yes yes) {
            return done(s, id, notice, yes);
        }
        form.refuse(form.value("retire-why").isEmpty() ? "renew-why" : "retire-why", "rule.changed-first");
        return s.at(s.to("/rules/" + id)).again("permissions/rule", shown(form, id));
    }

    private static ResponseEntity<String> done(Screen s, UUID id, String notice, Saved.Yes yes) {
        return s.leaveFor(s.to("/rules/" + id), notice, Rule.VERSIONED.kind(), id, yes.version());
    }

    private Map<String, Object> shown(Form form, UUID id) {
        Rule rule = rules.find(id).orElseThrow();
        return Map.of(
                "form",
                form,
                "rule",
                rule,
                "today",
                today(),
                "mayRetire",
                rules.mayRetire(id),
                "suggested",
                rule.added() ? rules.suggest(Optional.of(id)) : Optional.empty(),
                "permissions",
                permitting.list().stream()
                        .filter(each ->
                                each.rules().stream().anyMatch(one -> one.id().equals(id)))
                        .toList(),
                "now",
                clock.instant());
    }

    private Map<String, Object> adding(Screen s, Form form) {
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put(
                "partners",
                partners().stream()
                        .map(each -> new Option(each.id().toString(), s.pick(each.nameEn(), each.nameCy())))
                        .toList());
        parts.put(
                "kinds",
                Arrays.stream(Rule.Kind.values())
                        .map(each -> new Option(each.key(), s.say("rule.kind." + each.key())))
                        .toList());
        parts.put(
                "duties",
                Stream.concat(
                                Stream.of(new Option("no", s.say("rule.duty.no"))),
                                Arrays.stream(Duty.values())
                                        .map(each -> new Option(each.key(), s.say("duty.name." + each.key()))))
                        .toList());
        parts.put(
                "sinces",
                Stream.of("new", "old")
                        .map(each -> new Option(each, s.say("rule.since." + each)))
                        .toList());
        parts.put("suggested", rules.suggest(Optional.empty()));
        return parts;
    }

    private static Map<String, Object> editing(Form form, Rule rule, Optional<Merge> merge) {
        return Map.of("form", form, "rule", rule, "merge", merge);
    }

    private List<Partner> partners() {
        return community.listPartners().stream()
                .filter(each -> each.endedOn().isEmpty())
                .toList();
    }

    private Optional<LocalDate> until(Form form) {
        Optional<LocalDate> day =
                form.day("renew-until").filter(each -> each.isAfter(today()) && !each.isAfter(today().plusYears(1)));
        if (day.isEmpty()) {
            form.refuse("renew-until", "rule.renew.until.wrong");
        }
        return day;
    }

    private LocalDate today() {
        return Span.today(clock.instant());
    }
}

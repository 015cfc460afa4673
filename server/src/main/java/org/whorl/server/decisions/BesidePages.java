package org.whorl.server.decisions;

import java.time.LocalDate;
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
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.people.Community;
import org.whorl.server.people.Member;
import org.whorl.server.people.Partner;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Refused;
import org.whorl.server.trust.Saved;

/** What stands beside a decision: what it rests on, who helps, who saw it otherwise, who signs, and looking at it again. */
@Controller
@RequestMapping("/p/{slug}/decisions/{id}")
class BesidePages {

    private static final int LONGEST = 3_000;

    private final Decisions decisions;
    private final Signing signing;
    private final Showing showing;
    private final Rests rests;
    private final Community community;
    private final List<Beside> beside;

    BesidePages(
            Decisions decisions,
            Signing signing,
            Showing showing,
            Rests rests,
            Community community,
            List<Beside> beside) {
        this.decisions = decisions;
        this.signing = signing;
        this.showing = showing;
        this.rests = rests;
        this.community = community;
        this.beside = List.copyOf(beside);
    }

    @GetMapping("/evidence")
    ResponseEntity<String> evidence(Screen s, Form form, @PathVariable UUID id, @RequestParam Map<String, String> put) {
        s.refuseUnless(Action.KEEP_DECISION);
        return evidence(s, form.presetAll(put), decisions.find(id).orElseThrow());
    }

    @PostMapping("/evidence")
    ResponseEntity<String> addEvidence(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.KEEP_DECISION);
        Decision decision = decisions.find(id).orElseThrow();
        List<Evidence> chosen = List.of(Evidence.Kind.values()).stream()
                .flatMap(kind -> rests.chosen(s, kind, form.value(kind.key())).stream())
                .toList();
        if (chosen.isEmpty()) {
            form.refuse(
                    rests.choices(s).stream()
                            .findFirst()
                            .map(each -> each.kind().key())
                            .orElse("model"),
                    "decision.rests.blank");
            return evidence(s, form, decision);
        }
        boolean added = true;
        for (Evidence each : chosen) {
            added &= decisions.addEvidence(id, each);
        }
        return added ? s.leaveFor(back(s, id), "decision.rests.added") : s.refused("decision.is-made", back(s, id));
    }

    private ResponseEntity<String> evidence(Screen s, Form form, Decision decision) {
        Map<String, Object> parts = Map.of(
                "form",
                form,
                "decision",
                decision,
                "rests",
                rests.list(s, decisions.listEvidence(decision.id())),
                "choices",
                rests.choices(s),
                "mayChange",
                decisions.mayChange(decision.id()));
        return form.isRight() ? s.show("decisions/evidence", parts) : s.again("decisions/evidence", parts);
    }

    @PostMapping("/evidence/{evidence}/remove")
    ResponseEntity<String> removeEvidence(Screen s, @PathVariable UUID id, @PathVariable UUID evidence) {
        boolean removed = decisions.removeEvidence(id, evidence);
        String page = s.to("/decisions/" + id + "/evidence");
        return removed ? s.leaveFor(page, "decision.rests.removed") : s.refused("decision.is-made", page);
    }

    @GetMapping("/people")
    ResponseEntity<String> people(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.KEEP_DECISION);
        return people(s, form, decisions.find(id).orElseThrow());
    }

    private ResponseEntity<String> people(Screen s, Form form, Decision decision) {
        List<Member> members = community.listMembers();
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put("decision", decision);
        parts.put("members", options(members));
        parts.put(
                "helpers",
                options(members.stream()
                        .filter(each -> decisions.listHelpers(decision.id()).contains(each.id()))
                        .toList()));
        parts.put("mayChange", decisions.mayChange(decision.id()));
        parts.put("signatories", signing.list(decision.id()));
        parts.put(
                "speakers",
                members.stream()
                        .filter(each -> each.partner().isPresent())
                        .map(each -> new Option(
                                each.id().toString(),
                                each.name() + ", "
                                        + each.partner()
                                                .map(p -> s.pick(p.nameEn(), p.nameCy()))
                                                .orElse("")))
                        .toList());
        return form.isRight() ? s.show("decisions/people", parts) : s.again("decisions/people", parts);
    }

    @PostMapping("/helpers")
    ResponseEntity<String> help(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.KEEP_DECISION);
        Decision decision = decisions.find(id).orElseThrow();
        Optional<UUID> member = member(form, "helper").map(Member::id);
        if (member.isEmpty()) {
            form.refuse("helper", "decision.helper.blank");
            return people(s, form, decision);
        }
        boolean helps = !form.value("no-longer").equals("yes");
        decisions.help(id, member.get(), helps);
        return s.leaveFor(s.to("/decisions/" + id + "/people"), "saved");
    }

    @PostMapping("/signatories")
    ResponseEntity<String> nameSignatory(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.NAME_SIGNATORIES);
        Decision decision = decisions.find(id).orElseThrow();
        Optional<Member> member = member(form, "signatory");
        Optional<UUID> partner = member.flatMap(Member::partner).map(Partner::id);
        if (partner.isEmpty()) {
            form.refuse("signatory", "decision.signatory.blank");
            return people(s, form, decision);
        }
        boolean named = signing.name(id, partner.get(), member.get().id());
        String page = s.to("/decisions/" + id + "/people");
        String notice = decision.isMade() ? "decision.signatory.named" : "decision.signatory.named-before";
        return named ? s.leaveFor(page, notice) : s.refused("decision.signatory.signed", page);
    }

    @PostMapping("/sign")
    ResponseEntity<String> sign(Screen s, Form form, @PathVariable UUID id) {
        boolean signed = signing.sign(id, DecisionPages.version(form), cut(form.value("words")));
        return signed ? s.leaveFor(back(s, id), "decision.signed") : s.refused("decision.not-signed", back(s, id));
    }

    @GetMapping("/dissent")
    ResponseEntity<String> dissent(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.KEEP_DECISION);
        return s.show(
                "decisions/dissent",
                Map.of("form", form, "decision", decisions.find(id).orElseThrow()));
    }

    @PostMapping("/dissent")
    ResponseEntity<String> sayDissent(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.KEEP_DECISION);
        Decision decision = decisions.find(id).orElseThrow();
        words(form, "decision.dissent.blank");
        if (!form.isRight()) {
            return s.again("decisions/dissent", Map.of("form", form, "decision", decision));
        }
        decisions.dissent(id, form.value("words"), s.language().code(), form.ticked("named"));
        return s.leaveFor(s.to("/decisions/" + id + "#dissent"), "decision.dissent.kept");
    }

    @GetMapping("/review")
    ResponseEntity<String> review(Screen s, Form form, @PathVariable UUID id) {
        return review(s, form, showing.find(s, id).filter(Decision::isMade).orElseThrow());
    }

    @PostMapping("/review")
    ResponseEntity<String> doReview(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.KEEP_DECISION);
        Decision decision = decisions.find(id).filter(Decision::isMade).orElseThrow();
        LocalDate today = showing.today();
        form.require("learnt", "decision.learnt.blank");
        if (!Review.OUTCOMES.contains(form.value("outcome"))) {
            form.refuse("outcome", "decision.outcome.blank");
        }
        Optional<LocalDate> next = form.day("next", "day.wrong");
        if (next.filter(day -> !day.isAfter(today)).isPresent()
                || (next.isEmpty() && !form.value("outcome").equals("stop"))) {
            form.refuse("next", "decision.next.wrong");
        }
        if (!form.isRight()) {
            return review(s, form, decision);
        }
        Review review = new Review(
                form.value("outcome"), cut(form.value("learnt")), s.language().code(), today);
        return switch (decisions.review(id, DecisionPages.version(form), review, next)) {
            case Saved.Yes _ -> s.leaveFor(back(s, id), "decision.reviewed");
            case Saved.Conflict _ -> s.refused("decision.changed-first", s.to("/decisions/" + id + "/review"));
            case Saved.Gone _ -> s.refused("decision.gone", s.to("/decisions"));
        };
    }

    private ResponseEntity<String> review(Screen s, Form form, Decision decision) {
        List<Beside.Counted> counted = beside.stream()
                .flatMap(each -> each.listCounted(s, decision.id()).stream())
                .toList();
        Map<String, Object> parts = Map.of("form", form, "shown", showing.of(s, decision), "counted", counted);
        return form.isRight() ? s.show("decisions/review", parts) : s.again("decisions/review", parts);
    }

    @GetMapping("/reply")
    ResponseEntity<String> reply(Screen s, Form form, @PathVariable UUID id) {
        if (s.viewer().member().isEmpty()) {
            throw new Refused(Action.SAY_BACK);
        }
        return s.show(
                "decisions/reply",
                Map.of(
                        "form",
                        form,
                        "decision",
                        showing.find(s, id).filter(Decision::isMade).orElseThrow()));
    }

    @PostMapping("/reply")
    ResponseEntity<String> doReply(Screen s, Form form, @PathVariable UUID id) {
        Decision decision = showing.find(s, id).filter(Decision::isMade).orElseThrow();
        words(form, "decision.reply.blank");
        if (!form.isRight()) {
            return s.again("decisions/reply", Map.of("form", form, "decision", decision));
        }
        boolean taken = signing.reply(id, form.value("words"), s.language().code());
        return taken
                ? s.leaveFor(back(s, id), "decision.reply.taken")
                : s.refused("decision.reply.not-taken", back(s, id));
    }

    private static void words(Form form, String blank) {
        form.require("words", blank);
        if (form.value("words").length() > LONGEST) {
            form.refuse("words", "decision.too-long");
        }
    }

    private Optional<Member> member(Form form, String field) {
        return community.listMembers().stream()
                .filter(each -> each.id().toString().equals(form.value(field)))
                .findFirst();
    }

    private static List<Option> options(List<Member> members) {
        return members.stream()
                .map(each -> new Option(each.id().toString(), each.name()))
                .toList();
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    private static String back(Screen s, UUID id) {
        return s.to("/decisions/" + id);
    }
}

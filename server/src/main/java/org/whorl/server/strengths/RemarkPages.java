package org.whorl.server.strengths;

import java.util.Comparator;
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
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.people.Community;
import org.whorl.server.people.Partner;
import org.whorl.server.trust.Action;

/** What organisations see as strong on each other's side and on their own. */
@Controller
@RequestMapping("/p/{slug}/patterns/strengths")
class RemarkPages {

    private static final int LONGEST = 500;

    private final Remarks remarks;
    private final Community community;

    RemarkPages(Remarks remarks, Community community) {
        this.remarks = remarks;
        this.community = community;
    }

    @GetMapping
    ResponseEntity<String> show(Screen s) {
        s.refuseUnless(Action.SEE_PEOPLE);
        return s.show("strengths/matrix", matrix(s, Form.empty()));
    }

    @GetMapping("/new")
    ResponseEntity<String> start(Screen s, Form form) {
        s.refuseUnless(Action.NAME_STRENGTHS);
        return s.show("strengths/remark", parts(s, form));
    }

    @PostMapping("/new")
    ResponseEntity<String> say(Screen s, Form form) {
        s.refuseUnless(Action.NAME_STRENGTHS);
        Optional<UUID> about = form.chosen("about", community.listPartners(), Partner::id);
        if (about.isEmpty()) {
            form.refuse("about", "seen.about.blank");
        }
        form.require("meeting", "seen.meeting.blank");
        form.require("words", "seen.words.blank");
        for (String field : List.of("meeting", "words")) {
            if (form.value(field).length() > LONGEST) {
                form.refuse(field, "offer.what.long");
            }
        }
        if (!form.isRight() || remarks.findMine().isEmpty()) {
            return s.again("strengths/remark", parts(s, form));
        }
        remarks.say(
                about.orElseThrow(),
                form.value("meeting"),
                form.value("words"),
                s.language().code());
        return s.leaveFor(s.to("/patterns/strengths"), "seen.said");
    }

    @PostMapping("/{id}/group")
    ResponseEntity<String> group(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.GROUP_STRENGTHS);
        Optional<UUID> strength = form.chosen("strength", remarks.listNamed(), SeenStrength::id);
        String name = form.value("name");
        if (strength.isEmpty() && (name.isEmpty() || name.length() > LONGEST)) {
            form.refuse("name-" + id, "seen.name.blank");
            return s.again("strengths/matrix", matrix(s, form));
        }
        return s.leaveFor(
                s.to("/patterns/strengths"),
                remarks.group(id, strength, name, s.language().code()) ? "saved" : "seen.gone");
    }

    @PostMapping("/{id}/remove")
    ResponseEntity<String> remove(Screen s, @PathVariable UUID id) {
        remarks.remove(id);
        return s.leaveFor(s.to("/patterns/strengths"), "seen.removed");
    }

    private Map<String, Object> matrix(Screen s, Form form) {
        List<Remark> all = remarks.list();
        List<SeenStrength> named = remarks.listNamed();
        Map<UUID, List<Option>> choices = new HashMap<>();
        for (SeenStrength each : named) {
            choices.merge(
                    each.about(),
                    List.of(new Option(each.id().toString(), each.name())),
                    (one, other) -> java.util.stream.Stream.concat(one.stream(), other.stream())
                            .toList());
        }
        return Map.of(
                "form",
                form,
                "partners",
                community.listPartners().stream()
                        .sorted(Comparator.comparing(
                                (Partner each) -> s.pick(each.nameEn(), each.nameCy()),
                                s.texts().order()))
                        .toList(),
                "remarks",
                all,
                "named",
                named,
                "choices",
                choices);
    }

    private Map<String, Object> parts(Screen s, Form form) {
        return Map.of(
                "form",
                form,
                "mine",
                remarks.findMine(),
                "guessed",
                remarks.couldBeGuessed(),
                "partners",
                community.listPartners().stream()
                        .map(each -> new Option(each.id().toString(), s.pick(each.nameEn(), each.nameCy())))
                        .toList());
    }
}

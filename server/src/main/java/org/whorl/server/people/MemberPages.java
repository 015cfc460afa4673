package org.whorl.server.people;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
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
import org.whorl.server.design.Form;
import org.whorl.server.design.Merge;
import org.whorl.server.design.Screen;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Role;
import org.whorl.server.trust.Saved;

/** One member: where they come from, circles, roles; and leaving. */
@Controller
@RequestMapping("/p/{slug}")
class MemberPages {

    private static final List<Merge.Field> FIELDS = List.of(
            new Merge.Field("perspective", "perspective", "people.voice"),
            new Merge.Field("partner", "partner", "people.partner"));

    private final Community community;
    private final Members members;

    MemberPages(Community community, Members members) {
        this.community = community;
        this.members = members;
    }

    @GetMapping("/people/{id}")
    ResponseEntity<String> member(Screen s, Form form, @PathVariable UUID id) {
        return s.show("people/member", parts(s, form, member(id), Optional.empty(), ""));
    }

    @PostMapping("/people/{id}")
    ResponseEntity<String> change(Screen s, Form form, @PathVariable UUID id) {
        Optional<Saved> saved = members.change(
                id,
                form.number("version").orElse(0),
                form.chosen("partner", community.listPartners(), Partner::id),
                form.chosen("perspective", community.listPerspectives(), Perspective::id));
        if (saved.isEmpty()) {
            form.refuse("partner", "member.refused.facilitator-of-partner");
            return s.again("people/member", parts(s, form, member(id), Optional.empty(), ""));
        }
        return switch (saved.get()) {
            case Saved.Yes yes -> s.leaveFor(here(s, id), "saved", Member.VERSIONED.kind(), id, yes.version());
            case Saved.Conflict conflict -> {
                Merge merge = Merge.of(form, conflict, FIELDS, UnaryOperator.identity());
                yield s.again("people/member", parts(s, merge.form(), member(id), Optional.of(merge), ""));
            }
            case Saved.Gone _ -> throw new NoSuchElementException("they have left");
        };
    }

    @PostMapping("/people/{id}/circles")
    ResponseEntity<String> circles(Screen s, Form form, @PathVariable UUID id) {
        members.setCircles(
                id, Stream.of("core", "reference").filter(form::ticked).toList());
        return s.leaveFor(here(s, id), "saved");
    }

    @PostMapping("/people/{id}/roles")
    ResponseEntity<String> roles(Screen s, Form form, @PathVariable UUID id) {
        Role role = Role.of(form.value("role"));
        Members.Outcome outcome =
                form.value("give").equals("yes") ? members.giveRole(id, role) : members.takeRole(id, role);
        return came(s, outcome, here(s, id), "saved", id);
    }

    @GetMapping("/people/{id}/remove")
    ResponseEntity<String> askToRemove(Screen s, @PathVariable UUID id) {
        s.refuseUnless(Action.REMOVE_MEMBER);
        return s.show("people/leave", Map.of("who", member(id).name(), "me", false, "problem", ""));
    }

    @PostMapping("/people/{id}/remove")
    ResponseEntity<String> remove(Screen s, @PathVariable UUID id) {
        return came(s, members.remove(id), s.to("/people"), "member.removed", id);
    }

    @GetMapping("/leave")
    ResponseEntity<String> askToLeave(Screen s) {
        refuseUnlessMember(s);
        return s.show("people/leave", Map.of("who", "", "me", true, "problem", ""));
    }

    @PostMapping("/leave")
    ResponseEntity<String> leave(Screen s) {
        refuseUnlessMember(s);
        Members.Outcome outcome = members.leave();
        return switch (outcome) {
            case DONE, GONE -> s.leaveFor("/", "member.left");
            case LAST_ADMINISTRATOR, FACILITATOR_WITH_PURSE, FACILITATOR_OF_PARTNER ->
                s.again("people/leave", Map.of("who", "", "me", true, "problem", outcome.key()));
        };
    }

    private ResponseEntity<String> came(Screen s, Members.Outcome outcome, String path, String done, UUID id) {
        return switch (outcome) {
            case DONE -> s.leaveFor(path, done);
            case GONE -> throw new NoSuchElementException("they have left");
            case LAST_ADMINISTRATOR, FACILITATOR_WITH_PURSE, FACILITATOR_OF_PARTNER ->
                s.again("people/member", parts(s, Form.empty(), member(id), Optional.empty(), outcome.key()));
        };
    }

    private Map<String, Object> parts(Screen s, Form form, Member member, Optional<Merge> merge, String problem) {
        form.preset("version", Integer.toString(member.version()))
                .preset(
                        "perspective",
                        member.perspective().map(each -> each.id().toString()).orElse(""))
                .preset(
                        "partner",
                        member.partner().map(each -> each.id().toString()).orElse(""));
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put("member", member);
        parts.put("merge", merge);
        parts.put("problem", problem);
        parts.put("perspectives", Choices.perspectives(s, community));
        parts.put("partners", Choices.partners(s, community));
        Form circles = Form.empty();
        member.circles().forEach(circle -> circles.replace(circle, "yes"));
        parts.put("circles", circles);
        parts.put(
                "roles",
                Arrays.stream(Role.values())
                        .filter(role -> role.isGiven() && role != Role.EXPERT)
                        .toList());
        return parts;
    }

    private static void refuseUnlessMember(Screen s) {
        if (s.viewer().member().isEmpty()) {
            throw new NoSuchElementException("only who is in can leave");
        }
    }

    private Member member(UUID id) {
        return community.findMember(id).orElseThrow();
    }

    private static String here(Screen s, UUID id) {
        return s.to("/people/" + id);
    }
}

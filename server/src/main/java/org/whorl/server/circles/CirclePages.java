package org.whorl.server.circles;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
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
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import org.whorl.server.design.Form;
import org.whorl.server.design.Merge;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.people.Community;
import org.whorl.server.people.Member;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Permissions;
import org.whorl.server.trust.Role;
import org.whorl.server.trust.Saved;

/** Circles: how they decide, who is heard in them, and what they speak about. */
@Controller
@RequestMapping("/p/{slug}/circles")
class CirclePages {

    private final Circles circles;
    private final Items items;
    private final Meetings meetings;
    private final Community community;

    CirclePages(Circles circles, Items items, Meetings meetings, Community community) {
        this.circles = circles;
        this.items = items;
        this.meetings = meetings;
        this.community = community;
    }

    @GetMapping
    ResponseEntity<String> list(Screen s, @RequestParam(defaultValue = "") String question) {
        s.refuseUnless(Action.SEE_CIRCLES);
        return s.show(
                "circles/list",
                Map.of(
                        "circles",
                        circles.list(),
                        "raising",
                        question.isEmpty()
                                ? List.of()
                                : circles.list().stream()
                                        .filter(each -> !items.listOwners(each.id(), Optional.empty())
                                                .isEmpty())
                                        .toList(),
                        "asking",
                        items.listAskingMe(),
                        "items",
                        items.list(),
                        "question",
                        question));
    }

    @GetMapping("/new")
    ResponseEntity<String> begin(Screen s, Form form) {
        s.refuseUnless(Action.KEEP_CIRCLES);
        form.preset("rule", Rule.CONSENT.key())
                .preset("level", Level.TEAM.key())
                .preset("hours", "72");
        return s.show("circles/edit", editing(s, form, Optional.empty(), Optional.empty()));
    }

    @PostMapping("/new")
    ResponseEntity<String> doBegin(Screen s, Form form) {
        s.refuseUnless(Action.KEEP_CIRCLES);
        check(form);
        if (!form.isRight()) {
            return s.again("circles/edit", editing(s, form, Optional.empty(), Optional.empty()));
        }
        Circle circle = circle(s, form, UUID.randomUUID());
        circles.begin(circle);
        return s.leaveFor(s.to("/circles/" + circle.id()), "saved");
    }

    @GetMapping("/{id}")
    ResponseEntity<String> one(Screen s, Form form, @PathVariable UUID id) {
        return s.show("circles/circle", parts(s, form, id));
    }

    @GetMapping("/{id}/change")
    ResponseEntity<String> change(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.KEEP_CIRCLES);
        Circle circle = circles.find(id).orElseThrow();
        form.preset("version", Integer.toString(circle.version()))
                .preset("name-en", circle.nameEn())
                .preset("name-cy", circle.nameCy())
                .preset("rule", circle.rule().key())
                .preset("level", circle.level().key())
                .preset("hours", Integer.toString(circle.hours()));
        for (Level level : Level.values()) {
            form.preset("right-" + level.key(), circle.right(level));
        }
        return s.show("circles/edit", editing(s, form, Optional.of(circle), Optional.empty()));
    }

    @PostMapping("/{id}/change")
    ResponseEntity<String> doChange(Screen s, Form form, @PathVariable UUID id) {
        Circle circle = circles.find(id).orElseThrow();
        check(form);
        if (!form.isRight()) {
            return s.again("circles/edit", editing(s, form, Optional.of(circle), Optional.empty()));
        }
        return switch (circles.change(circle(s, form, id))) {
            case Saved.Yes saved ->
                s.leaveFor(s.to("/circles/" + id), "saved", Circle.VERSIONED.kind(), id, saved.version());
            case Saved.Conflict conflict -> {
                Merge merge = Merge.of(form, conflict, Fields.CIRCLE, Fields::inForm);
                yield s.again("circles/edit", editing(s, merge.form(), Optional.of(circle), Optional.of(merge)));
            }
            case Saved.Gone _ -> s.refused("sdmi.gone", s.to("/circles"));
        };
    }

    @PostMapping("/{id}/seats")
    ResponseEntity<String> seat(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.KEEP_CIRCLES);
        Optional<Member> member = community.listMembers().stream()
                .filter(each -> each.id().toString().equals(form.value("member")))
                .findFirst();
        if (member.isEmpty()) {
            form.require("name", "sdmi.seat.blank");
        } else if (!replies(member.get())) {
            form.refuse("member", "sdmi.seat.looks-on");
        }
        Fields.tooLong(form, Fields.LONGEST_NAME, "name");
        int minutes = form.value("minutes").isEmpty()
                ? Seat.MINUTES
                : form.number("minutes").orElse(-1);
        if (minutes < 0 || minutes > 480) {
            form.refuse("minutes", "sdmi.seat.minutes.wrong");
        }
        if (!form.isRight()) {
            return s.again("circles/circle", parts(s, form, id));
        }
        Seat seat = new Seat(
                UUID.randomUUID(),
                circles.find(id).orElseThrow().id(),
                member.map(Member::name).orElseGet(() -> form.value("name")),
                member.map(Member::id),
                community.listPerspectives().stream()
                        .filter(each -> each.id().toString().equals(form.value("perspective")))
                        .map(each -> each.id())
                        .findFirst()
                        .or(() -> member.flatMap(Member::perspective).map(each -> each.id())),
                form.ticked("lived"),
                minutes,
                Optional.empty(),
                true,
                true);
        if (!circles.seat(seat)) {
            form.refuse("member", "sdmi.seat.there");
            return s.again("circles/circle", parts(s, form, id));
        }
        // Whoever has no account is given their link at once: it is the way they take part.
        return member.isPresent() ? s.leaveFor(s.to("/circles/" + id), "saved") : linked(s, id, seat.id());
    }

    /** Who is there only to look on may not reply, and is not heard in a circle. */
    private static boolean replies(Member member) {
        return Permissions.allow(Role.ofMember(member.roles()), Action.DECIDE);
    }

    @PostMapping("/{id}/seats/{seat}/minutes")
    ResponseEntity<String> offer(Screen s, Form form, @PathVariable UUID id, @PathVariable UUID seat) {
        s.refuseUnless(Action.DECIDE);
        boolean may = s.may(Action.KEEP_CIRCLES)
                || circles.listSeats(id).stream().anyMatch(each -> each.id().equals(seat) && each.isOf(s.viewer()));
        if (!may) {
            throw new NoSuchElementException("it is somebody else's to offer");
        }
        String field = "offer-" + seat;
        Optional<Integer> minutes = Fields.minutes(form, field);
        if (minutes.isPresent() && !circles.offer(seat, form.number("seen").orElse(-1), minutes.get())) {
            form.refuse(field, "sdmi.seat.minutes.moved");
        }
        return form.isRight()
                ? s.leaveFor(s.to("/circles/" + id), "saved")
                : s.again("circles/circle", parts(s, form, id));
    }

    @PostMapping("/{id}/seats/{seat}/link")
    ResponseEntity<String> link(Screen s, @PathVariable UUID id, @PathVariable UUID seat) {
        return linked(s, id, seat);
    }

    @PostMapping("/{id}/seats/{seat}/leave")
    ResponseEntity<String> leave(Screen s, @PathVariable UUID id, @PathVariable UUID seat) {
        circles.leave(seat);
        return s.leaveFor(s.to("/circles/" + id), "sdmi.seat.left");
    }

    private ResponseEntity<String> linked(Screen s, UUID id, UUID seat) {
        String code = circles.link(seat);
        String link =
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString() + "/d/" + code;
        String name = circles.listSeats(id).stream()
                .filter(each -> each.id().equals(seat))
                .map(Seat::name)
                .findFirst()
                .orElseThrow();
        Circle circle = circles.find(id).orElseThrow();
        // It goes from whoever has made the link, by their own programme: Whorl keeps neither the link nor the address.
        String mail = "mailto:?subject=%s&body=%s"
                .formatted(
                        UriUtils.encode(
                                s.say("sdmi.link.mail.subject", circle.name(s.language())), StandardCharsets.UTF_8),
                        UriUtils.encode(
                                s.say("sdmi.link.mail.text", circle.name(s.language()), link), StandardCharsets.UTF_8));
        return s.show("circles/link", Map.of("link", link, "name", name, "mail", mail, "circle", circle));
    }

    private Map<String, Object> parts(Screen s, Form form, UUID id) {
        Circle circle = circles.find(id).orElseThrow();
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put("circle", circle);
        parts.put("seats", circles.listSeats(id));
        parts.put("asked", circles.listAsked(id));
        parts.put("meetings", meetings.list(id));
        parts.put("mine", meetings.mayPlan(id));
        parts.put(
                "items",
                items.list().stream().filter(each -> each.circle().equals(id)).toList());
        parts.put("perspectives", perspectives(s));
        parts.put(
                "members",
                community.listMembers().stream()
                        .filter(CirclePages::replies)
                        .map(each -> new Option(each.id().toString(), each.name()))
                        .toList());
        return parts;
    }

    private List<Option> perspectives(Screen s) {
        return community.listPerspectives().stream()
                .map(each -> new Option(each.id().toString(), s.pick(each.nameEn(), each.nameCy())))
                .toList();
    }

    private static void check(Form form) {
        form.require("name-en", "sdmi.circle.name-en.blank");
        form.require("name-cy", "sdmi.circle.name-cy.blank");
        if (Rule.of(form.value("rule")).isEmpty()) {
            form.refuse("rule", "sdmi.rule.blank");
        }
        if (Level.of(form.value("level")).isEmpty()) {
            form.refuse("level", "sdmi.circle.level.blank");
        }
        if (form.number("hours").filter(each -> each >= 1 && each <= 720).isEmpty()) {
            form.refuse("hours", "sdmi.circle.hours.wrong");
        }
        Fields.tooLong(form, Fields.LONGEST_NAME, "name-en", "name-cy");
        for (Level level : Level.values()) {
            Fields.tooLong(form, Fields.LONGEST, "right-" + level.key());
        }
    }

    private static Circle circle(Screen s, Form form, UUID id) {
        Map<Level, String> rights = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            rights.put(level, form.value("right-" + level.key()));
        }
        return new Circle(
                id,
                form.value("name-en"),
                form.value("name-cy"),
                Rule.of(form.value("rule")).orElseThrow(),
                Level.of(form.value("level")).orElseThrow(),
                rights,
                s.language().code(),
                form.number("hours").orElseThrow(),
                form.number("version").orElse(0));
    }

    private static Map<String, Object> editing(Screen s, Form form, Optional<Circle> circle, Optional<Merge> merge) {
        return Map.of(
                "form", form, "circle", circle, "merge", merge, "rules", Fields.rules(s), "levels", Fields.levels(s));
    }
}

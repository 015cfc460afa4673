package org.whorl.server.spirals;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.people.Community;

/** Who has been asked what, and for how many minutes. */
@Controller
@RequestMapping("/p/{slug}/asks/asked")
class AskedPages {

    private static final List<String> ROUTES = List.of("email", "telephone", "message", "letter", "in-person");
    private static final int LONGEST = 1_000;

    private final Asked asked;
    private final Asks asks;
    private final Community community;

    AskedPages(Asked asked, Asks asks, Community community) {
        this.asked = asked;
        this.asks = asks;
        this.community = community;
    }

    @GetMapping
    ResponseEntity<String> list(Screen s, Form form) {
        return s.show("spirals/asked", parts(s, form, Optional.empty()));
    }

    @PostMapping
    ResponseEntity<String> note(Screen s, Form form) {
        if (!Contact.isOne(form.value("contact")) || form.value("contact").length() > LONGEST) {
            form.refuse("contact", "asked.contact.wrong");
        }
        if (form.value("what").length() < Ask.SHORTEST || form.value("what").length() > LONGEST) {
            form.refuse("what", "asked.what.blank");
        }
        if (!ROUTES.contains(form.value("route"))) {
            form.refuse("route", "asked.route.blank");
        }
        if (!form.isRight()) {
            return s.again("spirals/asked", parts(s, form, Optional.empty()));
        }
        Optional<AskedBefore> before = asked.note(
                form.value("contact"), form.value("what"), s.language().code(), form.value("route"));
        if (before.isPresent()) {
            form.refuse("contact", "ask.already");
            return s.again("spirals/asked", parts(s, form, before));
        }
        return s.leaveFor(s.to("/asks/asked"), "asked.noted");
    }

    private Map<String, Object> parts(Screen s, Form form, Optional<AskedBefore> before) {
        Map<UUID, Integer> minutes = asks.listMinutes();
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put("asked", asked.list());
        parts.put(
                "minutes",
                community.listMembers().stream()
                        .map(member -> new Metered(member.name(), minutes.getOrDefault(member.id(), 0)))
                        .sorted(Comparator.comparingInt(Metered::minutes)
                                .reversed()
                                .thenComparing(Metered::name, s.texts().order()))
                        .toList());
        parts.put(
                "routes",
                ROUTES.stream()
                        .map(route -> new Option(route, s.say("asked.route." + route)))
                        .toList());
        parts.put("before", before.map(each -> said(s, each)).orElse(""));
        return parts;
    }

    /** When somebody was asked the same, and by whom. */
    static String said(Screen s, AskedBefore before) {
        return before.by().isEmpty()
                ? s.say("ask.already.on", s.date(before.on()), before.what())
                : s.say("ask.already.by", s.date(before.on()), before.by(), before.what());
    }
}

package org.whorl.server.voices;

import java.util.Arrays;
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
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.spirals.Spiral;
import org.whorl.server.spirals.Spirals;
import org.whorl.server.trust.Action;

/** How far people have a say in what a spiral does: judged by those with lived experience, and seen by all others. */
@Controller
@RequestMapping("/p/{slug}/patterns/involvement")
class InvolvementPages {

    private static final int LONGEST = 300;

    private final Involvements involvements;
    private final Spirals spirals;

    InvolvementPages(Involvements involvements, Spirals spirals) {
        this.involvements = involvements;
        this.spirals = spirals;
    }

    @GetMapping
    ResponseEntity<String> all(Screen s) {
        s.refuseUnless(Action.SEE_PEOPLE);
        return s.show("voices/involvements", Map.of("spirals", spirals.listAll()));
    }

    @GetMapping("/{id}")
    ResponseEntity<String> one(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.SEE_PEOPLE);
        involvements
                .findMine(id)
                .ifPresent(mine -> form.preset("level", mine.level()).preset("why", mine.why()));
        return s.show("voices/involvement", parts(s, form, id));
    }

    @PostMapping("/{id}")
    ResponseEntity<String> say(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.BALANCE);
        if (Involvement.Level.find(form.value("level")).isEmpty()) {
            form.refuse("level", "involvement.level.blank");
        }
        form.require("why", "involvement.why.blank");
        if (form.value("why").length() > LONGEST) {
            form.refuse("why", "tell.too-long");
        }
        if (!form.isRight()) {
            return s.again("voices/involvement", parts(s, form, id));
        }
        involvements.say(
                spiral(id).id(),
                form.value("level"),
                form.value("why"),
                s.language().code());
        return s.leaveFor(page(s, id), "saved");
    }

    @PostMapping("/{id}/take-back")
    ResponseEntity<String> takeBack(Screen s, @PathVariable UUID id) {
        involvements.takeBack(id);
        return s.leaveFor(page(s, id), "involvement.taken-back");
    }

    private Spiral spiral(UUID id) {
        return spirals.find(id).orElseThrow(() -> new NoSuchElementException("there is no such spiral"));
    }

    private Map<String, Object> parts(Screen s, Form form, UUID id) {
        List<Option> levels = Arrays.stream(Involvement.Level.values())
                .map(level -> new Option(level.key(), s.say("involvement.level." + level.key())))
                .toList();
        Optional<Judged.Said> mine = involvements.findMine(id);
        return Map.of(
                "form",
                form,
                "spiral",
                spiral(id),
                "judged",
                involvements.judge(id),
                "levels",
                levels,
                "mine",
                mine.isPresent());
    }

    private static String page(Screen s, UUID id) {
        return s.to("/patterns/involvement/" + id);
    }
}

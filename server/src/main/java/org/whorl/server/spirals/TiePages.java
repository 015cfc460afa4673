package org.whorl.server.spirals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
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
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Saved;

/** What a spiral is tied to: what is fixed, what goes on already, what was pulled in; and the shelf to pull in from. */
@Controller
@RequestMapping("/p/{slug}/spirals/{id}")
class TiePages {

    private final Spirals spirals;
    private final Ties ties;

    TiePages(Spirals spirals, Ties ties) {
        this.spirals = spirals;
        this.ties = ties;
    }

    @GetMapping("/ties")
    ResponseEntity<String> ties(Screen s, @PathVariable UUID id) {
        Map<String, Object> parts = new HashMap<>();
        parts.put("spiral", spirals.find(id).orElseThrow());
        parts.put("fixed", ties.listFixed(id));
        parts.put("woven", ties.listWoven(id));
        parts.put("pulled", ties.listPulled(id));
        return s.show("spirals/ties", parts);
    }

    @GetMapping("/ties/fixed")
    ResponseEntity<String> fixed(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.WEAVE);
        Forms.refuseUnlessThere(spirals, id);
        return s.show("spirals/fixed", Map.of("form", form.preset("kind", "law"), "kinds", kinds(s)));
    }

    @PostMapping("/ties/fixed")
    ResponseEntity<String> addFixed(Screen s, Form form, @PathVariable UUID id) {
        form.require("what", "fixed.what.blank");
        if (!form.isRight()) {
            return s.again("spirals/fixed", Map.of("form", form, "kinds", kinds(s)));
        }
        Forms.refuseUnlessThere(spirals, id);
        String kind = Tie.Fixed.KINDS.contains(form.value("kind")) ? form.value("kind") : "other";
        ties.add(id, new Tie.Fixed(UUID.randomUUID(), kind, form.value("what"), 1));
        return s.leaveFor(here(s, id), "saved");
    }

    @GetMapping("/ties/woven")
    ResponseEntity<String> woven(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.WEAVE);
        Forms.refuseUnlessThere(spirals, id);
        return s.show("spirals/woven", Map.of("form", form));
    }

    @PostMapping("/ties/woven")
    ResponseEntity<String> addWoven(Screen s, Form form, @PathVariable UUID id) {
        form.require("name", "woven.name.blank");
        if (!form.value("address").isEmpty() && !form.value("address").matches("https?://[^\\s\"<>]+")) {
            form.refuse("address", "woven.address.wrong");
        }
        if (!form.isRight()) {
            return s.again("spirals/woven", Map.of("form", form));
        }
        Forms.refuseUnlessThere(spirals, id);
        ties.add(id, new Tie.Woven(UUID.randomUUID(), form.value("name"), form.value("who"), form.value("address"), 1));
        return s.leaveFor(here(s, id), "saved");
    }

    @GetMapping("/shelf")
    ResponseEntity<String> shelf(Screen s, @PathVariable UUID id) {
        s.refuseUnless(Action.PULL_IN);
        Map<UUID, Spiral> sources = new HashMap<>();
        spirals.listAll().forEach(spiral -> sources.put(spiral.id(), spiral));
        return s.show(
                "spirals/shelf",
                Map.of(
                        "spiral", spirals.find(id).orElseThrow(),
                        "shelf", ties.listShelf(id),
                        "sources", sources));
    }

    @PostMapping("/shelf")
    ResponseEntity<String> pullIn(Screen s, Form form, @PathVariable UUID id) {
        Forms.refuseUnlessThere(spirals, id);
        if (!ties.pullIn(id, form.value("kind"), form.value("item"))) {
            throw new NoSuchElementException("not on the shelf");
        }
        return s.leaveFor(here(s, id), "shelf.pulled");
    }

    @PostMapping("/ties/remove")
    ResponseEntity<String> remove(Screen s, Form form, @PathVariable UUID id) {
        UUID tie = UUID.fromString(form.value("tie"));
        String kind = form.value("kind");
        return switch (ties.remove(kind, tie, form.number("version").orElse(0))) {
            case Saved.Yes yes -> s.leaveFor(here(s, id), "tie.removed", kind, tie, yes.version());
            case Saved.Conflict _, Saved.Gone _ -> s.leaveFor(here(s, id), "tie.removed");
        };
    }

    private static List<Option> kinds(Screen s) {
        return Tie.Fixed.KINDS.stream()
                .map(kind -> new Option(kind, s.say("fixed.kind." + kind)))
                .toList();
    }

    private static String here(Screen s, UUID id) {
        return s.to("/spirals/" + id + "/ties");
    }
}

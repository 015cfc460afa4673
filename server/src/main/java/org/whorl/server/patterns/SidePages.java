package org.whorl.server.patterns;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.whorl.server.design.Form;
import org.whorl.server.design.Screen;

/** Do we look at what goes right as well as at what went wrong? */
@Controller
@RequestMapping("/p/{slug}/patterns/sides")
class SidePages {

    private final Sides sides;

    SidePages(Sides sides) {
        this.sides = sides;
    }

    @GetMapping
    ResponseEntity<String> list(Screen s) {
        List<Sided> all = sides.list();
        return s.show("patterns/sides", Map.of("all", all, "months", Sided.months(all)));
    }

    @PostMapping("/{id}")
    ResponseEntity<String> say(Screen s, Form form, @PathVariable UUID id) {
        boolean there = sides.say(id, Side.find(form.value("side")));
        return there
                ? s.leaveFor(s.to("/patterns/sides") + "#story-" + id)
                : s.refused("story.gone", s.to("/patterns/sides"));
    }
}

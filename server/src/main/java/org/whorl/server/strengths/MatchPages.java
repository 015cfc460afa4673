package org.whorl.server.strengths;

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
import org.whorl.server.design.Screen;
import org.whorl.server.spirals.Ask;
import org.whorl.server.spirals.Asks;
import org.whorl.server.spirals.Spiral;
import org.whorl.server.spirals.Spirals;

/** Who or what could help with an ask, and asking them with one press. */
@Controller
@RequestMapping("/p/{slug}/asks/{id}/matches")
class MatchPages {

    private final Asks asks;
    private final Spirals spirals;
    private final Matching matching;

    MatchPages(Asks asks, Spirals spirals, Matching matching) {
        this.asks = asks;
        this.spirals = spirals;
        this.matching = matching;
    }

    @GetMapping
    ResponseEntity<String> show(Screen s, @PathVariable UUID id) {
        Ask ask = asks.findOpen(id).orElseThrow();
        Spiral spiral = spirals.find(ask.spiral()).orElseThrow();
        return s.show(
                "strengths/matches",
                Map.of(
                        "ask",
                        ask,
                        "spiral",
                        spiral,
                        "matches",
                        matching.find(s, ask, spiral.scope().place())));
    }

    /** The ask goes to them by the one way in which anybody is asked: it counts their minutes. */
    @PostMapping
    ResponseEntity<String> send(Screen s, Form form, @PathVariable UUID id) {
        Optional<Ask> open = asks.findOpen(id);
        if (open.isEmpty()) {
            return s.refused("ask.answered.gone", s.to("/asks"));
        }
        Ask ask = open.get();
        String here = s.to("/asks/" + id + "/matches");
        List<Match> found = matching.find(
                s, ask, spirals.find(ask.spiral()).orElseThrow().scope().place());
        Optional<UUID> whom = found.stream()
                .flatMap(match -> match.member().stream())
                .filter(member -> member.toString().equals(form.value("of")))
                .findFirst();
        if (whom.isEmpty()) {
            return s.refused("match.gone", here);
        }
        Asks.Asked asked =
                asks.ask(UUID.randomUUID(), ask.spiral(), ask.kind(), ask.what(), ask.minutes(), whom, ask.wantedBy());
        if (asked instanceof Asks.Asked.Yes) {
            return s.leaveFor(here, "ask.done");
        }
        return s.refused(asked instanceof Asks.Asked.TooMuch ? "ask.too-much" : "match.not-asked", here);
    }
}

package org.whorl.server.patterns;

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
import org.whorl.server.design.Form;
import org.whorl.server.design.Screen;
import org.whorl.server.stories.OwnPlacements;
import org.whorl.server.stories.Placement;
import org.whorl.server.stories.Placements;
import org.whorl.server.trust.Viewer;

/** A teller puts their own story between the ends of a question, by the code that only they have. */
@Controller
@RequestMapping("/t/mine/{code}/place")
class TriadTellPages {

    private final TriadQuestions questions;
    private final Placements placements;

    TriadTellPages(TriadQuestions questions, Placements placements) {
        this.questions = questions;
        this.placements = placements;
    }

    /** The first question that is not answered yet, or all of them. */
    @GetMapping
    ResponseEntity<String> begin(Screen s, Form form, @PathVariable String code) {
        OwnPlacements own = own(code);
        return s.show("patterns/place", parts(form, code, own, next(own)));
    }

    @GetMapping("/{question}")
    ResponseEntity<String> ask(Screen s, Form form, @PathVariable String code, @PathVariable UUID question) {
        OwnPlacements own = own(code);
        Triad triad = asked(own, question);
        List<Integer> percent = TriadMark.percent(own.placed().getOrDefault(question, Placement.DOES_NOT_APPLY));
        for (int end = 0; end < percent.size(); end++) {
            form.preset(TriadMark.field(end), percent.get(end).toString());
        }
        return s.show("patterns/place", parts(form, code, own, Optional.of(triad)));
    }

    /** What they meant is shown at once; sent again, it is the same mark. */
    @PostMapping("/{question}")
    ResponseEntity<String> place(Screen s, Form form, @PathVariable String code, @PathVariable UUID question) {
        OwnPlacements own = own(code);
        Triad triad = asked(own, question);
        Optional<TriadMark> mark = TriadMark.read(form, triad.ends());
        if (mark.isEmpty()) {
            return s.again("patterns/place", parts(form, code, own, Optional.of(triad)));
        }
        Viewer.stranger().doing(() -> {
            placements.place(code, question, mark.get().placement());
            return true;
        });
        return s.show(
                "patterns/placed",
                Map.of(
                        "code",
                        code,
                        "triad",
                        triad,
                        "came",
                        mark.get().came(),
                        "parts",
                        TriadMark.percent(mark.get().placement()),
                        "next",
                        next(own(code))));
    }

    @PostMapping("/{question}/take-back")
    ResponseEntity<String> takeBack(Screen s, @PathVariable String code, @PathVariable UUID question) {
        own(code);
        Viewer.stranger().doing(() -> {
            placements.takeBack(code, question);
            return true;
        });
        return s.leaveFor("/t/mine/" + code + "/place", "place.taken-back");
    }

    private OwnPlacements own(String code) {
        return Viewer.stranger()
                .doing(() -> placements.find(code))
                .orElseThrow(() -> new NoSuchElementException("nothing was told with that code"));
    }

    private List<Triad> asked(OwnPlacements own) {
        return own.where().teller().doing(questions::listAsked);
    }

    private Triad asked(OwnPlacements own, UUID question) {
        return asked(own).stream()
                .filter(each -> each.id().equals(question))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("that is not asked"));
    }

    private Optional<Triad> next(OwnPlacements own) {
        return asked(own).stream()
                .filter(each -> !own.placed().containsKey(each.id()))
                .findFirst();
    }

    private Map<String, Object> parts(Form form, String code, OwnPlacements own, Optional<Triad> triad) {
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put("code", code);
        parts.put("own", own);
        parts.put("triad", triad);
        parts.put("all", own.where().teller().doing(questions::list));
        Map<UUID, List<Integer>> said = new HashMap<>();
        own.placed().forEach((question, placement) -> said.put(question, TriadMark.percent(placement)));
        parts.put("said", said);
        return parts;
    }
}

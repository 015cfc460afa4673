package org.whorl.server.strengths;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.trust.Action;

/** What one is good at: said, read by whom one chooses, taken back. */
@Controller
@RequestMapping("/p/{slug}/my-strengths")
class OwnStrengthPages {

    private static final int LONGEST = 1_000;

    private final OwnStrengths strengths;

    OwnStrengthPages(OwnStrengths strengths) {
        this.strengths = strengths;
    }

    @GetMapping
    ResponseEntity<String> show(Screen s, Form form) {
        s.refuseUnless(Action.SAY_STRENGTHS);
        Optional<OwnStrength> mine = strengths.findMine();
        form.preset("words", mine.map(OwnStrength::words).orElse(""));
        form.preset(
                "seen-by",
                mine.map(own -> own.forMembers() ? "members" : "facilitators").orElse("members"));
        return s.show("strengths/mine", parts(s, form, mine));
    }

    @PostMapping
    ResponseEntity<String> say(Screen s, Form form) {
        s.refuseUnless(Action.SAY_STRENGTHS);
        form.require("words", "own-strength.blank");
        if (form.value("words").length() > LONGEST) {
            form.refuse("words", "offer.what.long");
        }
        if (!List.of("members", "facilitators").contains(form.value("seen-by"))) {
            form.refuse("seen-by", "asset.open-to.blank");
        }
        if (!form.isRight()) {
            return s.again("strengths/mine", parts(s, form, strengths.findMine()));
        }
        strengths.say(
                form.value("words"), s.language().code(), form.value("seen-by").equals("members"));
        return s.leaveFor(s.to("/my-strengths"), "saved");
    }

    @PostMapping("/take-back")
    ResponseEntity<String> takeBack(Screen s) {
        strengths.takeBack();
        return s.leaveFor(s.to("/my-strengths"), "own-strength.taken-back");
    }

    private static Map<String, Object> parts(Screen s, Form form, Optional<OwnStrength> mine) {
        List<Option> seenBy = List.of(
                new Option("members", s.say("asset.open-to.partnership")),
                new Option("facilitators", s.say("own-strength.facilitators")));
        return Map.of("form", form, "mine", mine, "seenBy", seenBy);
    }
}

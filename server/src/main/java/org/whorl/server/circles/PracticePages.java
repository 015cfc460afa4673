package org.whorl.server.circles;

import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.whorl.server.design.Form;
import org.whorl.server.design.Screen;
import org.whorl.server.trust.Action;

/**
 * Five minutes of practice on a made-up item with made-up colleagues. What is written goes from page to page in the form itself:
 * no door is opened, so that nothing can be kept.
 */
@Controller
@RequestMapping("/p/{slug}/circles/practice")
class PracticePages {

    private static final int LAST = 6;
    private static final List<String> WRITTEN = List.of("question", "react", "proposal");

    @GetMapping
    ResponseEntity<String> begin(Screen s, Form form) {
        s.refuseUnless(Action.SEE_CIRCLES);
        return page(s, form, 1, false);
    }

    @PostMapping
    ResponseEntity<String> on(Screen s, Form form) {
        s.refuseUnless(Action.SEE_CIRCLES);
        int step = Math.clamp(form.number("step").orElse(1), 1, LAST);
        for (String field : WRITTEN) {
            Fields.tooLong(form, Fields.LONGEST, field);
        }
        if (step == 4) {
            form.require("react", "sdmi.react.blank");
        }
        if (step == 5) {
            form.require("proposal", "sdmi.proposal.blank");
        }
        if (!form.isRight()) {
            return page(s, form, step, true);
        }
        return page(s, form, Math.min(step + 1, LAST), false);
    }

    private static ResponseEntity<String> page(Screen s, Form form, int step, boolean again) {
        String first = s.say("sdmi.practice.proposal");
        form.preset("proposal", first);
        Map<String, Object> parts =
                Map.of("form", form, "step", step, "difference", Difference.of(first, form.value("proposal")));
        return again ? s.again("circles/practice", parts) : s.show("circles/practice", parts);
    }
}

package org.whorl.server.stories;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.server.design.Form;
import org.whorl.server.design.Screen;

/** Answering whoever told something: a beginning in their language, which the carer completes. */
@Controller
@RequestMapping("/p/{slug}/care/{id}/answer")
class AnswerPages {

    /** What an answer can begin with. Anger is named, and never made smaller. */
    private static final List<String> BEGINNINGS = List.of("heard", "anger", "cannot");

    private final Answering answering;
    private final Care care;

    AnswerPages(Answering answering, Care care) {
        this.answering = answering;
        this.care = care;
    }

    @GetMapping
    ResponseEntity<String> begin(Screen s, Form form, @PathVariable UUID id, @RequestParam Map<String, String> put) {
        Contribution told = care.find(id).orElseThrow();
        form.presetAll(put);
        String begun = BEGINNINGS.contains(form.value("begin")) ? form.value("begin") : BEGINNINGS.getFirst();
        form.preset("words", s.in(told.answerIn()).say("reply.begin." + begun));
        return s.show("stories/care-answer", parts(form, told));
    }

    @PostMapping
    ResponseEntity<String> answer(Screen s, Form form, @PathVariable UUID id) {
        Contribution told = care.find(id).orElseThrow();
        form.require("words", "reply.blank");
        if (form.value("words").contains("[")) {
            form.refuse("words", "reply.gap");
        }
        if (form.value("words").length() > TellForm.LONGEST) {
            form.refuse("words", "tell.too-long");
        }
        if (!form.isRight()) {
            return s.again("stories/care-answer", parts(form, told));
        }
        boolean done = answering.answer(id, form.value("words"));
        return s.leaveFor(s.to("/care/" + id), done ? "reply.sent" : "care.changed");
    }

    private Map<String, Object> parts(Form form, Contribution told) {
        return Map.of(
                "form",
                form,
                "told",
                told,
                "beginnings",
                BEGINNINGS,
                "answers",
                answering.list(told.id()),
                "contact",
                care.findContact(told.id()).orElse(""));
    }
}

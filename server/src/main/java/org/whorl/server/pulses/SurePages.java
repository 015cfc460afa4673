package org.whorl.server.pulses;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.people.Community;
import org.whorl.server.people.Perspective;
import org.whorl.server.people.PrivateCode;
import org.whorl.server.trust.Viewer;

/**
 * Three questions on how sure somebody feels, by a link or a code and without a login. Whoever has signed in is nobody in
 * particular here. Nothing is kept in the browser: a tablet may go round a room.
 */
@Controller
@RequestMapping("/c")
class SurePages {

    private final Confidences confidences;
    private final Community community;

    SurePages(Confidences confidences, Community community) {
        this.confidences = confidences;
        this.community = community;
    }

    @GetMapping
    ResponseEntity<String> code(Screen s, Form form) {
        return s.show("pulses/sure-code", Map.of("form", form));
    }

    @PostMapping
    ResponseEntity<String> enter(Screen s, Form form) {
        String code = PrivateCode.written(form.value("code")).replace("-", "");
        if (visitor(code).isEmpty()) {
            form.refuse("code", "sure.code.wrong");
            return s.again("pulses/sure-code", Map.of("form", form));
        }
        return s.leaveFor("/c/" + code);
    }

    @GetMapping("/{code}")
    ResponseEntity<String> ask(Screen s, Form form, @PathVariable String code) {
        return visitor(code).orElseThrow().doing(() -> s.show("pulses/sure", parts(s, form, code)));
    }

    @PostMapping("/{code}")
    ResponseEntity<String> answer(Screen s, Form form, @PathVariable String code) {
        return visitor(code).orElseThrow().doing(() -> taken(s, form, code));
    }

    private ResponseEntity<String> taken(Screen s, Form form, String code) {
        Pulse round = confidences.find(code).orElseThrow();
        Map<Confidence.Question, Integer> marks = new EnumMap<>(Confidence.Question.class);
        for (Confidence.Question question : Confidence.Question.values()) {
            form.number(question.key())
                    .filter(each -> each >= 1 && each <= 5)
                    .ifPresentOrElse(
                            each -> marks.put(question, each),
                            () -> form.refuse(question.key(), "sure.blank." + question.key()));
        }
        // Where the round is over, the page says so; nobody is asked to fill in what cannot be sent.
        if (!form.isRight() && round.isOpen()) {
            return s.again("pulses/sure", parts(s, form, code));
        }
        Optional<UUID> group = form.chosen("group", community.listPerspectives(), Perspective::id);
        String key = PrivateCode.isOne(form.value("key")) ? form.value("key") : PrivateCode.fresh();
        return round.isOpen() && confidences.answer(round.id(), key, group, marks)
                ? s.leaveFor("/c/" + code + "/thanks")
                : s.again("pulses/sure-thanks", thanks(code, "sure.not-taken"));
    }

    @GetMapping("/{code}/thanks")
    ResponseEntity<String> thanks(Screen s, @PathVariable String code) {
        if (visitor(code).isEmpty()) {
            throw new NoSuchElementException("no round has that code");
        }
        return s.show("pulses/sure-thanks", thanks(code, "sure.thanks.what"));
    }

    private Map<String, Object> parts(Screen s, Form form, String code) {
        form.preset("key", PrivateCode.fresh());
        List<Option> marks = IntStream.rangeClosed(1, 5)
                .mapToObj(each -> new Option(Integer.toString(each), s.say("sure.mark." + each)))
                .toList()
                .reversed();
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put("round", confidences.find(code).orElseThrow());
        parts.put("marks", marks);
        parts.put("groups", ConfidencePages.groups(s, community));
        return parts;
    }

    private static Map<String, Object> thanks(String code, String what) {
        return Map.of("code", code, "what", what);
    }

    private Optional<Viewer> visitor(String code) {
        return Viewer.stranger().doing(() -> confidences.findVisitor(code));
    }
}

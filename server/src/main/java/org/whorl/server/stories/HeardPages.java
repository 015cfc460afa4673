package org.whorl.server.stories;

import java.time.Clock;
import java.util.Arrays;
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
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;

/** What was told and may be heard, what came of it, and the thanks one has been sent. */
@Controller
@RequestMapping("/p/{slug}")
class HeardPages {

    private final Heard heard;
    private final Clock clock;

    HeardPages(Heard heard, Clock clock) {
        this.heard = heard;
        this.clock = clock;
    }

    @GetMapping("/stories")
    ResponseEntity<String> list(Screen s) {
        return s.show("stories/stories", Map.of("stories", heard.list()));
    }

    @GetMapping("/stories/{id}")
    ResponseEntity<String> show(Screen s, Form form, @PathVariable UUID id) {
        return s.show("stories/story", parts(s, form, id));
    }

    @PostMapping("/stories/{id}")
    ResponseEntity<String> sayWhatCame(Screen s, Form form, @PathVariable UUID id) {
        var stage = Use.Stage.find(form.value("stage"));
        if (stage.isEmpty()) {
            form.refuse("stage", "story.stage.blank");
        }
        form.require("words", "story.came.blank");
        if (form.value("words").length() > TellForm.LONGEST) {
            form.refuse("words", "tell.too-long");
        }
        if (!form.isRight()) {
            return s.again("stories/story", parts(s, form, id));
        }
        boolean done = heard.sayWhatCame(
                id,
                new Use(stage.orElseThrow(), form.value("words"), s.language().code(), clock.instant()));
        return s.leaveFor(s.to(done ? "/stories/" + id : "/stories"), done ? "saved" : "story.gone");
    }

    @GetMapping("/thanks")
    ResponseEntity<String> thanks(Screen s) {
        return s.show("stories/thanks", Map.of("thanks", heard.listMyThanks()));
    }

    private Map<String, Object> parts(Screen s, Form form, UUID id) {
        List<Option> stages = Arrays.stream(Use.Stage.values())
                .map(stage -> new Option(stage.key(), s.say("story.stage." + stage.key())))
                .toList();
        return Map.of(
                "form", form, "story", heard.find(id).orElseThrow(), "uses", heard.listUses(id), "stages", stages);
    }
}

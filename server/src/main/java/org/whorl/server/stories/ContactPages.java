package org.whorl.server.stories;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.whorl.server.design.Form;
import org.whorl.server.design.Screen;

/**
 * Agreeing to be asked, for somebody who was given a slip and would rather talk. Until they send this nobody knows who they
 * are; what they send is held like everything that is told.
 */
@Controller
@RequestMapping("/t/{code}/contact")
class ContactPages {

    private final Stories stories;
    private final Intake intake;

    ContactPages(Stories stories, Intake intake) {
        this.intake = intake;
        this.stories = stories;
    }

    @GetMapping
    ResponseEntity<String> ask(Screen s, Form form, @PathVariable String code) {
        return s.show("stories/contact", parts(s, form, stories.findLink(code).orElseThrow()));
    }

    @PostMapping
    ResponseEntity<String> agree(Screen s, Form form, @PathVariable String code) {
        Where where = stories.findLink(code).orElseThrow();
        form.require("contact", "contact.blank");
        if (form.value("contact").length() > TellForm.LONGEST_LINE) {
            form.refuse("contact", "tell.too-long");
        }
        if (form.value("words").length() > TellForm.LONGEST) {
            form.refuse("words", "tell.too-long");
        }
        TellForm.check(Step.AGE, form, List.of());
        if (!form.isRight()) {
            return s.again("stories/contact", parts(s, form, where));
        }
        TellForm.begin(form);
        Telling telling = new Telling(
                form.value("key"),
                Kind.ASK,
                Came.by("link", where),
                s.language(),
                "",
                "",
                (s.say("contact.words") + " " + form.value("words")).strip(),
                "own",
                TellForm.age(form).orElseThrow(),
                where.nation(),
                Optional.empty(),
                "none",
                "",
                s.language(),
                form.value("contact"),
                EnumSet.noneOf(Audience.class));
        intake.take(where, telling);
        String link = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/t/mine/" + telling.code())
                .toUriString();
        return s.show(
                "stories/sent", Map.of("where", where, "code", telling.code(), "link", link, "kind", telling.kind()));
    }

    private static Map<String, Object> parts(Screen s, Form form, Where where) {
        TellForm.begin(form);
        return Map.of("form", form, "where", where, "ages", TellPages.options(s, Step.AGE, List.of()));
    }
}

package org.whorl.server.stories;

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
import org.whorl.server.design.Screen;
import org.whorl.server.people.PrivateCode;
import org.whorl.server.trust.Viewer;

/**
 * The page of whoever told something: what came of it, the edited text, who may hear it, and taking it back. Whoever has
 * signed in is nobody in particular here, so that the record does not name them.
 */
@Controller
@RequestMapping("/t/mine")
class MinePages {

    private final OwnStories stories;
    private final Attachments attachments;
    private final Placements placements;

    MinePages(OwnStories stories, Attachments attachments, Placements placements) {
        this.stories = stories;
        this.attachments = attachments;
        this.placements = placements;
    }

    @GetMapping
    ResponseEntity<String> ask(Screen s, Form form) {
        return s.show("stories/code", Map.of("form", form));
    }

    @PostMapping
    ResponseEntity<String> open(Screen s, Form form) {
        String code = PrivateCode.written(form.value("code"));
        if (!PrivateCode.isOne(code)
                || Viewer.stranger().doing(() -> stories.find(code)).isEmpty()) {
            form.refuse("code", "mine.code.wrong");
            return s.again("stories/code", Map.of("form", form));
        }
        return s.leaveFor("/t/mine/" + code);
    }

    @GetMapping("/{code}")
    ResponseEntity<String> show(Screen s, Form form, @PathVariable String code) {
        Own own = own(code);
        if (form.isEmpty()) {
            own.told().audiences().forEach(each -> form.preset(TellForm.field(each), "yes"));
        }
        return s.show("stories/mine", parts(form, own, code));
    }

    @PostMapping("/{code}/text")
    ResponseEntity<String> approve(Screen s, Form form, @PathVariable String code) {
        Own own = own(code);
        boolean yes = form.value("right").equals("yes");
        if (!yes && !form.value("right").equals("no")) {
            form.refuse("right", "mine.text.blank");
        } else if (!yes) {
            form.require("wrong", "mine.text.why");
        }
        if (form.value("wrong").length() > TellForm.LONGEST) {
            form.refuse("wrong", "tell.too-long");
        }
        if (!form.isRight()) {
            own.told().audiences().forEach(each -> form.preset(TellForm.field(each), "yes"));
            return s.again("stories/mine", parts(form, own, code));
        }
        boolean done = Viewer.stranger()
                .doing(() -> stories.approve(code, form.number("version").orElse(0), yes, form.value("wrong")));
        return s.leaveFor("/t/mine/" + code, done ? yes ? "mine.text.agreed" : "mine.text.back" : "mine.changed");
    }

    @PostMapping("/{code}/answer")
    ResponseEntity<String> answer(Screen s, Form form, @PathVariable String code) {
        String words = form.value("reply");
        if (words.isEmpty() || words.length() > TellForm.LONGEST) {
            return s.leaveFor("/t/mine/" + code, "mine.answer.blank");
        }
        boolean done = Viewer.stranger().doing(() -> stories.answer(code, words));
        return s.leaveFor("/t/mine/" + code, done ? "mine.answered" : "mine.changed");
    }

    @PostMapping("/{code}/quotes/{quote}")
    ResponseEntity<String> quote(Screen s, Form form, @PathVariable String code, @PathVariable UUID quote) {
        boolean yes = form.value("may").equals("yes");
        boolean done = Viewer.stranger().doing(() -> stories.agreeToQuote(code, quote, yes));
        return s.leaveFor("/t/mine/" + code, done ? yes ? "mine.quote.agreed" : "mine.quote.refused" : "mine.changed");
    }

    @PostMapping("/{code}/hearers")
    ResponseEntity<String> choose(Screen s, Form form, @PathVariable String code) {
        Viewer.stranger().doing(() -> {
            stories.choose(code, TellForm.audiences(form));
            return true;
        });
        return s.leaveFor("/t/mine/" + code, "saved");
    }

    @GetMapping("/{code}/withdraw")
    ResponseEntity<String> sure(Screen s, @PathVariable String code) {
        return s.show("stories/withdraw", Map.of("own", own(code), "code", code));
    }

    @PostMapping("/{code}/withdraw")
    ResponseEntity<String> withdraw(Screen s, @PathVariable String code) {
        own(code);
        Viewer.stranger().doing(() -> {
            stories.withdraw(code);
            return true;
        });
        return s.show("stories/withdrawn", Map.of());
    }

    private Own own(String code) {
        return Viewer.stranger()
                .doing(() -> stories.find(code))
                .orElseThrow(() -> new NoSuchElementException("nothing was told with that code"));
    }

    /** Is anything asked of its teller, or was anything answered that they may want to take back? */
    private boolean isPlacing(Own own, String code) {
        return own.where().teller().doing(placements::isAsked)
                || Viewer.stranger()
                        .doing(() -> placements.find(code))
                        .filter(each -> !each.placed().isEmpty())
                        .isPresent();
    }

    private Map<String, Object> parts(Form form, Own own, String code) {
        return Map.of(
                "form",
                form,
                "own",
                own,
                "code",
                code,
                "came",
                Viewer.stranger().doing(() -> attachments.listOwn(code)),
                "placing",
                isPlacing(own, code),
                "open",
                Audience.open(own.told().age()));
    }
}

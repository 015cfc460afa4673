package org.whorl.server.strengths;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.whorl.server.design.Form;
import org.whorl.server.design.Merge;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Saved;

/** Asking a team how they do it: four questions on paper or on a screen, and how far it has got. */
@Controller
@RequestMapping("/p/{slug}/patterns/inquiries/{id}")
class InquiryPages {

    private static final int LONGEST = 5_000;

    private static final List<Merge.Field> FIELDS = List.of(
            new Merge.Field("stage", "stage", "inquiry.stage"),
            new Merge.Field("discover", "discover", "inquiry.discover"),
            new Merge.Field("dream", "dream", "inquiry.dream"),
            new Merge.Field("design", "design", "inquiry.design"),
            new Merge.Field("destiny", "destiny", "inquiry.destiny"));

    private final BrightSpots spots;

    InquiryPages(BrightSpots spots) {
        this.spots = spots;
    }

    @GetMapping
    ResponseEntity<String> show(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.SEE_PEOPLE);
        Inquiry inquiry = spots.findInquiry(id).orElseThrow();
        form.preset("version", Integer.toString(inquiry.version()))
                .preset("stage", inquiry.stage().key());
        Inquiry.QUESTIONS.forEach(question -> form.preset(question, inquiry.note(question)));
        return s.show("strengths/inquiry", parts(s, form, inquiry, Optional.empty()));
    }

    @PostMapping
    ResponseEntity<String> change(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.INQUIRE);
        Inquiry before = spots.findInquiry(id).orElseThrow();
        Optional<Inquiry.Stage> stage = Inquiry.Stage.find(form.value("stage"));
        if (stage.isEmpty()) {
            form.refuse("stage", "inquiry.stage.blank");
        }
        for (String question : Inquiry.QUESTIONS) {
            if (form.value(question).length() > LONGEST) {
                form.refuse(question, "offer.what.long");
            }
        }
        if (!form.isRight()) {
            return s.again("strengths/inquiry", parts(s, form, before, Optional.empty()));
        }
        Inquiry wanted = new Inquiry(
                id,
                before.measure(),
                before.team(),
                stage.orElseThrow(),
                form.value("discover"),
                form.value("dream"),
                form.value("design"),
                form.value("destiny"),
                before.language(),
                form.number("version").orElse(0));
        return switch (spots.change(wanted)) {
            case Saved.Yes yes ->
                s.leaveFor(s.to("/patterns/inquiries/" + id), "saved", Inquiry.VERSIONED.kind(), id, yes.version());
            case Saved.Conflict conflict -> {
                Merge merge = Merge.of(form, conflict, FIELDS, UnaryOperator.identity());
                yield s.again("strengths/inquiry", parts(s, merge.form(), before, Optional.of(merge)));
            }
            case Saved.Gone _ -> s.refused("inquiry.gone", s.to("/patterns/bright-spots"));
        };
    }

    private Map<String, Object> parts(Screen s, Form form, Inquiry inquiry, Optional<Merge> merge) {
        List<Option> stages = Arrays.stream(Inquiry.Stage.values())
                .map(stage -> new Option(stage.key(), s.say("inquiry.stage." + stage.key())))
                .toList();
        return Map.of(
                "form",
                form,
                "inquiry",
                inquiry,
                "measure",
                spots.find(inquiry.measure()).orElseThrow(),
                "stages",
                stages,
                "merge",
                merge);
    }
}

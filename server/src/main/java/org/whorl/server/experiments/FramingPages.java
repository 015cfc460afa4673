package org.whorl.server.experiments;

import java.util.HashMap;
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
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Saved;

/** Telling something in two ways: the words and where they are shown, a check before it begins, and what was counted. */
@Controller
@RequestMapping("/p/{slug}/experiments/{id}/framings")
class FramingPages {

    private static final int LONGEST = 1_000;
    private static final int MOST = 10_000_000;
    private static final List<String> TOLD = List.of("words-a", "where-a", "words-b", "where-b");
    /** What must be answered, and how, before anybody is shown anything. */
    private static final List<Map.Entry<String, String>> CHECKS =
            List.of(Map.entry("misleads", "no"), Map.entry("hurts", "no"), Map.entry("glad", "yes"));

    private final Experiments experiments;
    private final Framing framing;

    FramingPages(Experiments experiments, Framing framing) {
        this.experiments = experiments;
        this.framing = framing;
    }

    @GetMapping
    ResponseEntity<String> show(Screen s, Form form, @PathVariable UUID id) {
        framing.find(id)
                .ifPresent(each -> form.preset("words-a", each.first().words())
                        .preset("where-a", each.first().where())
                        .preset("words-b", each.second().words())
                        .preset("where-b", each.second().where()));
        return page(s, form, id);
    }

    @PostMapping
    ResponseEntity<String> tell(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.KEEP_EXPERIMENT);
        for (String field : TOLD) {
            form.require(field, "experiment.framing.blank");
            if (form.value(field).length() > LONGEST) {
                form.refuse(field, "experiment.too-long");
            }
        }
        for (Map.Entry<String, String> check : CHECKS) {
            if (form.value(check.getKey()).isEmpty()) {
                form.refuse(check.getKey(), "experiment.framing.unanswered");
            } else if (!form.value(check.getKey()).equals(check.getValue())) {
                form.refuse(check.getKey(), "experiment.framing.not-so");
            }
        }
        if (!form.isRight()) {
            return page(s, form, id);
        }
        return saved(
                s,
                form,
                id,
                "words-a",
                framing.tell(
                        id,
                        form.number("version").orElse(0),
                        form.value("words-a"),
                        form.value("where-a"),
                        form.value("words-b"),
                        form.value("where-b"),
                        s.language().code()));
    }

    @PostMapping("/count")
    ResponseEntity<String> count(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.KEEP_EXPERIMENT);
        int seen = number(form, "seen-a", MOST);
        int did = number(form, "did-a", seen);
        int otherSeen = number(form, "seen-b", MOST);
        int otherDid = number(form, "did-b", otherSeen);
        if (!form.isRight()) {
            return page(s, form, id);
        }
        return saved(
                s,
                form,
                id,
                "seen-a",
                framing.count(id, form.number("version").orElse(0), seen, did, otherSeen, otherDid));
    }

    private static int number(Form form, String field, int most) {
        Optional<Integer> number = form.number(field);
        if (number.filter(each -> each >= 0 && each <= most).isEmpty()) {
            boolean part =
                    field.startsWith("did") && number.filter(each -> each >= 0).isPresent();
            form.refuse(field, part ? "experiment.framing.more" : "experiment.framing.number");
            return MOST;
        }
        return number.get();
    }

    private ResponseEntity<String> saved(Screen s, Form form, UUID id, String field, Saved saved) {
        return switch (saved) {
            case Saved.Yes yes ->
                yes.version() == 1
                        ? s.leaveFor(here(s, id), "experiment.kept")
                        : s.leaveFor(here(s, id), "experiment.kept", Framings.VERSIONED.kind(), id, yes.version());
            case Saved.Conflict _ -> {
                // What the other one saved stands on the page; what was typed stands in the form.
                form.refuse(field, "experiment.framing.changed");
                yield page(s, form, id);
            }
            case Saved.Gone _ -> s.refused("experiment.closed", here(s, id));
        };
    }

    private ResponseEntity<String> page(Screen s, Form form, UUID id) {
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put("experiment", experiments.find(id).orElseThrow());
        parts.put("framings", framing.find(id));
        return form.isRight()
                ? s.show("experiments/framings", parts)
                : s.at(here(s, id)).again("experiments/framings", parts);
    }

    private static String here(Screen s, UUID id) {
        return s.to("/experiments/" + id + "/framings");
    }
}

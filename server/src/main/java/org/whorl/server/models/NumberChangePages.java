package org.whorl.server.models;

import java.util.ArrayList;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.engine.model.Domain;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Quality;
import org.whorl.files.Fault;
import org.whorl.files.ModelFolder;
import org.whorl.files.NumberText;
import org.whorl.files.report.Excerpt;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Refused;

/** Changing one number: its own form writes it into the model's text, which makes a version that says who and why. */
@Controller
@RequestMapping("/p/{slug}/picture/{id}/number/change")
class NumberChangePages {

    private final Models models;

    NumberChangePages(Models models) {
        this.models = models;
    }

    /** A number where it stands. */
    private record Here(Kept kept, Ready ready, Domain domain, Parameter parameter, Excerpt.Known known) {}

    @GetMapping
    ResponseEntity<String> show(Screen s, @PathVariable UUID id, @RequestParam String path) {
        Here here = find(s, id, path);
        Form form = new Form(Map.of("based-on", String.valueOf(here.kept().latest())));
        new NumberForm(form, here.domain(), here.parameter()).fill();
        return s.show("models/change", parts(s, here, form, List.of()));
    }

    @PostMapping
    ResponseEntity<String> change(Screen s, @PathVariable UUID id, @RequestParam String path, Form form) {
        Here here = find(s, id, path);
        Optional<Parameter> after = new NumberForm(form, here.domain(), here.parameter()).read();
        if (after.isEmpty()) {
            return s.again("models/change", parts(s, here, form, List.of()));
        }
        int basedOn = form.number("based-on").orElse(0);
        if (basedOn != here.kept().latest()) {
            return overtaken(s, here, form);
        }
        Folder folder = models.findFolder(id, basedOn).orElseThrow();
        Optional<String> text = NumberText.with(folder.model(), path, after.get());
        if (text.isEmpty()) {
            form.refuse("value", "number.error.in-text");
            return s.again("models/change", parts(s, here, form, List.of()));
        }
        Models.Saved saved = models.changeNumber(
                id,
                basedOn,
                folder.with(ModelFolder.MODEL, text.get()),
                path,
                after.get(),
                note(here, after.get(), form.value("why")));
        return switch (saved) {
            case Models.Saved.Yes _ ->
                s.leaveFor(s.to("/picture/" + id + "/number?path=" + Tried.encoded(path)), "number.kept");
            case Models.Saved.Bad(List<Fault> faults) -> s.again("models/change", parts(s, here, form, faults));
            case Models.Saved.Conflict _ -> overtaken(s, find(s, id, path), form);
        };
    }

    /** Nothing of either is lost: theirs stands above the form, ours in it, and the next save builds on theirs. */
    private static ResponseEntity<String> overtaken(Screen s, Here here, Form form) {
        form.replace("based-on", String.valueOf(here.kept().latest()));
        Map<String, Object> parts = parts(s, here, form, List.of());
        parts.put("overtaken", true);
        return s.again("models/change", parts);
    }

    private static String note(Here here, Parameter after, String why) {
        String name = here.known().whose() + ", " + here.known().which();
        return here.parameter().value() == after.value()
                ? name + ": " + why
                : "%s: %s → %s. %s"
                        .formatted(name, Tried.plain(here.parameter().value()), Tried.plain(after.value()), why);
    }

    private Here find(Screen s, UUID id, String path) {
        if (!s.may(Action.CHANGE_MODEL)) {
            throw new Refused(Action.CHANGE_MODEL);
        }
        Kept kept = models.find(id).orElseThrow();
        Ready ready = models.ready(id, kept.latest()).orElseThrow();
        List<Here> found = new ArrayList<>();
        ready.model().map((at, domain, parameter) -> {
            if (at.equals(path)) {
                Register.find(ready, path, s.language().words())
                        .ifPresent(known -> found.add(new Here(kept, ready, domain, parameter, known)));
            }
            return parameter;
        });
        if (found.isEmpty()) {
            throw new NoSuchElementException("no number " + path);
        }
        return found.getFirst();
    }

    private static Map<String, Object> parts(Screen s, Here here, Form form, List<Fault> faults) {
        Map<String, Object> parts = new HashMap<>();
        parts.put("kept", here.kept());
        parts.put("known", here.known());
        parts.put("place", here.ready().read().place(here.known().path()));
        parts.put("form", form);
        parts.put("faults", faults);
        parts.put("qualities", qualities(NumberPages.excerpt(s, here.ready())));
        return parts;
    }

    private static List<Option> qualities(Excerpt excerpt) {
        List<Option> options = new ArrayList<>();
        for (Quality quality : Quality.values()) {
            options.add(new Option(quality.word(), excerpt.quality(quality)));
        }
        return options;
    }
}

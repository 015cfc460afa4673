package org.whorl.server.models;

import java.util.ArrayList;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.engine.model.Quality;
import org.whorl.files.Fault;
import org.whorl.files.report.Excerpt;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.models.ChangedNumber.Here;

/** Changing one number: its own form writes it into the model's text, which makes a version that says who and why. */
@Controller
@RequestMapping("/p/{slug}/picture/{id}/number/change")
class NumberChangePages {

    private final ChangedNumber numbers;

    NumberChangePages(ChangedNumber numbers) {
        this.numbers = numbers;
    }

    @GetMapping
    ResponseEntity<String> show(Screen s, @PathVariable UUID id, @RequestParam String path) {
        Here here = numbers.find(s, id, path);
        Form form = new Form(Map.of("based-on", String.valueOf(here.kept().latest())));
        new NumberForm(form, here.domain(), here.parameter()).fill();
        return s.show("models/change", parts(s, here, form, List.of()));
    }

    @PostMapping
    ResponseEntity<String> change(Screen s, @PathVariable UUID id, @RequestParam String path, Form form) {
        Here here = numbers.find(s, id, path);
        Optional<Models.Saved> saved =
                numbers.save(here, form, form.number("based-on").orElse(0));
        if (saved.isEmpty()) {
            return s.again("models/change", parts(s, here, form, List.of()));
        }
        return switch (saved.get()) {
            case Models.Saved.Yes _ ->
                s.leaveFor(s.to("/picture/" + id + "/number?path=" + Tried.encoded(path)), "number.kept");
            case Models.Saved.Bad(List<Fault> faults) -> s.again("models/change", parts(s, here, form, faults));
            case Models.Saved.Conflict _ -> overtaken(s, numbers.find(s, id, path), form);
        };
    }

    /** Nothing of either is lost: theirs stands above the form, ours in it, and the next save builds on theirs. */
    private static ResponseEntity<String> overtaken(Screen s, Here here, Form form) {
        form.replace("based-on", String.valueOf(here.kept().latest()));
        Map<String, Object> parts = parts(s, here, form, List.of());
        parts.put("overtaken", true);
        return s.again("models/change", parts);
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

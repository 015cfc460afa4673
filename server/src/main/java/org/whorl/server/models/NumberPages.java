package org.whorl.server.models;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SequencedMap;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.engine.model.Quality;
import org.whorl.files.report.Excerpt;
import org.whorl.files.report.Excerpt.Known;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;

/** The register of numbers: what each is, how sure, from where, since when, and who may change it. */
@Controller
@RequestMapping("/p/{slug}/picture/{id}")
class NumberPages {

    private final Models models;
    private final Register register;

    NumberPages(Models models, Register register) {
        this.models = models;
        this.register = register;
    }

    @GetMapping("/numbers")
    ResponseEntity<String> numbers(Screen s, @PathVariable UUID id, @RequestParam(defaultValue = "") String quality) {
        Kept kept = models.find(id).orElseThrow();
        Ready ready = models.ready(id, kept.latest()).orElseThrow();
        SequencedMap<String, List<Known>> groups = new LinkedHashMap<>();
        int shown = 0;
        List<Known> all = excerpt(s, ready).numbers();
        for (Known known : all) {
            if (quality.isEmpty() || known.provenance().quality().word().equals(quality)) {
                groups.computeIfAbsent(known.whose(), _ -> new ArrayList<>()).add(known);
                shown++;
            }
        }
        List<Option> qualities = new ArrayList<>();
        for (Quality each : Quality.values()) {
            all.stream()
                    .filter(known -> known.provenance().quality() == each)
                    .findFirst()
                    .ifPresent(known -> qualities.add(new Option(each.word(), known.quality())));
        }
        return s.show(
                "models/numbers",
                Map.of(
                        "kept", kept,
                        "groups", groups,
                        "qualities", qualities,
                        "quality", quality,
                        "shown", shown,
                        "sentence", excerpt(s, ready).qualities()));
    }

    @GetMapping("/number")
    ResponseEntity<String> number(Screen s, @PathVariable UUID id, @RequestParam String path) {
        Kept kept = models.find(id).orElseThrow();
        Ready ready = models.ready(id, kept.latest()).orElseThrow();
        Known known = Register.find(ready, path, s.language().words())
                .orElseThrow(() -> new NoSuchElementException("no number " + path));
        return s.show(
                "models/number",
                Map.of(
                        "kept",
                        kept,
                        "known",
                        known,
                        "place",
                        ready.read().place(path),
                        "history",
                        register.history(id, path, s.language().words())));
    }

    private static Excerpt excerpt(Screen s, Ready ready) {
        return new Excerpt(
                ready.prepared().answer(List.of()), null, s.language().words());
    }
}

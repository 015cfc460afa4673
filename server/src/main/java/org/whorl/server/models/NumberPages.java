package org.whorl.server.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
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
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;

/** The register of numbers: what each is, how sure, from where, since when, and who may change it. */
@Controller
@RequestMapping("/p/{slug}/picture/{id}")
class NumberPages {

    private final Models models;
    private final Register register;
    private final List<Taught> taught;

    NumberPages(Models models, Register register, List<Taught> taught) {
        this.models = models;
        this.register = register;
        this.taught = List.copyOf(taught);
    }

    @GetMapping("/numbers")
    ResponseEntity<String> numbers(
            Screen s,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String quality,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String order) {
        Kept kept = models.find(id).orElseThrow();
        Ready ready = models.ready(id, kept.latest()).orElseThrow();
        Excerpt excerpt = excerpt(s, ready);
        NumbersAsked asked = new NumbersAsked(words.strip(), quality, order);
        List<Known> all = excerpt.numbers();
        List<Known> wanted = asked.of(all, ready.model().parameters(), s.texts().order());
        Form form = new Form(Map.of("words", words, "quality", quality, "order", order));
        return s.show(
                "models/numbers",
                Map.of(
                        "kept", kept,
                        "groups", asked.grouped(wanted, s.say("numbers.found")),
                        "form", form,
                        "qualities", qualities(all, excerpt),
                        "orders", orders(s),
                        "shown", wanted.size(),
                        "sentence", excerpt.qualities()));
    }

    private static List<Option> qualities(List<Known> all, Excerpt excerpt) {
        List<Option> options = new ArrayList<>();
        for (Quality quality : Quality.values()) {
            if (all.stream().anyMatch(known -> known.provenance().quality() == quality)) {
                options.add(new Option(quality.word(), excerpt.quality(quality)));
            }
        }
        return options;
    }

    private static List<Option> orders(Screen s) {
        return NumbersAsked.ORDERS.stream()
                .map(order -> new Option(order, s.say("numbers.order." + order)))
                .toList();
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
                        register.history(id, path, s.language().words()),
                        "taught",
                        taught.stream()
                                .flatMap(each -> each.list(id, path).stream())
                                .toList()));
    }

    static Excerpt excerpt(Screen s, Ready ready) {
        return new Excerpt(
                ready.prepared().answer(List.of()), null, s.language().words());
    }
}

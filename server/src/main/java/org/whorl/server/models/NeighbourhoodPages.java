package org.whorl.server.models;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Need;
import org.whorl.engine.model.Population;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;

/** Where need is: neighbourhood by neighbourhood, in words, as a table and as tiles. */
@Controller
@RequestMapping("/p/{slug}/picture/{id}/places")
class NeighbourhoodPages {

    /** In which order neighbourhoods can stand. */
    static final List<String> ORDERS = List.of("highest", "fifth", "name", "area");

    private final Models models;

    NeighbourhoodPages(Models models) {
        this.models = models;
    }

    @GetMapping
    ResponseEntity<String> places(Screen s, @PathVariable UUID id, @RequestParam Map<String, String> put) {
        Form form = new Form(put);
        Kept kept = models.find(id).orElseThrow();
        Model model = models.ready(id, kept.latest()).orElseThrow().model();
        Population population = model.population();
        Map<String, Object> parts = new HashMap<>();
        parts.put("kept", kept);
        parts.put("form", form);
        if (population == null
                || population.smallAreas() == null
                || model.needs().isEmpty()) {
            parts.put("told", Optional.empty());
            parts.put("choices", Map.of());
            return s.show("models/places", parts);
        }
        Need need = model.findNeed(form.value("need")).orElse(model.needs().getFirst());
        form.replace("need", need.id());
        AgeBand band = AgeBand.in(population.smallAreas().ages()).stream()
                .filter(each -> each.key().equals(form.value("age")))
                .findFirst()
                .orElse(AgeBand.ALL);
        form.replace("age", band.key());
        if (!population.areas().containsKey(form.value("area"))) {
            form.replace("area", "");
        }
        // Who was counted, was counted of all ages.
        if (need.seen().isEmpty() || !band.isAll()) {
            form.replace("show", "");
        }
        parts.put("choices", choices(s, model, population, need));
        parts.put(
                "told",
                Neighbourhoods.of(model, need, band)
                        .map(told -> new NeighbourhoodsInWords(s, need, population.areas(), told, form)));
        return s.show("models/places", parts);
    }

    private static Map<String, List<Option>> choices(Screen s, Model model, Population population, Need need) {
        String language = s.language().code();
        return Map.of(
                "need",
                model.needs().stream()
                        .map(each -> new Option(each.id(), each.name().in(language)))
                        .toList(),
                "area",
                population.areas().entrySet().stream()
                        .map(each -> new Option(each.getKey(), each.getValue().in(language)))
                        .toList(),
                "age",
                population.smallAreas() == null
                        ? List.of()
                        : AgeBand.in(population.smallAreas().ages()).stream()
                                .map(band -> new Option(band.key(), ages(s, band)))
                                .toList(),
                "show",
                need.seen().isEmpty() ? List.of() : List.of(new Option("counted", s.say("places.show.counted"))),
                "order",
                ORDERS.stream()
                        .map(order -> new Option(order, s.say("places.order." + order)))
                        .toList());
    }

    private static String ages(Screen s, AgeBand band) {
        return band.until() == Integer.MAX_VALUE
                ? s.say("need.ages.oldest", band.from())
                : s.say("need.ages", band.from(), band.until() - 1);
    }
}

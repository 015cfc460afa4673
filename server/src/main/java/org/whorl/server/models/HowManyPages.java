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
import org.whorl.draw.Reading;
import org.whorl.engine.model.Service;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How many places? The arithmetic people know, beside what it leaves out. */
@Controller
@RequestMapping("/p/{slug}/picture/{id}/how-many")
class HowManyPages {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String USUAL = "90";
    private static final double PERCENT = 100;

    private final Models models;
    private final Pictures pictures;
    private final Runs runs;

    HowManyPages(Models models, Pictures pictures, Runs runs) {
        this.models = models;
        this.pictures = pictures;
        this.runs = runs;
    }

    @GetMapping
    ResponseEntity<String> howMany(Screen s, @PathVariable UUID id, @RequestParam Map<String, String> put) {
        Form form = new Form(put);
        Kept kept = models.find(id).orElseThrow();
        Ready ready = models.ready(id, kept.latest()).orElseThrow();
        List<Service> services = HowMany.services(ready.model());
        Map<String, Object> parts = new HashMap<>();
        parts.put("kept", kept);
        parts.put("form", form);
        parts.put("sure", form.ticked("sure"));
        parts.put("told", Optional.empty());
        parts.put(
                "services",
                services.stream()
                        .map(each -> new Option(
                                each.id(), each.name().in(s.language().code())))
                        .sorted((a, b) -> s.texts().order().compare(a.label(), b.label()))
                        .toList());
        if (services.isEmpty()) {
            return s.show("models/how-many", parts);
        }
        Service service = services.stream()
                .filter(each -> each.id().equals(form.value("service")))
                .findFirst()
                .orElse(services.getFirst());
        form.replace("service", service.id());
        double occupancy = percent(form.preset("occupancy", USUAL), "occupancy", 1);
        Optional<HowMany.Work> work = work(form);
        if (!form.isRight()) {
            return s.again("models/how-many", parts);
        }
        HowMany many = HowMany.of(ready, service, occupancy, work, form.ticked("sure"), pictures);
        parts.put("told", Optional.of(new HowManyInWords(s, many, occupancy, work.isPresent(), played(kept, service))));
        return s.show("models/how-many", parts);
    }

    /** What the newest simulation of this version found of the model as it stands. */
    private Optional<HowManyInWords.Played> played(Kept kept, Service service) {
        return runs.list(kept.id()).stream()
                .filter(found -> found.version() == kept.latest())
                .findFirst()
                .flatMap(found -> runs.findAnswer(found.id()).map(answer -> {
                    JsonNode figures = JSON.readTree(answer).at("/scenarios/base/services/" + service.id());
                    return new HowManyInWords.Played(
                            found,
                            reading(figures.at("/in-place")),
                            reading(figures.at("/waiting")),
                            reading(figures.at("/occupancy")));
                }));
    }

    private static Reading reading(JsonNode estimate) {
        return estimate.at("/mean").isNumber()
                ? Reading.of(
                        estimate.at("/mean").asDouble(),
                        estimate.at("/low").asDouble(Double.NaN),
                        estimate.at("/high").asDouble(Double.NaN))
                : Reading.unknown();
    }

    /** What a visit takes, where all of it was said. */
    private static Optional<HowMany.Work> work(Form form) {
        if (form.value("minutes").isEmpty()) {
            return Optional.empty();
        }
        double minutes = number(form, "minutes", 600);
        double hours = number(form.preset("hours", "37.5"), "hours", 60);
        double away = percent(form.preset("away", "22"), "away", 0.9);
        return form.isRight() ? Optional.of(new HowMany.Work(minutes, hours, away)) : Optional.empty();
    }

    private static double percent(Form form, String field, double most) {
        return number(form, field, most * PERCENT) / PERCENT;
    }

    private static double number(Form form, String field, double most) {
        try {
            double number = Double.parseDouble(form.value(field));
            if (number > 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Told below, like a number that is too small or too large.
        }
        form.refuse(field, "how-many.wrong." + field);
        return most;
    }
}

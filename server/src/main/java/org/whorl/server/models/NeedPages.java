package org.whorl.server.models;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.model.Driver;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Need;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.need.NeedQuestion;
import org.whorl.engine.need.Needs;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;

/** Who lives in a place, what they need, and why that will change. */
@Controller
@RequestMapping("/p/{slug}/picture/{id}/need")
class NeedPages {

    /** Enough for an interval on a page, few enough not to be waited for. */
    private static final int DRAWS = 100;

    private static final long SEED = 1;

    /** By how many standard deviations a driver can be moved here. */
    private static final List<String> STEPS = List.of("-2", "-1", "0", "1", "2");

    private final Models models;

    NeedPages(Models models) {
        this.models = models;
    }

    @GetMapping
    ResponseEntity<String> need(Screen s, @PathVariable UUID id, @RequestParam Map<String, String> put) {
        Form form = new Form(put);
        Kept kept = models.find(id).orElseThrow();
        Model model = models.ready(id, kept.latest()).orElseThrow().model();
        Map<String, Object> parts = new HashMap<>();
        parts.put("kept", kept);
        parts.put("form", form);
        parts.put("needs", options(s, model.needs()));
        parts.put("years", List.of());
        parts.put("drivers", List.of());
        parts.put("told", Optional.empty());
        if (model.population() == null || model.needs().isEmpty()) {
            return s.show("models/need", parts);
        }
        List<String> years = years(model);
        if (!years.contains(form.value("year"))) {
            form.replace("year", years.isEmpty() ? "" : years.getLast());
        }
        Need need = model.findNeed(form.value("need")).orElse(model.needs().getFirst());
        form.replace("need", need.id());
        parts.put("years", years.stream().map(year -> new Option(year, year)).toList());
        // Only what somebody found an effect of can be moved; the others are told below.
        parts.put(
                "drivers",
                model.drivers().stream()
                        .filter(driver -> need.drivers().containsKey(driver.id()))
                        .map(driver -> new Option(
                                driver.id(), driver.name().in(s.language().code())))
                        .toList());
        var answer = Needs.answer(
                model,
                new NeedQuestion(form.number("year").orElse(null), moved(model, form), DRAWS, SEED),
                Progress.SILENT);
        parts.put("told", Optional.of(new NeedInWords(s, answer, need)));
        return s.show("models/need", parts);
    }

    private static List<Option> options(Screen s, List<Need> needs) {
        return needs.stream()
                .map(need -> new Option(need.id(), need.name().in(s.language().code())))
                .toList();
    }

    /** Those the projection knows, from the year after the model's first on; five years apart when there are many. None without one. */
    private static List<String> years(Model model) {
        int first = model.time().start().getYear();
        List<Integer> known = model.population() == null || model.population().growth() == null
                ? List.of()
                : model.population().growth().lines().stream()
                        .map(line -> line.year())
                        .distinct()
                        .filter(year -> year > first)
                        .sorted()
                        .toList();
        List<String> years = new ArrayList<>();
        for (int year : known) {
            if (known.size() <= 6 || (year - first) % 5 == 0) {
                years.add(String.valueOf(year));
            }
        }
        return years.isEmpty() && !known.isEmpty() ? List.of(String.valueOf(first)) : years;
    }

    private static @Nullable Scenario moved(Model model, Form form) {
        List<Scenario.Change> changes = new ArrayList<>();
        for (Driver driver : model.drivers()) {
            String by = form.value("d-" + driver.id());
            if (STEPS.contains(by) && !by.equals("0")) {
                changes.add(new Scenario.Change(
                        "drivers." + driver.id() + ".level",
                        Scenario.Operation.ADD,
                        Parameter.of(Double.parseDouble(by)),
                        List.of(),
                        null,
                        null));
            }
        }
        return changes.isEmpty() ? null : new Scenario("moved", PicturePages.name(), changes);
    }
}

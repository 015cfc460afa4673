package org.whorl.server.shifts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Model;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.jobs.JobKind;
import org.whorl.server.jobs.Jobs;
import org.whorl.server.models.Kept;
import org.whorl.server.models.Models;

/** Several different plans within what the partners have agreed: asked for here, found beside the pages, compared here. */
@Controller
@RequestMapping("/p/{slug}/shifts/plans")
class PlansPages {

    private final Models models;
    private final Jobs jobs;
    private final ObjectProvider<JobKind<PlansAsked>> search;

    PlansPages(Models models, Jobs jobs, ObjectProvider<JobKind<PlansAsked>> search) {
        this.models = models;
        this.jobs = jobs;
        this.search = search;
    }

    @GetMapping
    ResponseEntity<String> ask(Screen s, @RequestParam Optional<UUID> model) {
        return page(s, Form.empty(), model, false);
    }

    @PostMapping
    ResponseEntity<String> search(Screen s, Form form, @RequestParam Optional<UUID> model) {
        return page(s, form, model, true);
    }

    private ResponseEntity<String> page(Screen s, Form form, Optional<UUID> asked, boolean start) {
        List<Kept> all = models.listAll();
        if (all.isEmpty()) {
            return s.show("models/none", Map.of());
        }
        Kept kept = asked.map(id -> models.find(id).orElseThrow()).orElse(all.getFirst());
        Model model = models.ready(kept.id(), kept.latest()).orElseThrow().model();
        PlansForm limits = new PlansForm(form, model);
        if (start && PlansForm.isPossible(model)) {
            Optional<PlansAsked> question = limits.read(kept.id(), kept.latest());
            if (question.isPresent()) {
                return s.leaveFor(s.to("/jobs/" + jobs.start(search.getObject(), question.get())));
            }
        }
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put("kept", kept);
        parts.put("others", all);
        parts.put("possible", PlansForm.isPossible(model));
        parts.put("partners", partners(s, model));
        parts.put("services", services(s, model));
        parts.put("aims", aims(s, model));
        return form.isRight() ? s.show("shifts/plans", parts) : s.again("shifts/plans", parts);
    }

    @GetMapping("/{job}")
    ResponseEntity<String> found(Screen s, @PathVariable UUID job) throws IOException {
        Path file = jobs.findFile(job, PlansAsked.KIND).orElseThrow();
        PlansFound found = PlansFound.read(Files.readString(file));
        Kept kept = models.find(found.model()).orElseThrow();
        Model model = models.ready(found.model(), found.version()).orElseThrow().model();
        Map<String, Object> parts = new HashMap<>();
        parts.put("kept", kept);
        parts.put("found", new PlansHow(found.version(), found.draws(), found.times(), found.proved()));
        parts.put(
                "aim",
                model.measures().stream()
                        .filter(measure -> measure.id().equals(found.aim()))
                        .map(measure -> measure.name().in(s.language().code()))
                        .findFirst()
                        .orElse(found.aim()));
        parts.put("plans", PlanShown.all(s, found, model));
        parts.put(
                "prices",
                found.prices().stream()
                        .map(price -> s.say(
                                price.post() ? "plans.price.post" : "plans.price.money",
                                model.findPartner(price.partner())
                                        .orElseThrow()
                                        .name()
                                        .in(s.language().code()),
                                s.language().words().number(price.gain())))
                        .toList());
        return s.show("shifts/plansfound", parts);
    }

    private static List<Option> partners(Screen s, Model model) {
        return model.partners().stream()
                .map(partner ->
                        new Option(partner.id(), partner.name().in(s.language().code())))
                .toList();
    }

    private static List<Option> services(Screen s, Model model) {
        return model.agreements().limits().choices().stream()
                .map(choice -> new Option(
                        choice.service(),
                        model.findService(choice.service())
                                .orElseThrow()
                                .name()
                                .in(s.language().code())))
                .toList();
    }

    private static List<String> aims(Screen s, Model model) {
        return model.measures().stream()
                .filter(measure -> model.agreements().limits().aim().containsKey(measure.id()))
                .map(Measure::name)
                .map(name -> name.in(s.language().code()))
                .toList();
    }
}

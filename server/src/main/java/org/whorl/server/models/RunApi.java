package org.whorl.server.models;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Scenario;
import org.whorl.files.report.Excerpt;
import org.whorl.server.design.Listed;
import org.whorl.server.design.Screen;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** For programs: checking by simulation, and what was found. How far it is, and stopping it, is with the jobs. */
@RestController
@RequestMapping("/api/v1/p/{slug}/models/{id}")
class RunApi {

    private static final JsonMapper JSON = new JsonMapper();

    private final Models models;
    private final Runs runs;

    RunApi(Models models, Runs runs) {
        this.models = models;
        this.runs = runs;
    }

    /**
     * Work that was begun.
     *
     * @param job which job it is; the run has the same id
     */
    record Begun(UUID job) {}

    /**
     * One figure answered twice: as the model stands, by simulation and by the formulas.
     *
     * @param subject what it is about: measures or services, and which
     * @param field which figure
     * @param simulation what the simulation found, on average
     * @param low the lower end of what chance leaves open
     * @param high the upper end
     * @param formulas what the formulas answer
     * @param agree do the two agree, as far as anybody could mind?
     */
    record TwoTiers(
            String subject, String field, double simulation, double low, double high, double formulas, boolean agree) {}

    /**
     * What a simulation found.
     *
     * @param run which run
     * @param summary what it found, as the page shows it: safe HTML
     * @param tiers each figure that both tiers answer; look for those that do not agree
     */
    record FoundInFull(Found run, String summary, List<TwoTiers> tiers) {}

    /** The same question, still waiting or running, is the same job. */
    @PostMapping("/versions/{version}/runs")
    ResponseEntity<Begun> startRun(
            Screen s, @PathVariable UUID id, @PathVariable int version, @RequestBody Question question) {
        Ready ready = models.ready(id, version).orElseThrow();
        Tried tried = question.tried(s, ready.model());
        UUID job = runs.check(
                id,
                version,
                tried.scenario(PicturePages.name()),
                ready.model().name(),
                "/picture/" + id + tried.address());
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1" + s.to("/jobs/" + job)))
                .body(new Begun(job));
    }

    @GetMapping("/runs")
    Listed<Found> listRuns(
            Screen s,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "50") int limit) {
        return Listed.of(s, runs.list(models.find(id).orElseThrow().id()), from, limit);
    }

    @GetMapping("/runs/{run}")
    FoundInFull getRun(Screen s, @PathVariable UUID id, @PathVariable UUID run) {
        Found found = runs.find(id, run).orElseThrow();
        return new FoundInFull(found, runs.findSummary(run, s.language().code()).orElseThrow(), tiers(found));
    }

    @GetMapping(path = "/runs/{run}/answer", produces = "application/json")
    String getRunAnswer(@PathVariable UUID id, @PathVariable UUID run) {
        return runs.findAnswer(runs.find(id, run).orElseThrow().id()).orElseThrow();
    }

    @GetMapping(path = "/runs/{run}/report", produces = "text/html;charset=utf-8")
    String getRunReport(Screen s, @PathVariable UUID id, @PathVariable UUID run) {
        return runs.findReport(
                        runs.find(id, run).orElseThrow().id(), s.language().code())
                .orElseThrow();
    }

    /** The kept figures beside what the formulas answer about the same version, which never changes. */
    private List<TwoTiers> tiers(Found found) {
        Answer formulas = models.ready(found.model(), found.version())
                .orElseThrow()
                .prepared()
                .answer(List.of());
        JsonNode played = JSON.readTree(runs.findAnswer(found.id()).orElseThrow())
                .path("scenarios")
                .path(Scenario.BASE);
        List<TwoTiers> tiers = new ArrayList<>();
        formulas.model().measures().forEach(m -> add(tiers, played, formulas, Subject.measure(m.id()), Field.MEAN));
        for (Field field : List.of(Field.WAITING, Field.WAIT, Field.OCCUPANCY)) {
            formulas.model().services().forEach(x -> add(tiers, played, formulas, Subject.service(x.id()), field));
        }
        return tiers;
    }

    private static void add(List<TwoTiers> tiers, JsonNode played, Answer formulas, Subject subject, Field field) {
        JsonNode figure = played.path(subject.group().word()).path(subject.id()).path(field.word());
        Optional<Estimate> formula = formulas.base().figures().find(subject, field);
        if (formula.isEmpty()
                || !figure.path("mean").isNumber()
                || Double.isNaN(formula.get().mean())) {
            return;
        }
        double mean = figure.path("mean").asDouble();
        double low = figure.path("low").asDouble(mean);
        double high = figure.path("high").asDouble(mean);
        Estimate exact = new Estimate(mean, low, high, figure.path("level").asDouble(0), Estimate.Kind.MONTE_CARLO);
        tiers.add(new TwoTiers(
                subject.group().word() + "." + subject.id(),
                field.word(),
                mean,
                low,
                high,
                formula.get().mean(),
                Excerpt.agree(exact, formula.get())));
    }
}

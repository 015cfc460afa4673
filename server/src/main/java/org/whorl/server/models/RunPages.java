package org.whorl.server.models;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.engine.model.Check;
import org.whorl.engine.model.Problem;
import org.whorl.engine.model.Scenario;
import org.whorl.server.design.Screen;

/** Checking by simulation, and what was found. */
@Controller
@RequestMapping("/p/{slug}/picture/{id}")
class RunPages {

    private final Models models;
    private final Runs runs;

    RunPages(Models models, Runs runs) {
        this.models = models;
        this.runs = runs;
    }

    /** Asks for what a picture's address tries. */
    @PostMapping("/check")
    ResponseEntity<String> check(Screen s, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> put) {
        Kept kept = models.find(id).orElseThrow();
        int version = Optional.ofNullable(put.getFirst("version"))
                .filter(v -> v.matches("[0-9]{1,6}"))
                .map(Integer::valueOf)
                .orElse(kept.latest());
        Ready ready = models.ready(id, version).orElseThrow();
        Tried tried = Tried.of(ready.model(), put);
        Optional<Scenario> change = tried.scenario(PicturePages.name());
        List<Problem> problems = change.map(c -> Check.of(ready.model(), c)).orElse(List.of());
        String page = "/picture/" + id + tried.address();
        if (!problems.isEmpty() || !tried.refused().isEmpty()) {
            return s.leaveFor(s.to(page), "picture.wrong");
        }
        UUID job = runs.check(id, version, change, ready.model().name(), page);
        return s.leaveFor(s.to("/jobs/" + job));
    }

    @GetMapping("/runs")
    ResponseEntity<String> list(Screen s, @PathVariable UUID id) {
        return s.show("models/runs", Map.of("kept", models.find(id).orElseThrow(), "runs", runs.list(id)));
    }

    @GetMapping("/runs/{run}")
    ResponseEntity<String> run(Screen s, @PathVariable UUID id, @PathVariable UUID run) {
        Found found = runs.find(id, run).orElseThrow();
        return s.show(
                "models/run",
                Map.of(
                        "kept", models.find(id).orElseThrow(),
                        "found", found,
                        "summary", runs.findSummary(run, s.language().code()).orElseThrow()));
    }

    @GetMapping("/runs/{run}/report")
    ResponseEntity<byte[]> report(Screen s, @PathVariable UUID id, @PathVariable UUID run) {
        Found found = runs.find(id, run).orElseThrow();
        return file(
                "text/html;charset=utf-8",
                s.pick("report.html", "adroddiad.html"),
                runs.findReport(found.id(), s.language().code()).orElseThrow());
    }

    @GetMapping("/runs/{run}/answer.json")
    ResponseEntity<byte[]> answer(@PathVariable UUID id, @PathVariable UUID run) {
        Found found = runs.find(id, run).orElseThrow();
        return file(
                "application/json", "answer.json", runs.findAnswer(found.id()).orElseThrow());
    }

    private static ResponseEntity<byte[]> file(String type, String name, String text) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}

package org.whorl.server.models;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.whorl.files.AnswerJson;
import org.whorl.files.report.Excerpt;
import org.whorl.server.design.Screen;

/** For programs: what the formulas answer, at once. */
@RestController
@RequestMapping("/api/v1/p/{slug}/models/{id}/versions/{version}")
class AnswerApi {

    private final Models models;
    private final Pictures pictures;

    AnswerApi(Models models, Pictures pictures) {
        this.models = models;
        this.pictures = pictures;
    }

    /**
     * The answer of the formulas.
     *
     * @param tier which tier it comes from: always instant here
     * @param scenario under which name the answer has what was asked; base for the model as it stands
     * @param changes what is changed, in words
     * @param lead the count the model is about, in words
     * @param crisis the share of days above the level of crisis, in words
     * @param measures every measure of the model, in words
     * @param queues how many wait for each service, the longest queue first, in words
     * @param answer all figures, as the command line prints them with --json
     * @param sureness the same figures with intervals for not knowing the numbers; absent where nobody asked
     */
    record InstantAnswer(
            String tier,
            String scenario,
            List<String> changes,
            Optional<Excerpt.Count> lead,
            Optional<Excerpt.Count> crisis,
            List<Excerpt.Count> measures,
            List<Excerpt.Count> queues,
            @JsonRawValue String answer,
            @JsonRawValue @Nullable String sureness) {}

    @PostMapping("/answer")
    InstantAnswer askFormulas(
            Screen s, @PathVariable UUID id, @PathVariable int version, @RequestBody Question question) {
        Ready ready = models.ready(id, version).orElseThrow();
        Tried tried = question.tried(s, ready.model());
        Shown shown = pictures.show(
                ready,
                tried.scenario(PicturePages.name()),
                question.sure().orElse(false),
                s.language().words());
        Excerpt excerpt = shown.excerpt();
        return new InstantAnswer(
                shown.answer().tier().word(),
                shown.scenario(),
                shown.answer().model().findScenario(shown.scenario()).stream()
                        .flatMap(scenario -> excerpt.changes(scenario).stream())
                        .toList(),
                excerpt.lead(shown.scenario()),
                excerpt.crisis(shown.scenario()),
                excerpt.measures(shown.scenario()),
                excerpt.queues(shown.scenario()),
                AnswerJson.text(shown.answer()),
                shown.unsure().map(AnswerJson::text).orElse(null));
    }
}

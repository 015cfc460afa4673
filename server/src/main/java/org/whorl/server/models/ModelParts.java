package org.whorl.server.models;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.util.UriUtils;
import org.whorl.draw.Words;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Service;
import org.whorl.files.report.Excerpt.Known;
import org.whorl.server.thread.Knot;
import org.whorl.server.thread.Spun;
import org.whorl.server.thread.Thing;
import org.whorl.server.thread.Tie;
import org.whorl.server.trust.Action;

/** What of models goes through the mechanisms all features share. */
@Configuration(proxyBeanMethods = false)
class ModelParts {

    /** Versions, the numbers the latest rests on, and what it answers. A number keeps its id from version to version. */
    @Bean
    Spun spinModels(Models models) {
        return new Spun(
                List.of(
                        new Knot.Stored("version", Action.LOOK, ModelThreadStore.VERSIONS),
                        new Knot.Derived("number", Action.LOOK, language -> numbers(models, words(language))),
                        new Knot.Derived("answer", Action.LOOK, language -> answers(models, language))),
                List.of(
                        new Tie.Stored("version", "version", "earlier", ModelThreadStore.EARLIER),
                        new Tie.Stored("partner", "version", "signed", ModelThreadStore.SIGNED),
                        new Tie.Derived("number", "version", "number-of", () -> numbersOf(models)),
                        new Tie.Derived("number", "answer", "rests-on", () -> restsOn(models)),
                        new Tie.Derived("version", "answer", "answers", () -> answersOf(models))));
    }

    private static List<Thing> numbers(Models models, Words words) {
        List<Thing> things = new ArrayList<>();
        for (Ready ready : newest(models)) {
            for (Known known : Register.numbers(ready, words)) {
                things.add(new Thing(
                        "number",
                        ready.kept() + "/" + known.path(),
                        known.whose() + ": " + known.which() + " " + known.value(),
                        words.code(),
                        "/picture/" + ready.kept() + "/number?path="
                                + UriUtils.encode(known.path(), StandardCharsets.UTF_8),
                        Optional.empty()));
            }
        }
        return things;
    }

    private static List<Thing> answers(Models models, String language) {
        List<Thing> things = new ArrayList<>();
        for (Ready ready : newest(models)) {
            for (Service service : ready.model().services()) {
                things.add(
                        answer(ready, "services." + service.id(), service.name().in(language), language));
            }
            for (Measure measure : ready.model().measures()) {
                things.add(
                        answer(ready, "measures." + measure.id(), measure.name().in(language), language));
            }
        }
        return things;
    }

    private static Thing answer(Ready ready, String of, String name, String language) {
        return new Thing(
                "answer",
                ready.kept() + "/" + of,
                name,
                language,
                "/picture/" + ready.kept() + "/made?of=" + UriUtils.encode(of, StandardCharsets.UTF_8),
                Optional.empty());
    }

    private static List<Tie.Pair> numbersOf(Models models) {
        return newest(models).stream()
                .flatMap(ready -> Register.numbers(ready, Words.EN).stream()
                        .map(known -> new Tie.Pair(ready.kept() + "/" + known.path(), version(ready))))
                .toList();
    }

    private static List<Tie.Pair> restsOn(Models models) {
        List<Tie.Pair> pairs = new ArrayList<>();
        for (Ready ready : newest(models)) {
            for (Known known : Register.numbers(ready, Words.EN)) {
                for (Service service : ready.model().services()) {
                    if (Register.rests(ready.model(), service.id(), known.path())) {
                        pairs.add(new Tie.Pair(
                                ready.kept() + "/" + known.path(), ready.kept() + "/services." + service.id()));
                    }
                }
            }
        }
        return pairs;
    }

    private static List<Tie.Pair> answersOf(Models models) {
        return newest(models).stream()
                .flatMap(ready -> answers(models, "en").stream()
                        .filter(answer -> answer.id().startsWith(ready.kept() + "/"))
                        .map(answer -> new Tie.Pair(version(ready), answer.id())))
                .toList();
    }

    private static String version(Ready ready) {
        return ready.kept() + "/" + ready.version();
    }

    private static List<Ready> newest(Models models) {
        return models.listAll().stream()
                .flatMap(kept -> models.ready(kept.id(), kept.latest()).stream())
                .toList();
    }

    private static Words words(String language) {
        return language.equals("cy") ? Words.CY : Words.EN;
    }
}

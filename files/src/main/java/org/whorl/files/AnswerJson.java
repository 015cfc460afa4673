package org.whorl.files;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Note;
import org.whorl.engine.answer.Outcome;
import org.whorl.engine.answer.Quantiles;
import org.whorl.engine.answer.Series;
import org.whorl.engine.answer.Sources;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Model;

/**
 * An answer as one JSON document. The same answer gives the same bytes. Days through time are in the CSV tables, except
 * where the instant tier has a path instead of an average.
 */
public final class AnswerJson {
    /** document, scenarios, one of them, its services, one of them, its fields. */
    private static final int DEPTH = 5;

    private AnswerJson() {}

    /**
     * An answer as it was written by {@link #text}, but for its days through time.
     *
     * @param model what was asked about, with all scenarios the answer has
     * @throws IllegalArgumentException if it is not such a document
     */
    public static Answer read(Model model, String text) {
        return new AnswerReader(model).read(text);
    }

    /** An answer as text. */
    public static String text(Answer answer) {
        return Json.text(DEPTH, json -> answer(json, answer));
    }

    private static void answer(Json json, Answer answer) {
        boolean instant = answer.tier() == Answer.Tier.INSTANT;
        json.model(answer.model()).put("tier", answer.tier().word());
        if (!instant || answer.seed() != 0) {
            json.put("seed", answer.seed());
        }
        if (!instant) {
            json.put("replications", answer.replications());
        }
        json.quality(answer.quality());
        json.object(
                "scenarios",
                () -> answer.scenarios()
                        .forEach((id, outcome) -> json.object(id, () -> {
                            json.name("name", outcome.name());
                            figures(json, outcome.figures(), instant ? outcome : null);
                            quantiles(json, outcome.quantiles());
                            notes(json, outcome.notes());
                        })));
        json.object(
                "differences",
                () -> answer.differences()
                        .forEach((id, figures) -> json.object(id, () -> figures(json, figures, null))));
        if (!answer.sources().isEmpty()) {
            sources(json, answer.sources());
        }
        notes(json, answer.notes());
    }

    private static void sources(Json json, Sources sources) {
        json.object("uncertainty", () -> {
            json.put("draws", sources.draws()).put("replications", sources.replications());
            json.list("figures", () -> sources.figures().forEach(whole -> whole(json, whole)));
            json.list("across", () -> sources.across().forEach(whole -> whole(json, whole)));
        });
    }

    /** One line for a figure: everything together, then each source with the interval it alone would leave. */
    private static void whole(Json json, Sources.Whole whole) {
        json.object(() -> {
            json.put("scenario", whole.scenario())
                    .put("change", whole.change())
                    .put("group", whole.subject().group().word())
                    .put("id", whole.subject().id())
                    .put("field", whole.field().word());
            estimate(json, "total", whole.total());
            json.put("variance", whole.variance());
            json.list(
                    "parts",
                    () -> whole.parts()
                            .forEach(part -> json.object(() -> {
                                estimate(json, "interval", part.interval());
                                json.put("variance", part.variance());
                                estimate(json, "share", part.share());
                            })));
            json.object(
                    "error",
                    () -> json.put("now", whole.error().now())
                            .put("more-draws", whole.error().moreDraws())
                            .put("more-replications", whole.error().moreReplications()));
        });
    }

    private static void figures(Json json, Figures figures, @Nullable Outcome instant) {
        for (Subject.Group group : Subject.Group.values()) {
            List<Map.Entry<Subject, Map<Field, Estimate>>> members = figures.estimates().entrySet().stream()
                    .filter(e -> e.getKey().group() == group)
                    .toList();
            if (group.compareTo(Subject.Group.SYSTEM) >= 0 && members.isEmpty()) {
                continue;
            }
            json.object(
                    group.word(),
                    () -> members.forEach(member -> json.object(member.getKey().id(), () -> {
                        if (instant != null && group == Subject.Group.SERVICES) {
                            stability(json, instant, member.getKey());
                        }
                        member.getValue().forEach((field, estimate) -> estimate(json, field.word(), estimate));
                    })));
        }
    }

    /** Where load exceeds places there is no steady state, and a path through the days stands instead of averages. */
    private static void stability(Json json, Outcome outcome, Subject service) {
        String path = "services." + service.id();
        boolean stable = outcome.notes().stream()
                .noneMatch(n -> n.code().equals(Note.UNSTABLE) && n.subject().equals(path));
        json.put("stable", stable);
        if (!stable) {
            for (Series series : outcome.series()) {
                if (series.subject().equals(service)) {
                    json.object("path", () -> {
                        json.put("field", series.field().word());
                        json.list("days", () -> {
                            for (int day : series.days()) {
                                json.item(day);
                            }
                        });
                        json.list("mean", () -> {
                            for (double mean : series.mean()) {
                                json.item(mean);
                            }
                        });
                    });
                }
            }
        }
    }

    private static void quantiles(Json json, List<Quantiles> quantiles) {
        if (!quantiles.isEmpty()) {
            json.list(
                    "quantiles",
                    () -> quantiles.forEach(q -> json.object(() -> {
                        json.put("group", q.subject().group().word());
                        json.put("id", q.subject().id());
                        json.put("field", q.field().word());
                        json.list("values", () -> q.values().forEach(json::item));
                    })));
        }
    }

    static void estimate(Json json, String key, Estimate estimate) {
        json.object(
                key,
                () -> json.put("mean", estimate.mean())
                        .put("low", estimate.low())
                        .put("high", estimate.high())
                        .put("level", estimate.level())
                        .put("kind", estimate.kind().word()));
    }

    static void notes(Json json, List<Note> notes) {
        json.list(
                "notes",
                () -> notes.forEach(note -> json.object(() -> json.put("code", note.code())
                        .put("subject", note.subject())
                        .put("message", note.message()))));
    }
}

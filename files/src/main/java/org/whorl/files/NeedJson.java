package org.whorl.files;

import org.jspecify.annotations.Nullable;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Spread;
import org.whorl.engine.need.NeedAnswer;
import org.whorl.engine.need.NeedAnswer.Amount;
import org.whorl.engine.need.NeedAnswer.Effect;
import org.whorl.engine.need.NeedAnswer.Group;
import org.whorl.engine.need.NeedAnswer.OfNeed;
import org.whorl.engine.need.NeedAnswer.Row;

/** An answer about need as one JSON document. The same answer gives the same bytes. docs/method/need.md lists its fields. */
public final class NeedJson {
    /** document, needs, one of them, its rows. */
    private static final int DEPTH = 3;

    /** What stands beside every effect of a driver. */
    public static final String CAVEAT = "association elsewhere; confirm locally";

    private NeedJson() {}

    /** An answer as text. */
    public static String text(NeedAnswer answer) {
        return Json.text(DEPTH, json -> answer(json, answer));
    }

    private static void answer(Json json, NeedAnswer answer) {
        json.model(answer.model())
                .put("now", answer.now())
                .put("then", answer.then())
                .put("draws", answer.draws())
                .put("seed", answer.seed());
        json.quality(answer.model().parametersByQuality());
        json.list(
                "people",
                () -> answer.people()
                        .forEach(row -> json.object(() -> {
                            group(json, row.group());
                            AnswerJson.estimate(json, "now", row.now().count());
                            AnswerJson.estimate(json, "then", row.then().count());
                        })));
        json.object(
                "needs",
                () -> answer.needs().forEach(need -> json.object(need.need().id(), () -> need(json, need))));
        json.object("arrivals", () -> answer.arrivals().forEach((id, times) -> AnswerJson.estimate(json, id, times)));
        AnswerJson.notes(json, answer.notes());
    }

    private static void group(Json json, Group group) {
        json.put("area", group.area());
        if (group.fifth() == 0) {
            json.put("fifth", (String) null);
        } else {
            json.put("fifth", group.fifth());
        }
        if (group.band() < 0) {
            json.put("age", (String) null);
        } else {
            json.put("age", group.band());
        }
    }

    private static void need(Json json, OfNeed need) {
        json.name("name", need.need().name()).name("unit", need.need().unit());
        json.put("source", need.need().provenance().source());
        json.put("date", need.need().provenance().date());
        json.put("quality", need.need().provenance().quality().word());
        json.list(
                "rows",
                () -> need.rows()
                        .forEach(row -> json.object(() -> {
                            group(json, row.group());
                            amount(json, "now", row.now());
                            amount(json, "then", row.then());
                        })));
        Row<Estimate> notMedical = need.notMedical();
        if (notMedical != null) {
            json.object("not-medical", () -> {
                AnswerJson.estimate(json, "now", notMedical.now());
                AnswerJson.estimate(json, "then", notMedical.then());
            });
        }
        json.object(
                "parts", () -> need.parts().forEach((cause, part) -> AnswerJson.estimate(json, cause.word(), part)));
        json.object(
                "drivers",
                () -> need.effects()
                        .forEach(effect -> json.object(effect.driver().id(), () -> effect(json, effect))));
        if (!need.neighbourhoods().isEmpty()) {
            json.list(
                    "small-areas",
                    () -> need.neighbourhoods()
                            .forEach(near -> json.object(() -> {
                                json.put("id", near.id())
                                        .put("name", near.name())
                                        .put("area", near.area())
                                        .put("fifth", near.fifth())
                                        .put("people", near.people());
                                AnswerJson.estimate(json, "expected-demand", near.demand());
                                seen(json, near.seen());
                            })));
        }
    }

    private static void seen(Json json, NeedAnswer.@Nullable Seen seen) {
        if (seen != null) {
            json.object("seen", () -> {
                Estimate rate = seen.rate();
                if (rate == null) {
                    json.put("withheld", true);
                } else {
                    json.put("count", seen.count());
                    AnswerJson.estimate(json, "rate", rate);
                }
            });
        }
    }

    private static void amount(Json json, String key, Amount amount) {
        json.object(key, () -> {
            AnswerJson.estimate(json, "need", amount.need());
            AnswerJson.estimate(json, "demand", amount.demand());
            orNull(json, "met", amount.met());
            orNull(json, "unmet", amount.unmet());
        });
    }

    private static void orNull(Json json, String key, @Nullable Estimate estimate) {
        if (estimate == null) {
            json.put(key, (String) null);
        } else {
            AnswerJson.estimate(json, key, estimate);
        }
    }

    private static void effect(Json json, Effect effect) {
        json.name("name", effect.driver().name())
                .put("deviation", effect.driver().deviation());
        json.put("moved", effect.moved());
        Parameter ratio = effect.ratio();
        if (ratio == null) {
            json.put("ratio", (String) null).put("said", "no sourced effect: cannot tell");
            return;
        }
        json.object("ratio", () -> {
            json.put("value", ratio.value());
            if (ratio.spread() instanceof Spread.Range(double low, double high)) {
                json.put("low", low).put("high", high);
            }
            json.put("source", ratio.provenance().source())
                    .put("date", ratio.provenance().date())
                    .put("quality", ratio.provenance().quality().word());
        });
        orNull(json, "factor", effect.factor());
        json.put("said", CAVEAT);
    }
}

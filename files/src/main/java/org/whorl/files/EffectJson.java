package org.whorl.files;

import java.util.List;
import java.util.function.Function;
import org.whorl.engine.evidence.Effect;
import org.whorl.engine.evidence.Prior;

/** Effects as one JSON document. */
public final class EffectJson {
    private static final int DEPTH = 2;

    private EffectJson() {}

    /**
     * These effects, as text.
     *
     * @param sentence what each of them found, as a sentence
     */
    public static String text(List<Effect> effects, Function<Effect, String> sentence) {
        return Json.text(
                DEPTH,
                json -> json.put("weights", "our convention, to be agreed locally; not evidence")
                        .list(
                                "effects",
                                () -> effects.forEach(effect -> json.object(() -> one(json, effect, sentence)))));
    }

    private static void one(Json json, Effect effect, Function<Effect, String> sentence) {
        json.put("id", effect.id())
                .name("intervention", effect.intervention())
                .name("measure", effect.measure())
                .put("says", effect.says().word())
                .put("sentence", sentence.apply(effect))
                .put("estimate", effect.estimate() == null ? Double.NaN : effect.estimate())
                .put("written", effect.written());
        Effect.Interval interval = effect.interval();
        json.put("low", interval == null ? Double.NaN : interval.low())
                .put("high", interval == null ? Double.NaN : interval.high())
                .put("level", 0.95)
                .put("kind", effect.kind().word())
                .put("unit", effect.unit().en())
                .put("setting", effect.setting())
                .put("design", effect.studied())
                .put("design-class", effect.design().word())
                .put("weight", effect.design().weight())
                .put("source", effect.source())
                .put("seen", effect.seen())
                .put("check-the-source", effect.mustBeChecked())
                .put("caveat", effect.caveat());
        effect.prior()
                .ifPresentOrElse(
                        prior -> json.object("prior", () -> prior(json, prior)),
                        () -> json.put(
                                "no-prior",
                                effect.whyNoPrior().map(Effect.NoPrior::word).orElse(null)));
        EffectNumber.of(effect).ifPresent(number -> json.put("yaml", number));
    }

    private static void prior(Json json, Prior prior) {
        json.put("family", prior.multiplies() ? "lognormal" : "normal")
                .put("median", prior.median())
                .put("low", prior.low())
                .put("high", prior.high())
                .put(prior.multiplies() ? "sd-of-the-logarithm" : "sd", prior.sd());
    }
}

package org.whorl.files;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.whorl.engine.evidence.Effect;
import org.whorl.engine.evidence.Prior;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Provenance;
import org.whorl.engine.model.Quality;
import org.whorl.engine.model.Spread;

/** An effect as a number to paste into a model: borrowed, with the interval it deserves here, and with its source. */
public final class EffectNumber {
    private static final MathContext DIGITS = new MathContext(4);

    private EffectNumber() {}

    /** The number in the form of {@code model.yaml}; empty where the effect cannot be a prior. */
    public static Optional<String> of(Effect effect) {
        return effect.prior().map(prior -> NumberText.written(parameter(effect, prior), 0));
    }

    private static Parameter parameter(Effect effect, Prior prior) {
        String source = "%s: %s, %s; %s. %s. Interval widened for its design (weight %s, our convention)%s"
                .formatted(
                        effect.source(),
                        effect.intervention().en(),
                        effect.measure().en(),
                        effect.setting().isEmpty() ? effect.studied() : effect.studied() + ", " + effect.setting(),
                        effect.seen(),
                        Words.of(prior.weight()),
                        effect.mustBeChecked() ? "; check the source" : "");
        return new Parameter(
                rounded(prior.median()),
                new Spread.Range(rounded(prior.low()), rounded(prior.high())),
                new Provenance(source, null, null, Quality.BORROWED),
                null);
    }

    private static double rounded(double number) {
        return new BigDecimal(number).round(DIGITS).doubleValue();
    }
}

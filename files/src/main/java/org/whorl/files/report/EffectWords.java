package org.whorl.files.report;

import java.util.Locale;
import org.whorl.draw.Words;
import org.whorl.engine.evidence.Design;
import org.whorl.engine.evidence.Effect;
import org.whorl.engine.evidence.Effect.Interval;
import org.whorl.engine.evidence.Effect.Kind;
import org.whorl.engine.evidence.Prior;

/** Effects in words: the sentence first, then the number, what it says, and how far we lean on it. */
public final class EffectWords {

    private final Say say;
    private final Words words;

    /** Words in a language. */
    public EffectWords(Words words) {
        this.say = new Say(words);
        this.words = words;
    }

    /** What was found, as a sentence: {@code In 59 trials with 12,981 people: rate of falls 23 in 100 lower (17 to 29).} */
    public String sentence(Effect effect) {
        String found = found(effect);
        Integer trials = effect.trials();
        Integer people = effect.people();
        if (people == null) {
            return say.say("effect.sentence", found.substring(0, 1).toUpperCase(Locale.ROOT) + found.substring(1));
        }
        return trials == null
                ? say.say("effect.people", words.number((double) people), found)
                : say.count("effect.trials", trials, words.number((double) people), found);
    }

    private String found(Effect effect) {
        String measure = effect.measure().in(words.code());
        Double estimate = effect.estimate();
        if (estimate == null || effect.kind() == Kind.LEVEL) {
            return effect.written().isEmpty()
                    ? say.say("effect.no-figure", measure)
                    : say.say(
                            estimate == null ? "effect.span" : "effect.level",
                            measure,
                            written(effect),
                            effect.unit().in(words.code()));
        }
        double change = change(effect, estimate);
        Interval interval = effect.interval();
        if (interval == null) {
            return say.say(
                    change < 0 ? "effect.lower-unsure" : "effect.higher-unsure", measure, amount(effect, change));
        }
        double low = change(effect, interval.low());
        double high = change(effect, interval.high());
        if (low <= 0 && high >= 0) {
            return say.say("effect.no-clear", measure, amount(effect, low), amount(effect, high));
        }
        return change < 0
                ? say.say("effect.lower", measure, amount(effect, change), number(-high), number(-low))
                : say.say("effect.higher", measure, amount(effect, change), number(low), number(high));
    }

    /** So many in 100 more, or so much more in the unit; less than 0 for fewer or less. */
    private static double change(Effect effect, double number) {
        return effect.kind() == Kind.RATIO ? (number - 1) * 100 : number;
    }

    private String amount(Effect effect, double change) {
        return effect.isRatio()
                ? say.say("value.in-hundred", number(Math.abs(change)))
                : number(Math.abs(change)) + " " + effect.unit().in(words.code());
    }

    /** The estimate as the source has it; a span reads as such in every language. */
    private String written(Effect effect) {
        String[] ends = effect.written().split(" to ", 2);
        return ends.length == 2 ? say.say("value.range", ends[0], ends[1]) : effect.written();
    }

    /** No more digits than the source gives. */
    private String number(double number) {
        return words.number(Math.round(number * 10) / 10.0);
    }

    /** The number with its interval and unit, as the source has them. */
    public String number(Effect effect) {
        if (effect.written().isEmpty()) {
            return say.say("value.none");
        }
        Interval interval = effect.interval();
        String unit = effect.unit().in(words.code());
        return (interval == null
                        ? written(effect)
                        : "%s (%s)"
                                .formatted(
                                        words.number(effect.estimate() == null ? Double.NaN : effect.estimate()),
                                        say.say(
                                                "value.range",
                                                words.number(interval.low()),
                                                words.number(interval.high()))))
                + (unit.isEmpty() ? "" : " " + unit);
    }

    /** What an effect says, in a word or two. */
    public String says(Effect.Says says) {
        return say.say("effect.says." + says.word());
    }

    /** How it was found, as one of the kinds we weigh. */
    public String design(Design design) {
        return say.say("effect.design." + design.word());
    }

    /** How far we lean on it, and what a model would believe; or why it cannot be a prior. */
    public String leaning(Effect effect) {
        return effect.prior()
                .map(prior -> leaning(effect.design(), prior))
                .orElseGet(() -> say.say(
                        "effect.no-prior." + effect.whyNoPrior().orElseThrow().word()));
    }

    private String leaning(Design design, Prior prior) {
        return say.say(
                "effect.leaning",
                design(design),
                words.number(design.weight()),
                words.number(rounded(prior.median())),
                words.number(rounded(prior.low())),
                words.number(rounded(prior.high())));
    }

    private static double rounded(double number) {
        return Math.abs(number) < 10 ? Math.round(number * 100) / 100.0 : Math.rint(number);
    }

    /** That the weights are a convention. */
    public String convention() {
        return say.say("effect.convention");
    }

    /** That nobody here has read more than an excerpt. */
    public String check() {
        return say.say("effect.check");
    }
}

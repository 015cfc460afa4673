package org.whorl.server.beliefs;

import java.time.Instant;
import java.util.Optional;
import org.whorl.engine.evidence.Finding;
import org.whorl.engine.evidence.Finding.Found;
import org.whorl.engine.evidence.Tried;
import org.whorl.engine.evidence.Verdict;

/**
 * What a reading said, without the figures it was read from: whoever may not see what is measured reads this.
 *
 * @param tried how it was tried
 * @param verdict what it comes to
 * @param few whether so few periods were counted, before or since, that how far they stray is hardly known
 * @param drifting whether it was changing already before anybody began
 * @param unit what values are counted in
 * @param askedAt when it was asked
 */
public record Said(Tried tried, Verdict verdict, boolean few, boolean drifting, String unit, Instant askedAt) {

    /** Its key in messages: {@code verdict.KEY}. */
    public String key() {
        return switch (verdict) {
            case Verdict.Better _ -> "better";
            case Verdict.Worse _ -> "worse";
            case Verdict.Different _ -> "different";
            case Verdict.NotConclusive _ -> "not-conclusive";
            case Verdict.TooEarly _ -> "too-early";
            case Verdict.CannotTell _ -> "cannot-tell";
        };
    }

    /**
     * The name of the sentence that says it: what is no more than a hint is called one in the same breath. So is whatever nothing
     * was compared with, one place alone, few periods, and what was changing already.
     */
    public String sentence() {
        boolean says = verdict instanceof Verdict.Better
                || verdict instanceof Verdict.Worse
                || verdict instanceof Verdict.Different;
        if (!says) {
            return "verdict." + key();
        }
        if (tried == Tried.BEFORE_AND_AFTER) {
            return "verdict." + key() + ".before-after";
        }
        boolean alone = found().filter(found -> found.cautions().contains(Finding.Caution.ONE_PLACE)
                        || found.cautions().contains(Finding.Caution.NOT_COMPARED))
                .isPresent();
        return "verdict." + key() + (alone || few || drifting ? ".hint" : "");
    }

    /** Better or worse, and not by chance? */
    public boolean decides() {
        return verdict instanceof Verdict.Better || verdict instanceof Verdict.Worse;
    }

    /** The effect, where there is one. */
    public Optional<Found> found() {
        return switch (verdict) {
            case Verdict.Better(Found found) -> Optional.of(found);
            case Verdict.Worse(Found found) -> Optional.of(found);
            case Verdict.Different(Found found) -> Optional.of(found);
            case Verdict.NotConclusive(Found found) -> Optional.of(found);
            case Verdict.TooEarly _, Verdict.CannotTell _ -> Optional.empty();
        };
    }
}

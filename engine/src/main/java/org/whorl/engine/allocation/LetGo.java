package org.whorl.engine.allocation;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Partner;

/**
 * Something that could be done less, or not at all: what it releases, by partner, and whether that would be safe.
 *
 * @param scenario the change that does less
 * @param releases for each partner the cash it would no longer pay, below 0 where it pays more
 * @param wholeTimeEquivalents the staff whose time it releases
 * @param harm by how much the measure of safety rises
 * @param verdict whether the rise can be borne
 */
public record LetGo(
        String scenario,
        SequencedMap<String, Estimate> releases,
        double wholeTimeEquivalents,
        Estimate harm,
        Verdict verdict) {

    /** Whether a rise of the measure of safety can be borne. */
    public enum Verdict {
        /** The whole interval lies within what can be borne. */
        SAFE,
        /** The interval lies on both sides. */
        CANNOT_TELL,
        /** The whole interval lies beyond. */
        UNSAFE
    }

    public LetGo {
        releases = new LinkedHashMap<>(releases);
    }

    /**
     * Reads a candidate out of an answer of either tier.
     *
     * @param scenario the change that does less
     * @param wholeTimeEquivalents the staff it releases, from whoever knows
     * @param measure the measure of safety
     * @param bearable the rise of its mean count that can be borne, 0 or more
     */
    public static LetGo of(
            Answer answer, String scenario, double wholeTimeEquivalents, String measure, double bearable) {
        Figures change = Optional.ofNullable(answer.differences().get(scenario))
                .orElseThrow(() -> new IllegalArgumentException("The answer has no scenario " + scenario));
        SequencedMap<String, Estimate> releases = new LinkedHashMap<>();
        for (Partner partner : answer.model().partners()) {
            Estimate cash = change.get(Subject.partner(partner.id()), Field.CASH);
            releases.put(
                    partner.id(), new Estimate(-cash.mean(), -cash.high(), -cash.low(), cash.level(), cash.kind()));
        }
        Estimate harm = change.get(Subject.measure(measure), Field.MEAN);
        Verdict verdict =
                harm.high() <= bearable ? Verdict.SAFE : harm.low() > bearable ? Verdict.UNSAFE : Verdict.CANNOT_TELL;
        return new LetGo(scenario, releases, wholeTimeEquivalents, harm, verdict);
    }

    /** All cash it releases. */
    public double released() {
        return releases.values().stream().mapToDouble(Estimate::mean).sum();
    }

    /** Candidates in the order to talk about them: the safe first, and within each verdict those that release most. */
    public static List<LetGo> inOrder(List<LetGo> candidates) {
        return candidates.stream()
                .sorted(Comparator.comparing(LetGo::verdict)
                        .thenComparing(
                                Comparator.comparingDouble(LetGo::released).reversed()))
                .toList();
    }
}

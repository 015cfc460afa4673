package org.whorl.server.patterns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.whorl.engine.voices.Triads;

/** Why a question may tell little, whatever people mark. The bounds are ours: rules of thumb, to look again, not to judge. */
enum TriadDoubt {
    /** For more than a third the question does not apply. */
    APPLIES,
    /** More than half put their mark in the middle. */
    MIDDLE,
    /** More than half put it into a corner. */
    CORNER,
    /** Hardly anybody comes near one of the ends. */
    UNUSED;

    private static final double CORNER_FROM = 0.9;
    private static final double MIDDLE_WITHIN = 0.12;
    private static final double UNUSED_BELOW = 0.05;

    /** In message keys. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * What speaks against a question.
     *
     * @param marks the parts each chose
     * @param middle where they stand together
     * @param notApplicable for how many it does not apply, as far as that is told; else 0
     */
    static List<TriadDoubt> of(List<double[]> marks, Triads middle, int notApplicable) {
        List<TriadDoubt> doubts = new ArrayList<>();
        if (3 * notApplicable > notApplicable + marks.size()) {
            doubts.add(APPLIES);
        }
        long inMiddle = marks.stream()
                .filter(mark ->
                        Arrays.stream(mark).allMatch(part -> Math.abs(part - 1.0 / mark.length) <= MIDDLE_WITHIN))
                .count();
        long inCorner = marks.stream()
                .filter(mark -> Arrays.stream(mark).anyMatch(part -> part >= CORNER_FROM))
                .count();
        if (2 * inMiddle > marks.size()) {
            doubts.add(MIDDLE);
        }
        if (2 * inCorner > marks.size()) {
            doubts.add(CORNER);
        }
        if (middle.centre().stream().anyMatch(part -> part.mean() < UNUSED_BELOW)) {
            doubts.add(UNUSED);
        }
        return List.copyOf(doubts);
    }
}

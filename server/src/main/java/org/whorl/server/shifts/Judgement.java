package org.whorl.server.shifts;

import java.time.LocalDate;

/**
 * What a panel thinks of a proposal, beside what the model knows.
 *
 * @param reached how many people it is thought to reach
 * @param each the benefit to one person it works for, beside a reference of 100
 * @param chance that it works for one person, 0 to 1
 * @param pounds what it costs; 0 where the model's cash is to be taken
 * @param reference what has a benefit of 100
 * @param who judged, by their roles
 * @param on when
 */
public record Judgement(
        double reached, double each, double chance, double pounds, String reference, String who, LocalDate on) {

    /** The benefit that counts 100. */
    public static final double REFERENCE = 100;

    /** The benefit to one person in references. */
    double inReferences() {
        return each / REFERENCE;
    }
}

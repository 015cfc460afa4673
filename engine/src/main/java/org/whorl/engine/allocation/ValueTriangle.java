package org.whorl.engine.allocation;

/**
 * What an intervention is worth for its money, as a triangle: as wide as its cost, as high as its benefit, so that its
 * slope is its value for money (STAR; method 2.3).
 *
 * @param id which one
 * @param people how many it reaches
 * @param each the benefit for one person it works for, in whatever unit the group chose
 * @param chance that it works for one person, 0 to 1
 * @param pounds what it costs, above 0
 */
public record ValueTriangle(String id, double people, double each, double chance, double pounds) {

    public ValueTriangle {
        if (!(pounds > 0) || !(people >= 0) || !(chance >= 0 && chance <= 1) || !Double.isFinite(each)) {
            throw new IllegalArgumentException(
                    "%s: a triangle needs a cost above 0, people from 0 up, a chance from 0 to 1 and a finite benefit"
                            .formatted(id));
        }
    }

    /** B = N b pi. */
    public double benefit() {
        return people * each * chance;
    }

    /** Benefit for each 100,000 pounds: the slope. */
    public double perHundredThousand() {
        return benefit() / pounds * 100_000;
    }
}

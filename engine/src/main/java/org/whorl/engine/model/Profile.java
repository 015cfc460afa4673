package org.whorl.engine.model;

import java.util.Collections;
import java.util.List;

/**
 * Factors by weekday (seven, Monday first) or by month (twelve, January first).
 *
 * @param factors as written
 * @param provenance where the profile comes from
 */
public record Profile(List<Double> factors, Provenance provenance) {

    public Profile {
        factors = List.copyOf(factors);
    }

    /** The same factor throughout: no profile at all. */
    public static Profile flat(int length) {
        return new Profile(Collections.nCopies(length, 1.0), new Provenance(null, null, null, Quality.AGREED));
    }

    /** Whether the profile says nothing. */
    public boolean isFlat() {
        return factors.stream().allMatch(f -> f.equals(factors.getFirst()));
    }
}

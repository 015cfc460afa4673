package org.whorl.server.voices;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Who lives, works and pays here, as somebody typed it in.
 *
 * @param axis by what
 * @param sizes how much of it each group is, in any unit
 * @param source where that comes from
 * @param on of which day it is
 * @param language of the source's words: en or cy
 */
public record Reference(Axis axis, SequencedMap<String, Double> sizes, String source, LocalDate on, String language) {

    /** Keeps a copy. */
    public Reference {
        sizes = new LinkedHashMap<>(sizes);
    }

    /** All groups together. */
    double all() {
        return sizes.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The same for another order of groups. */
    static SequencedMap<String, Double> ordered(Map<String, Double> sizes, Iterable<String> order) {
        SequencedMap<String, Double> ordered = new LinkedHashMap<>();
        for (String each : order) {
            if (sizes.containsKey(each)) {
                ordered.put(each, sizes.get(each));
            }
        }
        return ordered;
    }
}

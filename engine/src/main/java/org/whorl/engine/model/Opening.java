package org.whorl.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is in and around a service when the clock starts.
 *
 * @param service which service
 * @param inPlace people in the middle of their stay; {@code elapsed} is how long they have been here
 * @param rest days each of those in place has still to stay, where somebody knows better than the length of stay and a
 *     census can tell; null otherwise
 * @param waiting people waiting for it; {@code elapsed} is how long they have waited. They hold a place in
 *     {@code waits-in} beyond those counted there
 * @param blocked people whose stay is over and who wait for their next service; {@code elapsed} is how long they have
 */
public record Opening(
        String service, Group inPlace, @Nullable Duration rest, Group waiting, Group blocked) {

    /**
     * Some people, counted.
     *
     * @param count how many people, a whole number
     * @param elapsed days each has been here or waited; empty when nobody knows
     */
    public record Group(Parameter count, List<Double> elapsed) {
        public Group {
            elapsed = List.copyOf(elapsed);
        }

        /** So many people, elapsed times unknown. */
        public static Group of(int count) {
            return new Group(Parameter.of(count), List.of());
        }

        /** Nobody, because nobody was named. */
        public static Group nobody() {
            return new Group(Parameter.leftOut(0), List.of());
        }

        /** The count as a whole number. */
        public int people() {
            return (int) Math.round(count.value());
        }

        private Group map(String path, ParameterMap map) {
            return new Group(map.parameter(path, Domain.NOT_NEGATIVE, count), elapsed);
        }
    }

    Opening map(ParameterMap map) {
        String path = "opening." + service;
        return new Opening(
                service,
                inPlace.map(path + ".in-place", map),
                rest == null ? null : rest.map(path + ".rest", map),
                waiting.map(path + ".waiting", map),
                blocked.map(path + ".blocked", map));
    }
}

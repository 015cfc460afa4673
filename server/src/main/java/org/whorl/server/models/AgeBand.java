package org.whorl.server.models;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.whorl.engine.need.NeedAnswer;

/**
 * Ages that are told together.
 *
 * @param from the lowest age
 * @param until the first age above; the largest number there is for the oldest
 */
record AgeBand(int from, int until) {

    /** Everybody. */
    static final AgeBand ALL = new AgeBand(0, Integer.MAX_VALUE);

    /** Of {@link NeedAnswer#BANDS}, those that a table with these columns can tell apart; others are joined to the younger. */
    static List<AgeBand> in(List<Integer> ages) {
        List<Integer> lowest = NeedAnswer.BANDS.stream()
                .filter(age -> age == 0 || ages.contains(age))
                .toList();
        List<AgeBand> bands = new ArrayList<>();
        for (int i = 0; i < lowest.size(); i++) {
            bands.add(new AgeBand(lowest.get(i), i + 1 < lowest.size() ? lowest.get(i + 1) : Integer.MAX_VALUE));
        }
        return List.copyOf(bands);
    }

    boolean isAll() {
        return equals(ALL);
    }

    /** As it stands in an address. */
    String key() {
        return isAll() ? "" : Integer.toString(from);
    }

    /** Of the columns of a table, those of these ages; nothing in the others. */
    List<Double> only(List<Integer> ages, List<Double> columns) {
        return IntStream.range(0, columns.size())
                .mapToObj(c -> holds(ages.get(c)) ? columns.get(c) : Double.valueOf(0))
                .toList();
    }

    /** How many there are of these ages. */
    double count(List<Integer> ages, List<Double> columns) {
        return only(ages, columns).stream().mapToDouble(Double::doubleValue).sum();
    }

    private boolean holds(int age) {
        return age >= from && age < until;
    }
}

package org.whorl.engine.need;

import java.util.List;

/**
 * A whole population in segments of need, year by year: some die, the rest move between segments, others are born into the
 * counted ages or move here. Formula: p' = (p - deaths x died) M + births x born + migration x moved, as in the Dynamic
 * Population Model of Bristol, North Somerset and South Gloucestershire (BNSSG, version 1).
 *
 * @param names of the segments
 * @param people in each at the beginning
 * @param moves for each segment the shares of its people who are in each segment a year later; each row adds to 1
 * @param born how those who are born, or reach the youngest counted age, are spread over the segments
 * @param moved how those who move here, less those who move away, are spread
 * @param died how deaths are spread
 */
public record Segments(
        List<String> names,
        List<Double> people,
        List<List<Double>> moves,
        List<Double> born,
        List<Double> moved,
        List<Double> died) {

    private static final double ROUNDING = 1e-6;

    /** Keeps copies; refuses tables of different sizes and rows that do not add to 1. */
    public Segments {
        names = List.copyOf(names);
        people = List.copyOf(people);
        moves = moves.stream().map(List::copyOf).toList();
        born = List.copyOf(born);
        moved = List.copyOf(moved);
        died = List.copyOf(died);
        int n = names.size();
        for (List<?> each : List.of(people, moves, born, moved, died)) {
            if (each.size() != n) {
                throw new IllegalArgumentException(
                        "There are %d segments, but %d numbers: %s".formatted(n, each.size(), each));
            }
        }
        for (int i = 0; i < n; i++) {
            double sum = moves.get(i).stream().mapToDouble(Double::doubleValue).sum();
            if (moves.get(i).size() != n || Math.abs(sum - 1) > ROUNDING) {
                throw new IllegalArgumentException(
                        "The moves from %s are %d and add to %s; they must be %d and add to 1"
                                .formatted(names.get(i), moves.get(i).size(), sum, n));
            }
        }
    }

    /**
     * What happens to the whole population in a year.
     *
     * @param births people born, or reaching the youngest counted age
     * @param migration people who move here, less those who move away
     * @param deaths people who die
     */
    public record Year(double births, double migration, double deaths) {}

    /** People in each segment: first as they are, then after each of the years. */
    public double[][] project(List<Year> years) {
        double[][] all = new double[years.size() + 1][];
        all[0] = people.stream().mapToDouble(Double::doubleValue).toArray();
        for (int y = 0; y < years.size(); y++) {
            all[y + 1] = after(all[y], years.get(y));
        }
        return all;
    }

    private double[] after(double[] before, Year year) {
        int n = names.size();
        double[] after = new double[n];
        for (int i = 0; i < n; i++) {
            double alive = before[i] - year.deaths() * died.get(i);
            for (int j = 0; j < n; j++) {
                after[j] += alive * moves.get(i).get(j);
            }
        }
        for (int j = 0; j < n; j++) {
            after[j] += year.births() * born.get(j) + year.migration() * moved.get(j);
        }
        return after;
    }
}

package org.whorl.engine.need;

import java.util.List;

/**
 * A population in segments of need by single year of age. Each year, counted by how many there were at its beginning: some
 * move away, those who stay move between segments or die as their age group does, all grow a year older, others reach the
 * youngest age, and others move here. Totals are those of an official projection; who they are follows from weights by age
 * and segment times the people there are. Rules of the age-based Dynamic Population Model of Bristol, North Somerset and
 * South Gloucestershire.
 *
 * <p>All tables are indexed by age above the youngest, then by segment; whoever is older than a table reaches has the weight
 * 0.
 */
public final class AgedSegments {

    private final int youngest;
    private final List<Band> bands;
    private final double[][] births;
    private final double[][] leaving;
    private final double[][] coming;

    /**
     * How people of an age group move in a year.
     *
     * @param from the lowest age of the group, which reaches up to the next
     * @param moves for each segment the shares of its people who are in each segment a year later; what is missing to 1 died
     */
    public record Band(int from, double[][] moves) {}

    /**
     * The official totals of a year.
     *
     * @param births people who reach the youngest age
     * @param leaving people who move away
     * @param coming people who move here
     */
    public record Year(double births, double leaving, double coming) {}

    /**
     * Made for the rules of a place.
     *
     * @param youngest the youngest age that is counted
     * @param bands age groups in ascending order, the first from the youngest age
     * @param births weights of those who reach the youngest age
     * @param leaving weights of those who move away
     * @param coming weights of those who move here
     */
    public AgedSegments(int youngest, List<Band> bands, double[][] births, double[][] leaving, double[][] coming) {
        if (bands.isEmpty() || bands.getFirst().from() > youngest) {
            throw new IllegalArgumentException("The first age group must begin at the youngest age, " + youngest);
        }
        this.youngest = youngest;
        this.bands = List.copyOf(bands);
        this.births = births;
        this.leaving = leaving;
        this.coming = coming;
    }

    /** People by age above the youngest and segment: first as they are, then after each year. */
    public double[][][] project(double[][] people, List<Year> years) {
        double[][][] all = new double[years.size() + 1][][];
        all[0] = people;
        for (int y = 0; y < years.size(); y++) {
            all[y + 1] = after(all[y], years.get(y));
        }
        return all;
    }

    private double[][] after(double[][] before, Year year) {
        int segments = before[0].length;
        double[][] after = new double[before.length + 1][segments];
        double left = perWeight(before, leaving, year.leaving());
        for (int age = 0; age < before.length; age++) {
            double[][] moves = band(youngest + age).moves();
            for (int s = 0; s < segments; s++) {
                double stay = before[age][s] * (1 - left * weight(leaving, age, s));
                for (int to = 0; to < segments; to++) {
                    after[age + 1][to] += stay * moves[s][to];
                }
            }
        }
        join(after, before, births, year.births());
        join(after, before, coming, year.coming());
        for (double[] age : after) {
            for (int s = 0; s < segments; s++) {
                // More may leave a small age than live there: official totals know nothing of it.
                age[s] = Math.max(0, age[s]);
            }
        }
        return after;
    }

    private static void join(double[][] after, double[][] before, double[][] weights, double total) {
        double each = perWeight(before, weights, total);
        for (int age = 0; age < before.length; age++) {
            for (int s = 0; s < before[age].length; s++) {
                after[age][s] += each * weight(weights, age, s) * before[age][s];
            }
        }
    }

    /** The total for each weighted person there is. */
    private static double perWeight(double[][] people, double[][] weights, double total) {
        double sum = 0;
        for (int age = 0; age < people.length; age++) {
            for (int s = 0; s < people[age].length; s++) {
                sum += people[age][s] * weight(weights, age, s);
            }
        }
        return sum > 0 ? total / sum : 0;
    }

    private static double weight(double[][] weights, int age, int segment) {
        return age < weights.length ? weights[age][segment] : 0;
    }

    private Band band(int age) {
        Band found = bands.getFirst();
        for (Band band : bands) {
            if (band.from() <= age) {
                found = band;
            }
        }
        return found;
    }
}

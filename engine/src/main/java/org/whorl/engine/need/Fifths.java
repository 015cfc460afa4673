package org.whorl.engine.need;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Need;
import org.whorl.engine.model.Population;
import org.whorl.engine.model.Sex;

/**
 * How the people who have a need are spread over the fifths of deprivation of a place: people x the rate of their age, sex and
 * fifth, as tables tell both. Drivers, and the level of the need, push all fifths alike and change no share.
 */
public final class Fifths {

    /** Shares are given in so many parts: more digits would claim what no table knows. */
    private static final int PARTS = 10_000;

    private static final double MIDDLE = 0.5;

    private Fifths() {}

    /**
     * The share of each fifth, from 1, the most deprived, to 5; they add to 1.
     *
     * @param area one of the areas of the population; null for all
     * @param from people of this age and above; a column of the table counts when all its ages do
     * @return empty where nobody of these ages has the need there
     */
    public static Optional<SequencedMap<String, Double>> shares(
            Population population, Need need, @Nullable String area, int from) {
        RateTable.Drawn rates = new RateTable(need.rates(), need.gradient()).draw(_ -> MIDDLE);
        Ages ages = new Ages(population.ages());
        double[] needed = new double[Population.FIFTHS];
        for (Population.Group group : population.groups()) {
            if (area == null || area.equals(group.area())) {
                needed[group.fifth() - 1] += needed(group, ages, rates, from);
            }
        }
        double all = Arrays.stream(needed).sum();
        return all > 0 ? Optional.of(inParts(needed, all)) : Optional.empty();
    }

    private static double needed(Population.Group group, Ages ages, RateTable.Drawn rates, int from) {
        Sex sex = group.sex();
        double sum = 0;
        for (int column = 0; column < ages.columns(); column++) {
            if (ages.from(column) >= from) {
                sum += group.people().get(column)
                        * rates.mean(sex, group.fifth(), ages.from(column), ages.until(column));
            }
        }
        return sum;
    }

    /** Whole parts, the fifths with the largest remainders rounded up. */
    private static SequencedMap<String, Double> inParts(double[] needed, double all) {
        int[] parts = new int[needed.length];
        double[] left = new double[needed.length];
        int given = 0;
        for (int f = 0; f < needed.length; f++) {
            double exact = PARTS * needed[f] / all;
            parts[f] = (int) Math.floor(exact);
            left[f] = exact - parts[f];
            given += parts[f];
        }
        for (; given < PARTS; given++) {
            int most = 0;
            for (int f = 1; f < left.length; f++) {
                most = left[f] > left[most] ? f : most;
            }
            parts[most]++;
            left[most] = -1;
        }
        SequencedMap<String, Double> shares = new LinkedHashMap<>();
        for (int f = 0; f < parts.length; f++) {
            shares.put(Integer.toString(f + 1), (double) parts[f] / PARTS);
        }
        return shares;
    }
}

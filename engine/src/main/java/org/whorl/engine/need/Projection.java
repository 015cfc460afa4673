package org.whorl.engine.need;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.whorl.engine.model.Population.Growth;
import org.whorl.engine.model.Sex;

/**
 * How many times as many people of an age there will be, by the ratios of an official projection; and how long they live,
 * which the same tables tell: from one year to the next, those who are a year older are those who survived (and the few who
 * moved).
 */
final class Projection {

    /** Ages at which health is reckoned with, as the New Hospital Programme's demand model does. */
    static final int FIRST_AGE = 55;

    private final Ages ages;
    private final Map<String, double[]> people = new HashMap<>();
    private final Map<String, TreeSet<Integer>> years = new HashMap<>();

    Projection(Growth growth) {
        ages = new Ages(growth.ages());
        for (Growth.Projected line : growth.lines()) {
            people.put(
                    key(line.variant(), line.year(), line.sex()),
                    line.people().stream().mapToDouble(Double::doubleValue).toArray());
            years.computeIfAbsent(line.variant(), _ -> new TreeSet<>()).add(line.year());
        }
    }

    private static String key(String variant, int year, Sex sex) {
        return variant + '/' + year + '/' + sex;
    }

    private double[] people(String variant, int year, Sex sex) {
        double[] found = people.get(key(variant, year, sex));
        if (found == null) {
            throw new IllegalArgumentException("The projection %s does not know the year %d; it knows %s"
                    .formatted(variant, year, years.getOrDefault(variant, new TreeSet<>())));
        }
        return found;
    }

    /** The years a variant knows. */
    NavigableSet<Integer> years(String variant) {
        return years.getOrDefault(variant, new TreeSet<>());
    }

    /** How many times as many people there are from one age to another in one year as in another year. */
    double ratio(String variant, Sex sex, int fromAge, int untilAge, int from, int to) {
        double before = 0;
        double after = 0;
        for (int column = ages.column(fromAge); column <= ages.column(untilAge); column++) {
            before += people(variant, from, sex)[column];
            after += people(variant, to, sex)[column];
        }
        return before > 0 ? after / before : 1;
    }

    /** Whether it tells how long people live. */
    boolean tellsLives() {
        return ages.single(FIRST_AGE, Ages.OLDEST) && ages.column(Ages.OLDEST) == ages.columns() - 1;
    }

    /**
     * Years of life left at an age, if every later age's survival stayed as it is in that year: survival from one age to the
     * next is taken between this year and the next of the projection; whoever is 90 or over survives as 89 and over do.
     */
    double lifeLeft(String variant, Sex sex, int age, int year) {
        int here = Math.min(year, years(variant).last() - 1);
        double[] before = people(variant, here, sex);
        double[] after = people(variant, here + 1, sex);
        int oldest = ages.columns() - 1;
        double alive = 1;
        double left = 0;
        for (int column = ages.column(age); column < oldest - 1; column++) {
            double survives = after[column + 1] / before[column];
            left += alive * (1 + survives) / 2;
            alive *= survives;
        }
        double survives = after[oldest] / (before[oldest - 1] + before[oldest]);
        return left + alive * (survives / (1 - survives) + 0.5);
    }
}

package org.whorl.engine.need;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Population;
import org.whorl.engine.model.Sex;

/** Who lives in a place in two years, in each variant of how it may grow, as plain arrays. */
final class Place {
    private static final int SEXES = Sex.values().length;

    final List<String> areas;
    final Ages ages;
    final int now;
    final int then;

    /** For each area, fifth less 1, sex and column of ages: how many were counted. */
    final double[][][][] counted;

    private final Map<String, double[][][]> ratios = new LinkedHashMap<>();
    private final Map<String, double[][]> longer = new LinkedHashMap<>();
    private final boolean tellsLives;

    /**
     * A place in two years.
     *
     * @param start the year in which the model starts
     * @param asked the year to compare with; null for ten years on, or as far as the projection knows
     */
    Place(Population population, int start, @Nullable Integer asked) {
        areas = List.copyOf(population.areas().keySet());
        ages = new Ages(population.ages());
        counted = new double[areas.size()][Population.FIFTHS][SEXES][ages.columns()];
        for (Population.Group group : population.groups()) {
            double[] into = counted[areas.indexOf(group.area())][group.fifth() - 1][index(group.sex())];
            for (int column = 0; column < into.length; column++) {
                into[column] += group.people().get(column);
            }
        }
        if (population.growth() == null) {
            if (asked != null && asked != population.year()) {
                throw new IllegalArgumentException(
                        "The model does not say how its people grow, so that it cannot tell of %d; give it population.growth"
                                .formatted(asked));
            }
            now = population.year();
            then = population.year();
            tellsLives = false;
            return;
        }
        Projection projection = new Projection(population.growth());
        NavigableSet<Integer> years = new TreeSet<>();
        population.variants().keySet().forEach(v -> years.addAll(projection.years(v)));
        population.variants().keySet().forEach(v -> years.retainAll(projection.years(v)));
        now = latest(years, Math.max(start, population.year()));
        then = asked == null ? latest(years, now + 10) : asked;
        tellsLives = projection.tellsLives() && then != now;
        for (String variant : population.variants().keySet()) {
            ratios.put(variant, ratios(projection, variant, population.year()));
            longer.put(variant, longer(projection, variant));
        }
    }

    /** The last year the projection knows that is not after this one. */
    private static int latest(NavigableSet<Integer> years, int year) {
        Integer found = years.floor(year);
        return found == null ? year : found;
    }

    /** For now and then, sex and column: how many times as many as were counted. */
    private double[][][] ratios(Projection projection, String variant, int counted) {
        double[][][] ratio = new double[2][SEXES][ages.columns()];
        for (Sex sex : Sex.values()) {
            for (int column = 0; column < ages.columns(); column++) {
                int from = ages.from(column);
                int until = ages.until(column);
                ratio[0][index(sex)][column] = projection.ratio(variant, sex, from, until, counted, now);
                ratio[1][index(sex)][column] = projection.ratio(variant, sex, from, until, counted, then);
            }
        }
        return ratio;
    }

    /** For sex and column: how many years longer people of that age live then than now; 0 below the ages reckoned with. */
    private double[][] longer(Projection projection, String variant) {
        double[][] years = new double[SEXES][ages.columns()];
        for (Sex sex : Sex.values()) {
            for (int column = 0; tellsLives && column < ages.columns(); column++) {
                int age = Math.min(ages.from(column), Ages.OLDEST - 2);
                if (age >= Projection.FIRST_AGE) {
                    years[index(sex)][column] =
                            projection.lifeLeft(variant, sex, age, then) - projection.lifeLeft(variant, sex, age, now);
                }
            }
        }
        return years;
    }

    /** Whether it is known how much longer people live. */
    boolean tellsLives() {
        return tellsLives;
    }

    /** How many times as many live there now, by sex and column; once where nobody says how they grow. */
    double nowRatio(@Nullable String variant, int sex, int column) {
        return variant == null ? 1 : get(ratios, variant)[0][sex][column];
    }

    double thenRatio(@Nullable String variant, int sex, int column) {
        return variant == null ? 1 : get(ratios, variant)[1][sex][column];
    }

    double longer(@Nullable String variant, int sex, int column) {
        return variant == null ? 0 : get(longer, variant)[sex][column];
    }

    private static <T> T get(Map<String, T> map, String variant) {
        T found = map.get(variant);
        if (found == null) {
            throw new IllegalArgumentException("There is no variant " + variant);
        }
        return found;
    }

    /** The groups of every table. */
    List<NeedAnswer.Group> groups() {
        List<NeedAnswer.Group> groups = new ArrayList<>();
        groups.add(NeedAnswer.Group.ALL);
        areas.forEach(area -> groups.add(new NeedAnswer.Group(area, 0, -1)));
        for (int fifth = 1; fifth <= Population.FIFTHS; fifth++) {
            groups.add(new NeedAnswer.Group(null, fifth, -1));
        }
        for (String area : areas) {
            for (int fifth = 1; fifth <= Population.FIFTHS; fifth++) {
                groups.add(new NeedAnswer.Group(area, fifth, -1));
            }
        }
        NeedAnswer.BANDS.forEach(band -> groups.add(new NeedAnswer.Group(null, 0, band)));
        return groups;
    }

    /** The place of a column's age among {@link NeedAnswer#BANDS}. */
    int band(int column) {
        int found = 0;
        for (int b = 0; b < NeedAnswer.BANDS.size(); b++) {
            if (NeedAnswer.BANDS.get(b) <= ages.from(column)) {
                found = b;
            }
        }
        return found;
    }

    /** Adds up what a group holds of something by area, fifth less 1 and band. */
    double sum(NeedAnswer.Group group, double[][][] amounts) {
        double sum = 0;
        for (int a = 0; a < areas.size(); a++) {
            for (int f = 0; f < Population.FIFTHS; f++) {
                for (int b = 0; b < NeedAnswer.BANDS.size(); b++) {
                    if ((group.area() == null || group.area().equals(areas.get(a)))
                            && (group.fifth() == 0 || group.fifth() == f + 1)
                            && (group.band() < 0 || group.band() == NeedAnswer.BANDS.get(b))) {
                        sum += amounts[a][f][b];
                    }
                }
            }
        }
        return sum;
    }

    /** Where a sex stands in tables. */
    static int index(Sex sex) {
        return switch (sex) {
            case FEMALE -> 0;
            case MALE -> 1;
        };
    }

    double[][][] empty() {
        return new double[areas.size()][Population.FIFTHS][NeedAnswer.BANDS.size()];
    }
}

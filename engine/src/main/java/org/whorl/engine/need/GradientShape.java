package org.whorl.engine.need;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Population;
import org.whorl.engine.model.Rates;
import org.whorl.engine.model.Rates.Known;
import org.whorl.engine.random.Normal;

/**
 * How a rate differs between fifths of deprivation at each age, next to the mean of the five: age and deprivation act together,
 * so each age has a gradient of its own. Where the counts allow a straight one (on the scale of logarithms), it is taken, with
 * the width that counts varying more than chance give it; where they do not, each fifth keeps its own rate.
 */
final class GradientShape {
    private static final double LEAST_P = 0.05;
    private static final int FIFTHS = Population.FIFTHS;

    private final int[] bands;
    private final double[][] events;
    private final double[][] people;
    private final @Nullable PoissonFit[] straight;

    GradientShape(Rates rates) {
        TreeSet<Integer> ages = new TreeSet<>();
        rates.lines().forEach(l -> ages.add(l.age()));
        bands = ages.stream().mapToInt(Integer::intValue).toArray();
        events = new double[bands.length][FIFTHS];
        people = new double[bands.length][FIFTHS];
        boolean counted = true;
        for (Rates.Line line : rates.lines()) {
            int band = Arrays.binarySearch(bands, line.age());
            switch (line.rate()) {
                case Known.Counted(double seen, double among) -> {
                    events[band][line.fifth() - 1] += seen;
                    people[band][line.fifth() - 1] += among;
                }
                case Known.Told told -> {
                    counted = false;
                    events[band][line.fifth() - 1] += told.perPerson();
                    people[band][line.fifth() - 1] += 1;
                }
            }
        }
        straight = new PoissonFit[bands.length];
        for (int band = 0; counted && band < bands.length; band++) {
            PoissonFit fit = PoissonFit.of(events[band], people[band], design());
            straight[band] = fit.pOfShape() >= LEAST_P ? fit : null;
        }
    }

    /** From the most deprived (0) to the least (1). */
    private static double[][] design() {
        double[][] design = new double[FIFTHS][];
        Arrays.setAll(design, i -> new double[] {1, i / (FIFTHS - 1.0)});
        return design;
    }

    int band(int age) {
        int found = 0;
        for (int b = 0; b < bands.length && bands[b] <= age; b++) {
            found = b;
        }
        return found;
    }

    /** For each band of ages the five rates, next to their mean. */
    double[][] relative(RateTable.@Nullable Chance chance) {
        double[][] relative = new double[bands.length][FIFTHS];
        for (int band = 0; band < bands.length; band++) {
            PoissonFit fit = straight[band];
            for (int fifth = 0; fifth < FIFTHS; fifth++) {
                if (fit != null) {
                    double u = chance == null ? 0.5 : chance.applyAsDouble("gradient[" + band + "]");
                    double wide = Math.sqrt(Math.max(1, fit.phi()));
                    double slope = fit.coefficients()[1] + wide * fit.se(1) * Normal.quantile(u);
                    relative[band][fifth] = Math.exp(slope * fifth / (FIFTHS - 1));
                } else {
                    double seen = events[band][fifth];
                    // Rates that were told and not counted have no width of their own.
                    double se = people[band][fifth] > 1 ? 1 / Math.sqrt(Math.max(0.5, seen)) : 0;
                    double u = chance == null ? 0.5 : chance.applyAsDouble("gradient[" + band + "][" + fifth + "]");
                    relative[band][fifth] = seen / people[band][fifth] * Math.exp(se * Normal.quantile(u));
                }
            }
            double mean = Arrays.stream(relative[band]).average().orElse(1);
            for (int fifth = 0; fifth < FIFTHS; fifth++) {
                relative[band][fifth] = mean > 0 ? relative[band][fifth] / mean : 1;
            }
        }
        return relative;
    }

    /** What the shape is at each age. */
    List<String> words() {
        double[][] relative = relative(null);
        List<String> words = new ArrayList<>();
        for (int band = 0; band < bands.length; band++) {
            words.add(String.format(
                    Locale.ROOT,
                    "from age %d the most deprived fifth %.2f times the least%s",
                    bands[band],
                    relative[band][0] / relative[band][FIFTHS - 1],
                    straight[band] == null ? " (each fifth its own rate: a straight gradient does not fit)" : ""));
        }
        return words;
    }
}

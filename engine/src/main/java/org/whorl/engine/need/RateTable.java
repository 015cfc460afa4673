package org.whorl.engine.need;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Population;
import org.whorl.engine.model.Rates;
import org.whorl.engine.model.Rates.Known;
import org.whorl.engine.model.Sex;
import org.whorl.engine.random.Normal;

/** The rates of one need by single age, sex and fifth, as known or as they might be. */
final class RateTable {
    private static final double TWO_SIDED_95 = 1.959963984540054;
    private static final int AGES = 121;

    /** How far above its lowest age the middle of the last band lies, for reckoning between bands. */
    private static final double HALF_OF_LAST = 5;

    private final Rates rates;
    private final @Nullable GradientShape gradient;
    private final int[] bands;

    RateTable(Rates rates, @Nullable Rates gradient) {
        this.rates = rates;
        this.gradient = gradient == null ? null : new GradientShape(gradient);
        TreeSet<Integer> ages = new TreeSet<>();
        rates.lines().forEach(l -> ages.add(l.age()));
        bands = ages.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Where a draw of something without a parameter of its own lies in its distribution, by what it is for. */
    interface Chance extends ToDoubleFunction<String> {}

    /** Rates for each person and year of one draw. */
    final class Drawn {
        private final double[][][] byAge = new double[Sex.values().length][Population.FIFTHS][AGES];

        /** By sex and band, over all fifths. */
        private final double[][] byBand = new double[Sex.values().length][bands.length];

        Drawn(Chance chance) {
            double[][] relative = gradient == null ? new double[0][] : gradient.relative(chance);
            for (int i = 0; i < rates.lines().size(); i++) {
                Rates.Line line = rates.lines().get(i);
                double rate = drawn(line.rate(), chance.applyAsDouble("rates[" + i + "]"));
                int band = Arrays.binarySearch(bands, line.age());
                for (Sex sex : line.sex() == null ? Sex.values() : new Sex[] {line.sex()}) {
                    double share = line.fifth() == 0 ? 1 : 1.0 / Population.FIFTHS;
                    byBand[Place.index(sex)][band] += share * rate;
                    for (int fifth = 1; fifth <= Population.FIFTHS; fifth++) {
                        if (line.fifth() == 0 || line.fifth() == fifth) {
                            fill(sex, fifth, band, rate, relative);
                        }
                    }
                }
            }
        }

        private void fill(Sex sex, int fifth, int band, double rate, double[][] relative) {
            int until = band + 1 < bands.length ? bands[band + 1] : AGES;
            for (int age = bands[band]; age < until; age++) {
                double slope = gradient == null ? 1 : relative[gradient.band(age)][fifth - 1];
                byAge[Place.index(sex)][fifth - 1][age] = rate * slope;
            }
        }

        /** The mean rate from one age to another. */
        double mean(Sex sex, int fifth, int from, int until) {
            double sum = 0;
            for (int age = from; age <= until; age++) {
                sum += byAge[Place.index(sex)][fifth - 1][age];
            }
            return sum / (until - from + 1);
        }

        /**
         * How many times as often somebody needs it who is as healthy as others are {@code younger} years earlier: the rate
         * between the middles of bands is taken to rise evenly on the scale of logarithms.
         */
        double healthier(Sex sex, double age, double younger) {
            return younger == 0 ? 1 : Math.exp(log(sex, age - younger) - log(sex, age));
        }

        private double log(Sex sex, double age) {
            double[] rate = byBand[Place.index(sex)];
            int last = bands.length - 1;
            int above = 1;
            while (above < last && middle(above) < age) {
                above++;
            }
            if (last == 0 || rate[above - 1] <= 0 || rate[above] <= 0) {
                return 0;
            }
            double low = middle(above - 1);
            double share = Math.clamp((age - low) / (middle(above) - low), 0, 1);
            return (1 - share) * Math.log(rate[above - 1]) + share * Math.log(rate[above]);
        }

        private double middle(int band) {
            return band + 1 < bands.length ? (bands[band] + bands[band + 1]) / 2.0 : bands[band] + HALF_OF_LAST;
        }
    }

    Drawn draw(Chance chance) {
        return new Drawn(chance);
    }

    /** Whether any rate was given without anything to make an interval of. */
    boolean lacksIntervals() {
        return rates.lines().stream()
                .anyMatch(
                        l -> l.rate() instanceof Known.Told(double r, double low, double high) && r > 0 && low == high);
    }

    /** What is to be said of the gradient; empty where there is none. */
    List<String> words() {
        return gradient == null ? new ArrayList<>() : gradient.words();
    }

    private static double drawn(Known rate, double u) {
        return switch (rate) {
            case Known.Counted(double events, double people) ->
                (events == 0 ? 0.5 : events) / people * Math.exp(Normal.quantile(u) / Math.sqrt(Math.max(0.5, events)));
            case Known.Told(double perPerson, double low, double high) -> {
                double z = Normal.quantile(u);
                double end = z < 0 ? low : high;
                yield perPerson > 0 && end > 0
                        ? perPerson * Math.pow(end / perPerson, Math.abs(z) / TWO_SIDED_95)
                        : Math.max(0, perPerson + Math.abs(z) / TWO_SIDED_95 * (end - perPerson));
            }
        };
    }
}

package org.whorl.engine.need;

import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Population;
import org.whorl.engine.model.Sex;
import org.whorl.engine.need.NeedAnswer.Cause;

/** One need in one draw: how much of it people's ages make now and then, and what each cause does to the demand. */
final class NeedDraw {
    private static final int SIZE = 1;
    private static final int AGE = 2;
    private static final int HEALTH = 4;
    private static final int CIRCUMSTANCES = 8;
    private static final int PRACTICE = 16;

    /** By area, fifth less 1 and band: how much is needed at the rates of now; and then, as healthy as people are then. */
    final double[][][] now;

    final double[][][] then;

    /** By area: people then over people now. */
    private final double[] size;

    /** By area, without and with older people, without and with their health: how much is needed by as many as now. */
    private final double[][][] mix;

    NeedDraw(Place place, RateTable.Drawn rates, @Nullable String variant, double healthy) {
        now = place.empty();
        then = place.empty();
        int areas = place.areas.size();
        size = new double[areas];
        mix = new double[areas][2][2];
        double[][] lighter = lighter(place, rates, variant, healthy);
        double[][][] rate = rates(place, rates);
        for (int a = 0; a < areas; a++) {
            double peopleNow = 0;
            double peopleThen = 0;
            for (int f = 0; f < Population.FIFTHS; f++) {
                for (int s = 0; s < Sex.values().length; s++) {
                    double[] counted = place.counted[a][f][s];
                    for (int c = 0; c < counted.length; c++) {
                        double before = counted[c] * place.nowRatio(variant, s, c);
                        double after = counted[c] * place.thenRatio(variant, s, c);
                        double each = rate[s][f][c];
                        double healthier = each * lighter[s][c];
                        peopleNow += before;
                        peopleThen += after;
                        now[a][f][place.band(c)] += before * each;
                        then[a][f][place.band(c)] += after * healthier;
                        mix[a][0][0] += before * each;
                        mix[a][0][1] += before * healthier;
                        mix[a][1][0] += after * each;
                        mix[a][1][1] += after * healthier;
                    }
                }
            }
            size[a] = peopleNow > 0 ? peopleThen / peopleNow : 1;
            for (int h = 0; h < 2; h++) {
                mix[a][1][h] = size[a] > 0 ? mix[a][1][h] / size[a] : 0;
            }
        }
    }

    private static double[][][] rates(Place place, RateTable.Drawn rates) {
        double[][][] rate = new double[Sex.values().length][Population.FIFTHS][place.ages.columns()];
        for (Sex sex : Sex.values()) {
            for (int f = 0; f < Population.FIFTHS; f++) {
                for (int c = 0; c < place.ages.columns(); c++) {
                    rate[Place.index(sex)][f][c] = rates.mean(sex, f + 1, place.ages.from(c), place.ages.until(c));
                }
            }
        }
        return rate;
    }

    /** By sex and column: how many times as much somebody of that age needs who is healthier then. */
    private static double[][] lighter(Place place, RateTable.Drawn rates, @Nullable String variant, double healthy) {
        double[][] lighter = new double[Sex.values().length][place.ages.columns()];
        for (Sex sex : Sex.values()) {
            for (int c = 0; c < place.ages.columns(); c++) {
                double younger = healthy * place.longer(variant, Place.index(sex), c);
                lighter[Place.index(sex)][c] = rates.healthier(sex, place.ages.from(c), younger);
            }
        }
        return lighter;
    }

    /**
     * What each cause does to the demand, in the order of {@link Cause}; the parts add to the change.
     *
     * @param each demand for each that is needed at the rates, before
     * @param circumstances how many times as much is needed because of what moved
     * @param practice how many times as much of it becomes demand
     */
    double[] parts(double each, double circumstances, double practice) {
        double[] parts = new double[Cause.values().length];
        for (int a = 0; a < size.length; a++) {
            int area = a;
            double[] here = Shapley.parts(
                    parts.length,
                    changed -> each
                            * ((changed & SIZE) != 0 ? size[area] : 1)
                            * mix[area][(changed & AGE) != 0 ? 1 : 0][(changed & HEALTH) != 0 ? 1 : 0]
                            * ((changed & CIRCUMSTANCES) != 0 ? circumstances : 1)
                            * ((changed & PRACTICE) != 0 ? practice : 1));
            for (int cause = 0; cause < parts.length; cause++) {
                parts[cause] += here[cause];
            }
        }
        return parts;
    }
}

package org.whorl.engine.need;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.load.ParameterDraws;
import org.whorl.engine.model.Driver;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Need;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Population;
import org.whorl.engine.model.Population.SmallAreas;
import org.whorl.engine.model.Sex;
import org.whorl.engine.need.NeedAnswer.Amount;
import org.whorl.engine.need.NeedAnswer.Cause;
import org.whorl.engine.need.NeedAnswer.Effect;
import org.whorl.engine.need.NeedAnswer.Group;
import org.whorl.engine.need.NeedAnswer.Neighbourhood;
import org.whorl.engine.need.NeedAnswer.Row;
import org.whorl.engine.need.NeedAnswer.Seen;

/** Gathers the figures of one need, draw by draw. */
final class NeedFigures {
    private static final int NOW = 0;
    private static final int THEN = 1;

    private final Need need;
    private final Place place;
    private final RateTable rates;
    private final List<Group> groups;
    private final @Nullable SmallAreas smallAreas;

    /** By group, year and draw. */
    private final double[][][] needed;

    private final double[][][] demand;

    /** By year and draw. */
    private final double[][] met;

    private final double[][] notMedical;

    /** By cause and draw. */
    private final double[][] parts;

    /** By driver and draw. */
    private final Map<String, double[]> factors = new LinkedHashMap<>();

    /** By neighbourhood and draw. */
    private final double[][] near;

    NeedFigures(Need need, Model model, Place place, int draws) {
        this.need = need;
        this.place = place;
        rates = new RateTable(need.rates(), need.gradient());
        groups = place.groups();
        smallAreas = model.population() == null ? null : model.population().smallAreas();
        needed = new double[groups.size()][2][draws];
        demand = new double[groups.size()][2][draws];
        met = new double[2][draws];
        notMedical = new double[2][draws];
        parts = new double[Cause.values().length][draws];
        need.drivers().keySet().forEach(d -> factors.put(d, new double[draws]));
        near = new double[smallAreas == null ? 0 : smallAreas.lines().size()][draws];
    }

    String id() {
        return need.id();
    }

    void draw(int i, ParameterDraws draws, Model before, Model after, @Nullable String variant, double healthy) {
        RateTable.Drawn drawn = rates.draw(what -> draws.uniform("needs." + need.id() + "." + what, i));
        NeedDraw one = new NeedDraw(place, drawn, variant, healthy);
        Need was = Needs.need(before, need.id());
        Need is = Needs.need(after, need.id());
        Map<String, Double> levels = Needs.levels(before);
        Map<String, Double> moved = Needs.levels(after);
        double[] push = {was.push(levels), is.push(moved)};
        double[] becomes = {was.demandPerNeed(), is.demandPerNeed()};
        met[NOW][i] = was.met() == null ? Double.NaN : was.met().value();
        met[THEN][i] = is.met() == null ? Double.NaN : is.met().value();
        notMedical[NOW][i] =
                was.notMedical() == null ? Double.NaN : was.notMedical().value();
        notMedical[THEN][i] =
                is.notMedical() == null ? Double.NaN : is.notMedical().value();
        double level = level(was, place.sum(Group.ALL, one.now) * push[NOW] * becomes[NOW], met[NOW][i]);
        for (int g = 0; g < groups.size(); g++) {
            needed[g][NOW][i] = level * push[NOW] * place.sum(groups.get(g), one.now);
            needed[g][THEN][i] = level * push[THEN] * place.sum(groups.get(g), one.then);
            demand[g][NOW][i] = needed[g][NOW][i] * becomes[NOW];
            demand[g][THEN][i] = needed[g][THEN][i] * becomes[THEN];
        }
        double[] made =
                one.parts(level * push[NOW] * becomes[NOW], push[THEN] / push[NOW], becomes[THEN] / becomes[NOW]);
        for (int cause = 0; cause < made.length; cause++) {
            parts[cause][i] = made[cause];
        }
        factors.forEach((driver, all) -> {
            double steps = moved.getOrDefault(driver, 0.0) - levels.getOrDefault(driver, 0.0);
            Parameter ratio = is.drivers().get(driver);
            all[i] = ratio == null ? 1 : Math.pow(ratio.value(), steps);
        });
        neighbourhoods(i, drawn, level * push[NOW] * becomes[NOW]);
    }

    /** What brings the rates to the level that was counted here. */
    private static double level(Need drawn, double demand, double met) {
        if (drawn.total() == null || !(demand > 0)) {
            return 1;
        }
        return drawn.total().value() / (Double.isNaN(met) || met == 0 ? demand : demand * met);
    }

    private void neighbourhoods(int i, RateTable.Drawn drawn, double each) {
        if (smallAreas == null) {
            return;
        }
        Ages ages = new Ages(smallAreas.ages());
        double[][] rate = new double[Population.FIFTHS][ages.columns()];
        for (int fifth = 1; fifth <= rate.length; fifth++) {
            for (int c = 0; c < ages.columns(); c++) {
                // Neighbourhoods are counted without their sexes: half and half.
                rate[fifth - 1][c] = (drawn.mean(Sex.FEMALE, fifth, ages.from(c), ages.until(c))
                                + drawn.mean(Sex.MALE, fifth, ages.from(c), ages.until(c)))
                        / 2;
            }
        }
        for (int n = 0; n < near.length; n++) {
            SmallAreas.Neighbourhood line = smallAreas.lines().get(n);
            for (int c = 0; c < ages.columns(); c++) {
                near[n][i] += each * rate[line.fifth() - 1][c] * line.people().get(c);
            }
        }
    }

    /** How many times as much demand a group has then. */
    Estimate times(Group group) {
        int g = groups.indexOf(group);
        double[] times = new double[demand[g][NOW].length];
        Arrays.setAll(times, i -> demand[g][NOW][i] > 0 ? demand[g][THEN][i] / demand[g][NOW][i] : 1);
        return ParameterDraws.estimate(times);
    }

    NeedAnswer.OfNeed answer(Model before, Model after) {
        List<Row<Amount>> rows = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            rows.add(new Row<>(groups.get(g), amount(g, NOW), amount(g, THEN)));
        }
        SequencedMap<Cause, Estimate> causes = new LinkedHashMap<>();
        Iterator<double[]> each = Arrays.asList(parts).iterator();
        for (Cause cause : Cause.values()) {
            causes.put(cause, ParameterDraws.estimate(each.next()));
        }
        List<Effect> effects = new ArrayList<>();
        Map<String, Double> levels = Needs.levels(before);
        Map<String, Double> moved = Needs.levels(after);
        for (Driver driver : before.drivers()) {
            double[] all = factors.get(driver.id());
            effects.add(new Effect(
                    driver,
                    moved.getOrDefault(driver.id(), 0.0) - levels.getOrDefault(driver.id(), 0.0),
                    need.drivers().get(driver.id()),
                    all == null ? null : ParameterDraws.estimate(all)));
        }
        Map<String, Seen> seen = seen();
        List<Neighbourhood> neighbourhoods = new ArrayList<>();
        for (int n = 0; smallAreas != null && n < near.length; n++) {
            SmallAreas.Neighbourhood line = smallAreas.lines().get(n);
            neighbourhoods.add(new Neighbourhood(
                    line.id(),
                    line.name(),
                    line.area(),
                    line.fifth(),
                    line.people().stream().mapToDouble(Double::doubleValue).sum(),
                    ParameterDraws.estimate(near[n]),
                    seen.get(line.id())));
        }
        int all = groups.indexOf(Group.ALL);
        return new NeedAnswer.OfNeed(
                need,
                rows,
                need.notMedical() == null
                        ? null
                        : new Row<>(
                                Group.ALL,
                                ParameterDraws.estimate(product(demand[all][NOW], notMedical[NOW])),
                                ParameterDraws.estimate(product(demand[all][THEN], notMedical[THEN]))),
                causes,
                effects,
                neighbourhoods);
    }

    /** What was counted, by neighbourhood, steadied. */
    private Map<String, Seen> seen() {
        Map<String, Seen> all = new LinkedHashMap<>();
        if (smallAreas == null || need.seen().size() < 2) {
            return all;
        }
        List<String> ids =
                smallAreas.lines().stream().map(SmallAreas.Neighbourhood::id).toList();
        double[] counts = need.seen().stream().mapToDouble(Need.Seen::count).toArray();
        double[] expected = need.seen().stream()
                .mapToDouble(s -> Math.max(
                        1e-9,
                        Arrays.stream(near[ids.indexOf(s.smallArea())])
                                .average()
                                .orElse(0)))
                .toArray();
        if (Arrays.stream(counts).sum() == 0) {
            return all;
        }
        Shrinkage shrinkage = Shrinkage.of(counts, expected);
        for (int i = 0; i < counts.length; i++) {
            all.put(
                    need.seen().get(i).smallArea(),
                    counts[i] < NeedAnswer.FEWEST_TOLD
                            ? new Seen(0, null)
                            : new Seen(
                                    counts[i],
                                    new Estimate(
                                            shrinkage.rate(i),
                                            shrinkage.quantile(i, 0.025),
                                            shrinkage.quantile(i, 0.975),
                                            0.95,
                                            Estimate.Kind.PARAMETER)));
        }
        return all;
    }

    private Amount amount(int g, int year) {
        double[] help = product(demand[g][year], met[year]);
        double[] without = new double[help.length];
        Arrays.setAll(without, i -> needed[g][year][i] - help[i]);
        boolean known = need.met() != null;
        return new Amount(
                ParameterDraws.estimate(needed[g][year]),
                ParameterDraws.estimate(demand[g][year]),
                known ? ParameterDraws.estimate(help) : null,
                known ? ParameterDraws.estimate(without) : null);
    }

    private static double[] product(double[] amounts, double[] shares) {
        double[] product = new double[amounts.length];
        Arrays.setAll(product, i -> amounts[i] * shares[i]);
        return product;
    }
}

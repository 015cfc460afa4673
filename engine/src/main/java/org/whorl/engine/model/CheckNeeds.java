package org.whorl.engine.model;

import static org.whorl.engine.model.Problems.number;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether population, drivers and needs hold together, and arrivals know where they come from. */
final class CheckNeeds {
    private static final int OLDEST = 120;

    private final Model model;
    private final Problems problems;
    private final List<String> drivers;

    CheckNeeds(Model model, Problems problems) {
        this.model = model;
        this.problems = problems;
        drivers = model.drivers().stream().map(Driver::id).toList();
    }

    void needs() {
        problems.ids("drivers", drivers);
        problems.ids("needs", model.needs().stream().map(Need::id).toList());
        Population population = model.population();
        if (population != null) {
            population(population);
        } else if (!model.needs().isEmpty()) {
            problems.add(
                    "needs",
                    "nobody lives here who could need something",
                    "write population: {table: population.csv, year: 2021}");
        }
        model.needs().forEach(this::need);
        model.arrivals().forEach(this::origin);
    }

    private void population(Population population) {
        problems.ids("population.areas", List.copyOf(population.areas().keySet()));
        ages("population.table", population.ages());
        Set<String> lines = new LinkedHashSet<>();
        double all = 0;
        for (Population.Group group : population.groups()) {
            String line = "%s, fifth %d, %s"
                    .formatted(group.area(), group.fifth(), group.sex().word());
            if (!lines.add(line)) {
                problems.add("population.table", "there are two lines for " + line, "keep one");
            }
            all += group.all();
        }
        if (!(all > 0)) {
            problems.add("population.table", "nobody lives here", "write how many people there are");
        }
        for (String area : population.areas().keySet()) {
            if (all > 0 && population.groups().stream().noneMatch(g -> g.area().equals(area))) {
                problems.add(
                        "population.areas." + area,
                        "there is no line for %s in the table".formatted(area),
                        "the table has " + String.join(", ", inTable(population)));
            }
        }
        growth(population);
        if (population.smallAreas() != null) {
            ages("population.small-areas", population.smallAreas().ages());
        }
    }

    private static Set<String> inTable(Population population) {
        Set<String> areas = new LinkedHashSet<>();
        population.groups().forEach(g -> areas.add(g.area()));
        return areas;
    }

    private void growth(Population population) {
        Population.Growth growth = population.growth();
        if (growth == null) {
            if (!population.variants().isEmpty()) {
                problems.add(
                        "population.variants", "there is no growth to have variants of", "write growth: growth.csv");
            }
            return;
        }
        ages("population.growth", growth.ages());
        Set<String> known = new LinkedHashSet<>();
        growth.lines().forEach(l -> known.add(l.variant()));
        double sum = 0;
        for (var variant : population.variants().entrySet()) {
            String path = "population.variants." + variant.getKey();
            sum += variant.getValue().value();
            if (problems.known(path, "variant", variant.getKey(), known)) {
                everySex(growth, variant.getKey(), population.year());
            }
        }
        problems.addToOne("population.variants", "the probabilities", sum);
    }

    /** Every year of a variant counts both sexes, and the year of the population is among them. */
    private void everySex(Population.Growth growth, String variant, int year) {
        Set<String> lines = new LinkedHashSet<>();
        Set<Integer> years = new LinkedHashSet<>();
        for (Population.Growth.Projected line : growth.lines()) {
            if (line.variant().equals(variant)) {
                years.add(line.year());
                if (!lines.add(line.year() + " " + line.sex())) {
                    problems.add(
                            "population.growth",
                            "there are two lines for %s, %d, %s"
                                    .formatted(variant, line.year(), line.sex().word()),
                            "keep one");
                }
            }
        }
        if (lines.size() != 2 * years.size()) {
            problems.add(
                    "population.growth",
                    "%s does not count both sexes in every year".formatted(variant),
                    "write a line for female and one for male");
        } else if (!years.contains(year)) {
            problems.add(
                    "population.growth",
                    "%s does not know the year %d, from which it should grow".formatted(variant, year),
                    "write lines for that year, or change population.year");
        }
    }

    private void ages(String path, List<Integer> ages) {
        for (int i = 0; i < ages.size(); i++) {
            int age = ages.get(i);
            if (age < 0 || age > OLDEST || (i > 0 && ages.get(i - 1) >= age)) {
                problems.add(
                        path,
                        "the ages are %s".formatted(ages),
                        "head the columns with ages in ascending order, such as 0, 1, 2 or 0, 5, 10");
                return;
            }
        }
    }

    private void need(Need need) {
        String path = "needs." + need.id();
        rates(path + ".rates", need.rates(), false);
        if (need.gradient() != null) {
            rates(path + ".gradient", need.gradient(), true);
            if (need.rates().lines().stream().anyMatch(l -> l.fifth() > 0)) {
                problems.add(
                        path + ".gradient",
                        "the rates tell fifths apart themselves",
                        "leave the gradient out, or take the fifths out of the rates");
            }
        }
        if (need.demandPerNeed() <= 0) {
            problems.add(path, "none of it ever becomes demand", "write latent below 1 and propensity above 0");
        }
        seen(path + ".seen", need);
        need.drivers().forEach((driver, ratio) -> {
            String at = path + ".drivers." + driver;
            problems.known(at, "driver", driver, drivers);
            if (ratio.provenance().source() == null) {
                problems.add(
                        at,
                        "an effect of %s without a source".formatted(number(ratio.value())),
                        "say where it was found, or leave it out: then nobody can tell, and that is said");
            }
        });
    }

    private void seen(String path, Need need) {
        Population population = model.population();
        Set<String> known = new LinkedHashSet<>();
        if (population != null && population.smallAreas() != null) {
            population.smallAreas().lines().forEach(l -> known.add(l.id()));
        }
        Set<String> told = new LinkedHashSet<>();
        for (Need.Seen seen : need.seen()) {
            if (!known.contains(seen.smallArea())) {
                problems.add(
                        path,
                        "there is no small area called %s".formatted(seen.smallArea()),
                        "write those of population.small-areas");
                return;
            }
            if (!told.add(seen.smallArea())) {
                problems.add(path, "there are two lines for " + seen.smallArea(), "keep one");
            }
        }
    }

    private void rates(String path, Rates rates, boolean fifths) {
        Set<String> seen = new LinkedHashSet<>();
        List<Integer> told = new ArrayList<>();
        boolean sexes = rates.lines().stream().anyMatch(l -> l.sex() != null);
        for (Rates.Line line : rates.lines()) {
            if (line.age() < 0 || line.age() > OLDEST || line.fifth() < 0 || line.fifth() > Population.FIFTHS) {
                problems.add(
                        path,
                        "there is no age %d, fifth %d".formatted(line.age(), line.fifth()),
                        "write ages from 0 to %d and fifths from 1 to %d".formatted(OLDEST, Population.FIFTHS));
                return;
            }
            if (!seen.add(line.age() + "/" + line.sex() + "/" + line.fifth())) {
                problems.add(
                        path,
                        "there are two lines for age %d with the same sex and fifth".formatted(line.age()),
                        "keep one");
                return;
            }
            if (!told.contains(line.age())) {
                told.add(line.age());
            }
        }
        int each = (sexes ? 2 : 1) * (hasFifths(rates) ? Population.FIFTHS : 1);
        if (fifths && !hasFifths(rates)) {
            problems.add(path, "no fifth is told apart", "write a column fifth with 1 (most deprived) to 5");
        } else if (seen.size() != each * told.size()) {
            problems.add(
                    path,
                    "%d lines for %d ages".formatted(seen.size(), told.size()),
                    "write %d for each age: every sex and every fifth that is told apart".formatted(each));
        }
    }

    private static boolean hasFifths(Rates rates) {
        return rates.lines().stream().anyMatch(l -> l.fifth() > 0);
    }

    private void origin(Arrival arrival) {
        @Nullable Origin origin = arrival.origin();
        if (origin == null) {
            return;
        }
        String path = "arrivals." + arrival.id();
        problems.known(
                path + ".need",
                "need",
                origin.need(),
                model.needs().stream().map(Need::id).toList());
        if (origin.area() != null && model.population() != null) {
            problems.known(
                    path + ".area",
                    "area",
                    origin.area(),
                    model.population().areas().keySet());
        }
    }
}

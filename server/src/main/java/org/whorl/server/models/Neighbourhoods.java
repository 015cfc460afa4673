package org.whorl.server.models;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.whorl.draw.Reading;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Need;
import org.whorl.engine.model.Population;
import org.whorl.engine.model.Population.SmallAreas;
import org.whorl.engine.need.NeedAnswer;
import org.whorl.engine.need.NeedQuestion;
import org.whorl.engine.need.Needs;
import org.whorl.files.report.Excerpt;
import org.whorl.server.trust.Disclosure;
import org.whorl.server.trust.Disclosure.Shown;

/**
 * Neighbourhoods, with what is expected of each and what was counted there, every count as far as it may be told. What rests
 * on too few people is not told: the figure of the larger place stands there, and says so.
 */
final class Neighbourhoods {

    private static final int DRAWS = 100;
    private static final long SEED = 1;
    private static final double THOUSAND = 1_000;

    private final Model model;
    private final Population population;
    private final SmallAreas small;
    private final Need need;
    private final AgeBand band;

    private Neighbourhoods(Model model, Population population, SmallAreas small, Need need, AgeBand band) {
        this.model = model;
        this.population = population;
        this.small = small;
        this.need = need;
        this.band = band;
    }

    /**
     * One neighbourhood.
     *
     * @param id its code
     * @param name what people call it
     * @param area in which area it lies
     * @param fifth of deprivation
     * @param people who live there, of the ages asked for
     * @param rate expected a year for 1,000 of them; nobody was counted
     * @param expected the same for all of them; unknown where how many they are is not told
     * @param seen how many were counted; empty where nobody counted
     * @param times what was counted next to what was expected, steadied; 1 is as all neighbourhoods together
     * @param borrowed is {@code rate} the larger place's?
     * @param timesBorrowed is {@code times} the larger place's?
     */
    record Row(
            String id,
            String name,
            String area,
            int fifth,
            Shown people,
            Reading rate,
            Reading expected,
            Optional<Shown> seen,
            Reading times,
            boolean borrowed,
            boolean timesBorrowed) {}

    /**
     * A larger place.
     *
     * @param area which
     * @param people who live there, of the ages asked for
     * @param rate expected a year for 1,000 of them
     * @param seen how many were counted; empty where nobody counted
     */
    record Total(String area, Shown people, Reading rate, Optional<Shown> seen) {}

    /**
     * What there is to tell.
     *
     * @param rows each neighbourhood, as the model has them
     * @param totals each larger place
     */
    record Told(List<Row> rows, List<Total> totals) {}

    /** All of them; none where the model knows no neighbourhoods. */
    static Optional<Told> of(Model model, Need need, AgeBand band) {
        Population population = model.population();
        return population == null
                        || population.smallAreas() == null
                        || population.smallAreas().lines().isEmpty()
                ? Optional.empty()
                : Optional.of(new Neighbourhoods(model, population, population.smallAreas(), need, band).told());
    }

    private Told told() {
        List<NeedAnswer.Neighbourhood> all = Needs.answer(
                        onlyThose(), new NeedQuestion(null, null, DRAWS, SEED), Progress.SILENT)
                .need(need.id())
                .neighbourhoods();
        SequencedMap<String, List<NeedAnswer.Neighbourhood>> byArea = new LinkedHashMap<>();
        all.forEach(one ->
                byArea.computeIfAbsent(one.area(), _ -> new ArrayList<>()).add(one));
        Map<String, Integer> counts = counts();
        double usual = times(all, counts);
        Map<String, Row> rows = new HashMap<>();
        List<Total> totals = new ArrayList<>();
        byArea.forEach((area, within) -> {
            List<Shown> people = shownPeople(within);
            List<NeedAnswer.Neighbourhood> counted =
                    within.stream().filter(one -> counts.containsKey(one.id())).toList();
            List<Shown> seen = Disclosure.SMALL_AREAS.showParts(counted.stream()
                    .map(one -> counts.getOrDefault(one.id(), 0))
                    .toList());
            int allSeen = counted.stream()
                    .mapToInt(one -> counts.getOrDefault(one.id(), 0))
                    .sum();
            Optional<Shown> totalSeen =
                    counted.isEmpty() ? Optional.empty() : Optional.of(Disclosure.SMALL_AREAS.show(allSeen));
            Reading rate = rate(within);
            Reading larger = Reading.of(
                    totalSeen.filter(Shown.Count.class::isInstance).isPresent() && allSeen > 0
                            ? times(counted, counts) / usual
                            : 1);
            for (int i = 0; i < within.size(); i++) {
                NeedAnswer.Neighbourhood one = within.get(i);
                int at = counted.indexOf(one);
                Optional<Shown> count = at < 0 ? Optional.empty() : Optional.of(seen.get(at));
                rows.put(one.id(), row(one, people.get(i), rate, count, larger));
            }
            totals.add(new Total(area, Disclosure.SERVICES.show(sum(within)), rate, totalSeen));
        });
        return new Told(all.stream().map(one -> rows.get(one.id())).toList(), totals);
    }

    private static Row row(
            NeedAnswer.Neighbourhood one, Shown people, Reading larger, Optional<Shown> seen, Reading largerTimes) {
        boolean told = people instanceof Shown.Count;
        boolean anybody = one.people() > 0;
        NeedAnswer.Seen counted = one.seen();
        boolean own = counted != null
                && counted.rate() != null
                && seen.filter(Shown.Count.class::isInstance).isPresent();
        Reading times = counted == null || seen.isEmpty()
                ? Reading.unknown()
                : own && counted.rate() != null ? Excerpt.reading(counted.rate(), 1) : largerTimes;
        return new Row(
                one.id(),
                one.name(),
                one.area(),
                one.fifth(),
                people,
                told ? anybody ? scaled(Excerpt.reading(one.demand(), 1), one.people()) : Reading.unknown() : larger,
                told ? Excerpt.reading(one.demand(), 1) : Reading.unknown(),
                seen,
                times,
                !told,
                counted != null && seen.isPresent() && !own);
    }

    /** How many live in each: neither from the others of its area nor from its other ages can a small number be worked out. */
    private List<Shown> shownPeople(List<NeedAnswer.Neighbourhood> within) {
        List<AgeBand> bands = AgeBand.in(small.ages());
        int which = bands.indexOf(band);
        Map<String, SmallAreas.Neighbourhood> lines = new HashMap<>();
        small.lines().forEach(line -> lines.put(line.id(), line));
        Set<Integer> withheld = new HashSet<>();
        for (int i = 0; which >= 0 && i < within.size(); i++) {
            SmallAreas.Neighbourhood line = lines.get(within.get(i).id());
            List<Shown> ages = Disclosure.SERVICES.showParts(bands.stream()
                    .map(each -> line == null ? 0 : (int) Math.round(each.count(small.ages(), line.people())))
                    .toList());
            if (ages.get(which) instanceof Shown.Hidden) {
                withheld.add(i);
            }
        }
        return Disclosure.SERVICES.showParts(
                within.stream().map(one -> (int) Math.round(one.people())).toList(), withheld);
    }

    /** The model with nobody in its neighbourhoods but those of the ages asked for, and with this one need. */
    private Model onlyThose() {
        List<SmallAreas.Neighbourhood> lines = small.lines().stream()
                .map(line -> new SmallAreas.Neighbourhood(
                        line.id(), line.name(), line.area(), line.fifth(), band.only(small.ages(), line.people())))
                .toList();
        Population those = new Population(
                population.year(),
                population.areas(),
                population.ages(),
                population.groups(),
                population.growth(),
                population.variants(),
                population.healthy(),
                new SmallAreas(small.ages(), lines),
                population.provenance());
        Need one = new Need(
                need.id(),
                need.name(),
                need.unit(),
                need.rates(),
                need.gradient(),
                need.total(),
                need.latent(),
                need.propensity(),
                need.met(),
                need.notMedical(),
                need.drivers(),
                // What was counted, was counted of all ages.
                band.isAll() ? need.seen() : List.of(),
                need.provenance());
        return model.ofNeed(those, List.of(one));
    }

    private Map<String, Integer> counts() {
        Map<String, Integer> counts = new HashMap<>();
        if (band.isAll()) {
            need.seen().forEach(seen -> counts.put(seen.smallArea(), (int) Math.round(seen.count())));
        }
        return counts;
    }

    /** What was counted next to what was expected, of all that were counted. */
    private static double times(List<NeedAnswer.Neighbourhood> all, Map<String, Integer> counts) {
        double seen = 0;
        double expected = 0;
        for (NeedAnswer.Neighbourhood one : all) {
            if (counts.containsKey(one.id())) {
                seen += counts.getOrDefault(one.id(), 0);
                expected += one.demand().mean();
            }
        }
        return expected > 0 ? seen / expected : Double.NaN;
    }

    private static Reading rate(List<NeedAnswer.Neighbourhood> within) {
        double demand = within.stream().mapToDouble(one -> one.demand().mean()).sum();
        double people =
                within.stream().mapToDouble(NeedAnswer.Neighbourhood::people).sum();
        return people > 0 ? Reading.of(THOUSAND * demand / people) : Reading.unknown();
    }

    private static int sum(List<NeedAnswer.Neighbourhood> within) {
        return (int) Math.round(
                within.stream().mapToDouble(NeedAnswer.Neighbourhood::people).sum());
    }

    private static Reading scaled(Reading reading, double people) {
        double by = THOUSAND / people;
        return Reading.of(reading.value() * by, reading.low() * by, reading.high() * by);
    }
}

package org.whorl.optimise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.IntStream;
import org.whorl.engine.allocation.ByGroup;
import org.whorl.engine.allocation.Places;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Line;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.ledger.Compensation;
import org.whorl.engine.ledger.Pence;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.model.Scenario.Change;
import org.whorl.engine.simulation.Plan.Stop;
import org.whorl.engine.simulation.Simulation;

/**
 * Searches for better allocations within what the partners agreed ({@link org.whorl.engine.model.Limits}). It asks the
 * instant tier for every service's response in many draws of what is not known, chooses levels exactly, and gives several
 * plans near the best; {@link #verify} plays them through day by day.
 */
public final class Optimiser {

    /** Two plans differ when, over all services, at least so much of a whole range lies between them. */
    private static final double DIFFERENT = 0.34;

    /** Less than this many people fewer is nothing. */
    private static final double NOTHING = 0.005;

    private static final String CAUTIOUS = "cautious";

    private static final double HUNDRED_THOUSAND = 100_000;

    private final Model model;
    private final Responses responses;
    private final Problem problem;
    private final int draws;
    private final SequencedMap<String, ByGroup> groups = new LinkedHashMap<>();
    private final double[] bestByDraw;
    private boolean proved = true;

    private Optimiser(Model model, int draws, long seed, Progress watch) {
        this.model = model;
        this.draws = draws;
        responses = new Responses(watched(model), draws, seed, quiet(watch));
        problem = responses.problem(watch);
        bestByDraw = new double[draws];
        boolean[][] all = problem.everything();
        Arrays.parallelSetAll(
                bestByDraw,
                d -> Relaxation.of(problem, new Aim.Draw(d), all, Double.NEGATIVE_INFINITY)
                        .map(Relaxation::value)
                        .orElse(0.0));
    }

    /** The model counting its aims, and the first of them for each group of people, and nothing else. */
    private Model watched(Model whole) {
        SequencedMap<String, Double> aim = whole.agreements().limits().aim();
        Model counts = whole.watching(whole.measures().stream()
                .filter(measure -> aim.containsKey(measure.id()))
                .toList());
        for (String tag : ByGroup.tags(whole)) {
            ByGroup split = ByGroup.of(counts, aim.firstEntry().getKey(), tag).orElseThrow();
            groups.put(tag, split);
            counts = split.model();
        }
        return counts;
    }

    /** Only the stop is passed on: how far the first of several parts is, is not how far the whole is. */
    private static Progress quiet(Progress watch) {
        return new Progress() {
            @Override
            public void at(int done, int expected) {
                // Told by what comes after.
            }

            @Override
            public boolean cancelled() {
                return watch.cancelled();
            }
        };
    }

    /**
     * Searches.
     *
     * @param model one that holds together, and whose limits name an aim and something that may change
     * @param draws of the numbers, 2 or more; 200 are plenty
     * @param seed of the draws
     * @param within how far below the best a plan may be, as a share such as 0.03
     * @param plans how many at most
     * @throws IllegalArgumentException if the limits name no aim, or nothing that may change
     */
    public static Plans search(Model model, int draws, long seed, double within, int plans, Progress watch) {
        if (model.agreements().limits().aim().isEmpty()) {
            throw new IllegalArgumentException(
                    "The model does not say what is to fall; write agreements.limits.aim: {MEASURE: 1}");
        }
        if (model.agreements().limits().choices().isEmpty()) {
            throw new IllegalArgumentException("The model does not say what may change; write"
                    + " agreements.limits.services: {SERVICE: {fewer: 5, more: 10}}");
        }
        return new Optimiser(model, draws, seed, watch).plans(within, plans);
    }

    /**
     * Plays the plans through, with the same people in all of them.
     *
     * @return an answer whose model knows the plans as scenarios
     */
    public static Answer verify(
            Model model, List<Plan> plans, int replications, long seed, int threads, Progress watch) {
        Model knows = model;
        for (Plan plan : plans) {
            knows = knows.with(plan.scenario());
        }
        return Simulation.run(
                knows,
                new org.whorl.engine.simulation.Plan(
                        plans.stream().map(plan -> plan.scenario().id()).toList(),
                        seed,
                        new Stop.Replications(replications),
                        threads),
                watch);
    }

    private Plans plans(double within, int most) {
        int[] best = search(new Aim.Mean(), Double.NEGATIVE_INFINITY, problem.today());
        double value = problem.mean(best);
        List<Plan> plans = new ArrayList<>();
        if (value > NOTHING) {
            for (int[] levels : unlike(best, value * (1 - within), most)) {
                plans.add(plan(levels, Integer.toString(plans.size() + 1)));
            }
        }
        cautious(best).ifPresent(plans::add);
        List<String> notes = new ArrayList<>();
        if (plans.isEmpty()) {
            notes.add("Nothing within these limits is better than things as they are.");
        } else if (plans.stream().filter(plan -> !plan.cautious()).count() < 3) {
            notes.add(
                    "Fewer than three plans are near the best and unlike each other: the limits leave little choice.");
        }
        plans.stream()
                .filter(plan -> !plan.keeps())
                .forEach(plan -> notes.add(
                        "%s keeps every limit when its parts are added up, and not when they come together: look at its net cash."
                                .formatted(plan.scenario().id())));
        sureness(plans).ifPresent(notes::add);
        if (!proved) {
            notes.add("The search was stopped before it was proved that nothing is better.");
        }
        return new Plans(plans, prices(), curves(), draws, proved, notes);
    }

    /** Which plans help for certain, and of which nobody can tell; empty where all do. */
    private static Optional<String> sureness(List<Plan> plans) {
        List<String> unclear = plans.stream()
                .filter(plan -> !plan.isClear())
                .map(plan -> plan.scenario().id())
                .toList();
        List<String> clear = plans.stream()
                .filter(Plan::isClear)
                .map(plan -> plan.scenario().id())
                .toList();
        return unclear.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Nobody can tell whether %s would help: what is known of the numbers leaves both more and fewer people possible. %s"
                                .formatted(
                                        String.join(", ", unclear),
                                        clear.isEmpty()
                                                ? "That is so for every plan; better numbers come before a decision."
                                                : "Only %s gains in nearly all that could be true."
                                                        .formatted(String.join(", ", clear))));
    }

    private int[] search(Aim aim, double least, int[] start) {
        return found(List.of(aim), least, start).getFirst();
    }

    /** Searches side by side, which do not depend on each other. */
    private List<int[]> found(List<Aim> aims, double least, int[] start) {
        List<Search.Found> found = aims.parallelStream()
                .map(aim -> new Search(problem, aim, least, start).run())
                .toList();
        proved &= found.stream().allMatch(Search.Found::proved);
        return found.stream().map(Search.Found::levels).toList();
    }

    /** The best, the most cautious, and those with the most and the fewest places at each service; then the least alike. */
    private List<int[]> unlike(int[] best, double least, int most) {
        List<Aim> aims = new ArrayList<>(List.of(new Aim.Cautious()));
        for (int k = 0; k < problem.choices().size(); k++) {
            aims.add(new Aim.Extreme(k, true));
            aims.add(new Aim.Extreme(k, false));
        }
        List<int[]> candidates = found(aims, least, best);
        List<int[]> chosen = new ArrayList<>(List.of(best));
        while (chosen.size() < most) {
            Optional<int[]> next = candidates.stream()
                    .max(Comparator.comparingDouble(candidate -> apart(candidate, chosen)))
                    .filter(candidate -> apart(candidate, chosen) >= DIFFERENT);
            if (next.isEmpty()) {
                break;
            }
            chosen.add(next.get());
        }
        chosen.sort(Comparator.comparingDouble((int[] levels) -> problem.mean(levels))
                .reversed());
        return chosen;
    }

    /** The plan that does best in the worst tenth; none where that tenth is best left as it is. */
    private Optional<Plan> cautious(int[] best) {
        int[] careful = search(new Aim.Cautious(), Double.NEGATIVE_INFINITY, problem.today());
        return Tail.mean(problem.gains(careful)) > NOTHING && !Arrays.equals(careful, best)
                ? Optional.of(plan(careful, CAUTIOUS))
                : Optional.empty();
    }

    private double apart(int[] levels, List<int[]> from) {
        return from.stream()
                .mapToDouble(other -> problem.distance(levels, other))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private Plan plan(int[] levels, String which) {
        SequencedMap<String, Double> places = new LinkedHashMap<>();
        List<Change> changes = new ArrayList<>();
        for (int k = 0; k < levels.length; k++) {
            Problem.Choice choice = problem.choices().get(k);
            double more = choice.places()[levels[k]];
            if (more != 0) {
                places.put(choice.service(), more);
                changes.add(Places.change(choice.service(), more));
            }
        }
        Scenario scenario = new Scenario("plan-" + which, name(which), changes);
        List<Line> byGroup = groups.values().stream()
                .flatMap(split -> split.measures().values().stream())
                .map(measure -> new Line(Subject.measure(measure), Field.MEAN))
                .toList();
        Responses.Response together = responses.ask(scenario, byGroup);
        double[] parts = problem.gains(levels);
        double[] regret = new double[draws];
        for (int d = 0; d < draws; d++) {
            regret[d] = Math.max(0, bestByDraw[d] - parts[d]);
        }
        double[] money = problem.money(levels);
        SequencedMap<String, Pence> spare = new LinkedHashMap<>();
        double[] needs = new double[money.length];
        for (int p = 0; p < needs.length; p++) {
            needs[p] = Math.max(money[p] - problem.budgets()[p], together.net()[p] - problem.worse()[p]);
            spare.put(model.partners().get(p).id(), Pence.ofPounds(-needs[p]));
        }
        Compensation.Found found = new Compensation(spare, new LinkedHashMap<>()).smallest();
        SequencedMap<String, Pence> received = new LinkedHashMap<>();
        boolean keeps = switch (found) {
            case Compensation.Agreed agreed -> {
                received.putAll(agreed.received());
                yield problem.transfers() || Arrays.stream(needs).allMatch(need -> need <= 0.005);
            }
            case Compensation.Impossible impossible -> impossible.missing().pounds() <= 1;
        };
        return new Plan(
                scenario,
                which.equals(CAUTIOUS),
                places,
                estimate(together.gain()),
                byGroup(together.others()),
                Tail.mean(together.gain()),
                problem.mean(levels),
                Arrays.stream(regret).average().orElse(0),
                Arrays.stream(regret).max().orElse(0),
                byPartner(money),
                byPartner(together.net()),
                problem.transfers() ? received : new LinkedHashMap<>(),
                byPartner(problem.posts(levels)),
                keeps && !together.overloads());
    }

    /** By tag and group, by how much the first aim falls. */
    private SequencedMap<String, SequencedMap<String, Estimate>> byGroup(double[][] changes) {
        SequencedMap<String, SequencedMap<String, Estimate>> byTag = new LinkedHashMap<>();
        int next = 0;
        for (Map.Entry<String, ByGroup> split : groups.entrySet()) {
            SequencedMap<String, Estimate> fewer = new LinkedHashMap<>();
            for (String group : split.getValue().measures().keySet()) {
                fewer.put(
                        group,
                        estimate(Arrays.stream(changes[next++]).map(d -> -d).toArray()));
            }
            byTag.put(split.getKey(), fewer);
        }
        return byTag;
    }

    private static Name name(String which) {
        return which.equals(CAUTIOUS)
                ? new Name("Cautious plan", "Cynllun gofalus")
                : new Name("Plan " + which, "Cynllun " + which);
    }

    private static Estimate estimate(double[] draws) {
        double[] sorted = draws.clone();
        Arrays.sort(sorted);
        double mean = Arrays.stream(sorted).average().orElse(0);
        int out = (int) Math.floor(0.025 * sorted.length);
        return new Estimate(mean, sorted[out], sorted[sorted.length - 1 - out], 0.95, Estimate.Kind.PARAMETER);
    }

    private SequencedMap<String, Double> byPartner(double[] amounts) {
        SequencedMap<String, Double> by = new LinkedHashMap<>();
        for (int p = 0; p < amounts.length; p++) {
            by.put(model.partners().get(p).id(), amounts[p]);
        }
        return by;
    }

    private List<Plans.Curve> curves() {
        return problem.choices().stream()
                .map(choice -> new Plans.Curve(
                        choice.service(),
                        IntStream.range(0, choice.places().length)
                                .mapToObj(level -> new Plans.Level(
                                        choice.places()[level],
                                        estimate(choice.gain()[level]),
                                        Arrays.stream(choice.net()[level]).sum()))
                                .toList()))
                .toList();
    }

    /** What more of each limit would bring, where levels may be mixed: the change in the linear programme's best. */
    private List<Plans.Price> prices() {
        double now = relaxed(problem);
        List<Plans.Price> prices = new ArrayList<>();
        Set<Integer> owners = new LinkedHashSet<>();
        problem.choices().forEach(choice -> owners.add(choice.owner()));
        for (int p = 0; p < problem.partners(); p++) {
            String partner = model.partners().get(p).id();
            Problem richer = problem.withBudget(p, HUNDRED_THOUSAND).withWorse(p, HUNDRED_THOUSAND);
            prices.add(new Plans.Price(Plans.Limit.MONEY, partner, relaxed(richer) - now));
            if (owners.contains(p) && Double.isFinite(problem.staff()[p])) {
                prices.add(new Plans.Price(Plans.Limit.POST, partner, relaxed(problem.withStaff(p, 1)) - now));
            }
        }
        return prices.stream()
                .filter(price -> price.gain() > NOTHING / 10)
                .sorted(Comparator.comparingDouble(Plans.Price::gain).reversed())
                .toList();
    }

    private double relaxed(Problem asked) {
        return Relaxation.of(asked, new Aim.Mean(), asked.everything(), Double.NEGATIVE_INFINITY)
                .map(Relaxation::value)
                .orElse(0.0);
    }
}

package org.whorl.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Arrival;
import org.whorl.engine.model.Capacity;
import org.whorl.engine.model.Check;
import org.whorl.engine.model.Horizon;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Money;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Partner;
import org.whorl.engine.model.Route;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.model.Service;
import org.whorl.engine.simulation.Plan;
import org.whorl.engine.simulation.Simulation;
import org.whorl.files.ModelFolder;

/**
 * What a step costs in networks where people block each other, as the network grows: the example, and networks made up for
 * the purpose. A step is an arrival or the start of a stay; each stay also ends, so the list holds about twice as many
 * events. Then an optimiser's inner loop. Arguments: the example's folder, D2A-3's, rounds.
 */
final class Networks {
    private Networks() {}

    public static void main(String[] arguments) {
        int rounds = Integer.parseInt(arguments[2]);
        List<Network> networks = new ArrayList<>();
        networks.add(new Network(
                "the example", ModelFolder.read(Path.of(arguments[0])).orThrow(), 20));
        for (int[] size : new int[][] {{1, 10}, {1, 20}, {1, 50}, {5, 20}, {22, 20}}) {
            networks.add(new Network(
                    "%d x %d services".formatted(size[0], size[1]), made(size[0], size[1]), size[0] == 1 ? 20 : 10));
        }
        double[][] nanoseconds = new double[networks.size()][rounds];
        double[] steps = new double[networks.size()];
        for (int round = -1; round < rounds; round++) {
            for (int i = 0; i < networks.size(); i++) {
                long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                steps[i] = networks.get(i).play(round + 2);
                long work = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun;
                if (round >= 0) {
                    nanoseconds[i][round] = work / steps[i];
                }
            }
        }
        System.out.printf("%-24s %9s %12s %14s %14s%n", "", "services", "steps a year", "ns a step", "million steps/s");
        for (int i = 0; i < networks.size(); i++) {
            Network network = networks.get(i);
            Arrays.sort(nanoseconds[i]);
            double middle = nanoseconds[i][rounds / 2];
            System.out.printf(
                    Locale.ROOT,
                    "%-24s %9d %12.0f %14.0f %14.2f%n",
                    network.name,
                    network.model.services().size(),
                    steps[i] / network.replications,
                    middle,
                    1000 / middle);
        }
        System.out.printf(
                "work of one thread, medians of %d rounds in turn, preparing and summing up included%n%n", rounds);
        innerLoop(ModelFolder.read(Path.of(arguments[1])).orThrow(), 125);
    }

    private record Network(String name, Model model, int replications) {
        /** Plays it on one thread; how many steps there were, in the measured time and, in proportion, before. */
        double play(long seed) {
            Answer answer = Simulation.run(
                    model, new Plan(List.of(), seed, new Plan.Stop.Replications(replications), 1), Progress.SILENT);
            double aDay =
                    model.arrivals().stream().mapToDouble(a -> a.rate().value()).sum();
            for (Service service : model.services()) {
                if (service.lengthOfStay() != null) {
                    aDay += answer.base()
                            .figures()
                            .get(Subject.service(service.id()), Field.STARTS)
                            .mean();
                }
            }
            return aDay * model.time().end() * replications;
        }
    }

    /** So many councils, each with so many services in layers that block each other, and beds people wait in. */
    static Model made(int councils, int services) {
        SplittableRandom random = new SplittableRandom(7);
        List<Service> all = new ArrayList<>();
        List<Arrival> arrivals = new ArrayList<>();
        for (int c = 0; c < councils; c++) {
            double[] flow = new double[services];
            for (int s = 0; s < services; s++) {
                String id = "c%d-s%d".formatted(c, s);
                if (s < services / 5 + 1) {
                    double rate = 2 + 4 * random.nextDouble();
                    arrivals.add(Arrival.of("to-" + id, id, rate));
                    flow[s] += rate;
                }
                List<Route> routes = new ArrayList<>();
                double left = 1;
                for (int k = 0; k < 2 && s + 1 < services; k++) {
                    int to = s + 1 + random.nextInt(Math.min(services - s - 1, services / 4 + 1));
                    String next = "c%d-s%d".formatted(c, to);
                    if (routes.stream().noneMatch(r -> r.to().equals(next))) {
                        double share = left * (0.2 + 0.4 * random.nextDouble());
                        routes.add(new Route(next, Parameter.of(share)));
                        flow[to] += flow[s] * share;
                        left -= share;
                    }
                }
                routes.add(new Route("home", Parameter.of(left)));
                double mean = 3 + 15 * random.nextDouble();
                var stay = org.whorl.engine.model.Duration.of(
                        org.whorl.engine.model.Duration.Family.LOGNORMAL, mean, mean * 0.8);
                // A tenth more than are needed on average: full at times, so that people block each other, but not for
                // ever.
                Capacity places = Capacity.places(Math.ceil(1.1 * flow[s] * mean + 2));
                Service plain = Service.of(id, "board", places, stay);
                all.add(new Service(
                        id,
                        plain.name(),
                        plain.partner(),
                        places,
                        stay,
                        null,
                        plain.starts(),
                        plain.queue(),
                        null,
                        plain.whileWaiting(),
                        null,
                        routes,
                        plain.transfer(),
                        plain.cost(),
                        plain.funding(),
                        null));
            }
        }
        Model model = new Model(
                Name.of("made"),
                new Horizon(LocalDate.of(2026, 4, 6), 365, 90),
                new Money("2025/26", Parameter.of(0)),
                List.of(new Partner("board", Name.of("board"), "health")),
                List.of("home"),
                arrivals,
                all,
                List.of(),
                List.of(),
                List.of(),
                List.of());
        if (!Check.of(model).isEmpty()) {
            throw new IllegalStateException(Check.of(model).toString());
        }
        return model;
    }

    /** Candidates that differ in their places, all with the same hundred lives, as an optimiser tries them. */
    private static void innerLoop(Model model, int candidates) {
        int atOnce = 25;
        int cores = Runtime.getRuntime().availableProcessors();
        long start = System.nanoTime();
        Duration work = processorTime();
        for (int first = 0; first < candidates; first += atOnce) {
            List<Scenario> scenarios = IntStream.range(first, first + atOnce)
                    .mapToObj(Networks::candidate)
                    .toList();
            Model tried = new Model(
                    model.name(),
                    model.time(),
                    model.money(),
                    model.partners(),
                    model.exits(),
                    model.arrivals(),
                    model.services(),
                    model.opening(),
                    scenarios,
                    model.measures(),
                    model.observed());
            var ids = scenarios.stream().map(Scenario::id).toList();
            Simulation.run(tried, new Plan(ids, 1, new Plan.Stop.Replications(100), cores), Progress.SILENT);
        }
        System.out.printf(
                Locale.ROOT,
                "%d candidates x 100 replications of D2A-3, %d at a time, %d threads: %.1f s of wall time, %.1f s of work%n",
                candidates,
                atOnce,
                cores,
                (System.nanoTime() - start) / 1e9,
                processorTime().minus(work).toNanos() / 1e9);
    }

    private static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** From two places fewer to two more at each pathway. */
    private static Scenario candidate(int number) {
        List<Scenario.Change> changes = IntStream.rangeClosed(1, 3)
                .mapToObj(p -> new Scenario.Change(
                        "services.p%d.capacity".formatted(p),
                        Scenario.Operation.ADD,
                        Parameter.of(number / (int) Math.pow(5, p - 1) % 5 - 2.0),
                        List.of(),
                        null,
                        null))
                .toList();
        String id = "candidate-" + number;
        return new Scenario(id, Name.of(id), changes);
    }
}

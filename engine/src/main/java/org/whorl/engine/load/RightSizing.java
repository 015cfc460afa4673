package org.whorl.engine.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.model.Arrival;
import org.whorl.engine.model.Capacity;
import org.whorl.engine.model.Cost;
import org.whorl.engine.model.Distribution;
import org.whorl.engine.model.Duration;
import org.whorl.engine.model.Horizon;
import org.whorl.engine.model.Measure;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Money;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Partner;
import org.whorl.engine.model.Profile;
import org.whorl.engine.model.Queue;
import org.whorl.engine.model.Service;
import org.whorl.engine.model.WhileWaiting;
import org.whorl.engine.random.Normal;
import org.whorl.engine.random.Streams;
import org.whorl.engine.random.Survival;

/**
 * The arithmetic of right-sizing, the plainest of the tiers (method 2.1a): weekly starts, Little's law, a target occupancy,
 * visits and posts. It knows no chance and no queue, so beside each of its numbers stands what the other formulas say.
 */
public final class RightSizing {

    /** One person in twenty may wait: the target the square-root rule is asked for. */
    private static final double MAY_WAIT = 0.05;

    private static final double LEVEL = 0.95;

    private RightSizing() {}

    /**
     * What is asked.
     *
     * @param weeks people who left hospital, week by week; one week or more
     * @param pathways where they went
     */
    public record Question(List<Double> weeks, List<Pathway> pathways) {
        public Question {
            weeks = List.copyOf(weeks);
            pathways = List.copyOf(pathways);
            if (weeks.isEmpty() || pathways.isEmpty()) {
                throw new IllegalArgumentException("Right-sizing needs a week and a pathway, or more of each");
            }
        }
    }

    /**
     * One pathway.
     *
     * @param name what people call it
     * @param people how many of those counted took it; their shares are drawn from a Dirichlet distribution with these
     *     counts and one more for each pathway
     * @param growth by what share starts are to grow, such as 0.02
     * @param stay mean days there
     * @param stayVaries standard deviation of those days; the mean when nobody knows
     * @param occupancy the share of places that is to be taken on average, above 0 and up to 1
     * @param work the visits people get at home; empty for beds
     */
    public record Pathway(
            String name,
            double people,
            double growth,
            double stay,
            double stayVaries,
            double occupancy,
            Optional<Work> work) {
        public Pathway {
            if (!(people >= 0) || !(growth > -1) || !(stay > 0) || !(stayVaries >= 0)) {
                throw new IllegalArgumentException(name + ": people, growth or stay cannot be");
            }
            if (!(occupancy > 0 && occupancy <= 1)) {
                throw new IllegalArgumentException(
                        "%s: an occupancy is above 0 and at most 1, not %s".formatted(name, occupancy));
            }
        }
    }

    /**
     * The work of visiting people at home.
     *
     * @param first visits on the first day of a stay
     * @param last visits on its last day; they fall or rise evenly between
     * @param doubleHanded the share of visits that need two people
     * @param contact minutes with the person
     * @param travel minutes on the way
     * @param admin minutes of writing and arranging
     * @param hours a week that one whole-time equivalent is paid for
     * @param away the share of those that is leave, sickness and training
     */
    public record Work(
            double first,
            double last,
            double doubleHanded,
            double contact,
            double travel,
            double admin,
            double hours,
            double away) {
        public Work {
            if (!(hours > 0) || !(away >= 0 && away < 1) || !(doubleHanded >= 0 && doubleHanded <= 1)) {
                throw new IllegalArgumentException("Hours are above 0, shares from 0 to 1");
            }
        }

        /** Visits in a stay of so many days: on day k, round(first + (last - first)(k - 1)/(n - 1)). */
        public double visits(int days) {
            double sum = 0;
            for (int k = 1; k <= days; k++) {
                sum += Math.rint(days == 1 ? first : first + (last - first) * (k - 1) / (days - 1));
            }
            return sum;
        }

        /** Whole-time equivalents for so many visits a week; a double-handed visit counts twice. */
        public double posts(double visitsAWeek) {
            return visitsAWeek * (1 + doubleHanded) * (contact + travel + admin) / 60 / (hours * (1 - away));
        }
    }

    /**
     * The answer for one pathway. Intervals are what is not known: the mean week, and the shares of the pathways.
     *
     * @param pathway which
     * @param starts people a week
     * @param load people there on average: starts / 7 x stay
     * @param places load over occupancy, rounded up
     * @param visits visits a week; empty for beds
     * @param posts whole-time equivalents; empty for beds
     * @param enoughPlaces the places with which one in twenty waits, by the square-root rule; the same uncertainty
     * @param waiting with the plain number of places, how many people wait on average, by Kimura's formula at the values
     *     themselves; infinite where there are fewer places than people
     */
    public record Sized(
            Pathway pathway,
            Estimate starts,
            Estimate load,
            Estimate places,
            Optional<Estimate> visits,
            Optional<Estimate> posts,
            Estimate enoughPlaces,
            double waiting) {}

    /**
     * All pathways.
     *
     * @param sized in the order asked
     * @param weeks the mean week
     * @param unevenness variance over mean of the weekly counts; 1 is chance alone, NaN for a single week
     * @param why why the arithmetic says too little, in English
     */
    public record Answer(List<Sized> sized, Estimate weeks, double unevenness, String why) {
        public Answer {
            sized = List.copyOf(sized);
        }
    }

    /**
     * Answers.
     *
     * @param draws of what is not known, 2 or more
     * @param seed of the draws
     */
    public static Answer of(Question question, int draws, long seed) {
        double[] counts = question.weeks().stream().mapToDouble(w -> w).toArray();
        double mean = Arrays.stream(counts).average().orElse(0);
        double variance =
                Arrays.stream(counts).map(c -> (c - mean) * (c - mean)).sum() / Math.max(1, counts.length - 1);
        // A single week says nothing of how weeks differ: chance alone is then the least there can be.
        double error = Math.sqrt((counts.length > 1 ? variance : mean) / counts.length);
        double all = question.pathways().stream().mapToDouble(Pathway::people).sum();
        int n = question.pathways().size();
        double[] weeks = new double[draws];
        double[][] starts = new double[n][draws];
        for (int d = 0; d < draws; d++) {
            long key = Streams.child(Streams.mix(seed), d);
            weeks[d] = Math.max(0, mean + error * Normal.quantile(Streams.uniform(Streams.child(key, "weeks"))));
            double[] shares = shares(question, key);
            for (int p = 0; p < n; p++) {
                starts[p][d] =
                        weeks[d] * shares[p] * (1 + question.pathways().get(p).growth());
            }
        }
        List<Sized> sized = new ArrayList<>();
        for (int p = 0; p < n; p++) {
            Pathway pathway = question.pathways().get(p);
            double share = all > 0 ? pathway.people() / all : 1.0 / n;
            sized.add(sized(pathway, mean * share * (1 + pathway.growth()), starts[p]));
        }
        return new Answer(
                sized,
                estimate(mean, weeks),
                counts.length > 1 && mean > 0 ? variance / mean : Double.NaN,
                "The arithmetic spreads people evenly over the days. Real days are uneven: on some more come than leave,"
                        + " people wait, and whoever waits keeps a place elsewhere. So it says too little, most of all for"
                        + " small services and high occupancy.");
    }

    /**
     * The same pathways as a model that the other tiers can answer: people come by chance, stays are gamma-distributed, there
     * are the arithmetic's places, and people wait in hospital. A first model to go on from.
     */
    public static Model model(Answer answer) {
        List<Arrival> arrivals = new ArrayList<>();
        List<Service> services = new ArrayList<>();
        List<Measure> measures = new ArrayList<>();
        for (int p = 0; p < answer.sized().size(); p++) {
            Sized one = answer.sized().get(p);
            String id = "pathway-" + (p + 1);
            Pathway pathway = one.pathway();
            arrivals.add(Arrival.of("to-" + id, id, one.starts().mean() / 7));
            services.add(new Service(
                    id,
                    Name.of(pathway.name()),
                    "partnership",
                    Capacity.places(one.places().mean()),
                    pathway.stayVaries() > 0
                            ? Duration.of(Duration.Family.GAMMA, pathway.stay(), pathway.stayVaries())
                            : Duration.of(Duration.Family.CONSTANT, pathway.stay()),
                    null,
                    Profile.flat(7),
                    Queue.PLAIN,
                    "hospital",
                    WhileWaiting.NOTHING,
                    null,
                    List.of(),
                    new LinkedHashMap<>(),
                    Cost.NONE,
                    new LinkedHashMap<>(),
                    null));
            measures.add(new Measure(
                    "waiting-" + (p + 1),
                    Name.of(pathway.name()),
                    Measure.Count.WAITING,
                    List.of("hospital"),
                    List.of(id),
                    new LinkedHashMap<>(),
                    0,
                    null,
                    null));
        }
        services.add(Service.of("hospital", "partnership", new Capacity.Unlimited(), null));
        return new Model(
                new Name("Right-sizing", "Y maint iawn"),
                new Horizon(LocalDate.of(2026, 4, 6), 365, 730),
                new Money("2026/27", Parameter.leftOut(0)),
                List.of(new Partner("partnership", new Name("Partnership", "Partneriaeth"), "")),
                List.of("home"),
                arrivals,
                services,
                List.of(),
                List.of(),
                measures,
                List.of());
    }

    private static double[] shares(Question question, long key) {
        double[] shares = new double[question.pathways().size()];
        double sum = 0;
        for (int p = 0; p < shares.length; p++) {
            double alpha = question.pathways().get(p).people() + 1;
            shares[p] = Survival.of(new Distribution.Gamma(alpha, Math.sqrt(alpha)))
                    .quantile(Streams.uniform(Streams.child(Streams.child(key, "share"), p)));
            sum += shares[p];
        }
        for (int p = 0; p < shares.length; p++) {
            shares[p] /= sum;
        }
        return shares;
    }

    private static Sized sized(Pathway pathway, double startsAWeek, double[] drawn) {
        double load = load(pathway, startsAWeek);
        double plain = places(pathway, load);
        double[] loads = Arrays.stream(drawn).map(s -> load(pathway, s)).toArray();
        double cs2 = Math.pow(pathway.stayVaries() / pathway.stay(), 2);
        Optional<Work> work = pathway.work();
        int days = (int) Math.max(1, Math.rint(pathway.stay()));
        return new Sized(
                pathway,
                estimate(startsAWeek, drawn),
                estimate(load, loads),
                estimate(
                        plain, Arrays.stream(loads).map(l -> places(pathway, l)).toArray()),
                work.map(w -> estimate(
                        startsAWeek * w.visits(days),
                        Arrays.stream(drawn).map(s -> s * w.visits(days)).toArray())),
                work.map(w -> estimate(
                        w.posts(startsAWeek * w.visits(days)),
                        Arrays.stream(drawn)
                                .map(s -> w.posts(s * w.visits(days)))
                                .toArray())),
                estimate(
                        enough(load),
                        Arrays.stream(loads).map(RightSizing::enough).toArray()),
                load == 0 ? 0 : Congestion.queue(plain, load, cs2));
    }

    /** Little's law: so many a day, for so many days each. */
    private static double load(Pathway pathway, double startsAWeek) {
        return startsAWeek / 7 * pathway.stay();
    }

    private static double places(Pathway pathway, double load) {
        return Math.ceil(load / pathway.occupancy() - 1e-9);
    }

    private static double enough(double load) {
        return load <= 0 ? 0 : SquareRoot.places(load, 1, MAY_WAIT);
    }

    private static Estimate estimate(double value, double[] drawn) {
        double[] sorted = drawn.clone();
        Arrays.sort(sorted);
        int out = (int) Math.floor((1 - LEVEL) / 2 * sorted.length);
        return new Estimate(value, sorted[out], sorted[sorted.length - 1 - out], LEVEL, Estimate.Kind.PARAMETER);
    }
}

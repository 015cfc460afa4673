package org.whorl.server.experiments;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.whorl.engine.evidence.Power;
import org.whorl.engine.evidence.Wedge;

/**
 * What an experiment could notice, said before it begins: how often its interval of 95 per cent would lie wholly on the side that
 * is hoped for, and the change for which it would do so four times in five (Cohen, Statistical Power Analysis, 1988, has the four
 * in five). Counts vary as chance lets them (Poisson); values as far as earlier figures of the measure did. That places change by
 * themselves by about a tenth is our rule of thumb, in every design.
 */
public sealed interface Chance {

    /**
     * It can be said.
     *
     * @param places in how many places it begins
     * @param beside with how many it is compared; 0 where nothing is
     * @param weeks for how many weeks
     * @param way which way the change goes
     * @param hoped the change that is hoped for, in 100
     * @param times in 100 such experiments, how often that would be noticed
     * @param smallest the change that would be noticed four times in five, in 100
     * @param from from how many earlier values it is known how far they stray; 0 for what is counted
     */
    record Told(int places, int beside, int weeks, Way way, int hoped, int times, int smallest, int from)
            implements Chance {}

    /**
     * It cannot be said.
     *
     * @param sentence the name of the sentence that says why
     */
    record Untold(String sentence) implements Chance {}

    /** Which way a change goes. */
    enum Way {
        RISE,
        FALL,
        /** Nobody said; it is reckoned as a rise, for so many in 100 more are harder to notice than so many fewer. */
        EITHER;

        /** As in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What is known of the measure before it begins.
     *
     * @param way which way is better
     * @param counted are its figures counts of something that happens?
     * @param stray of values, how far they stray from one to the next
     */
    record Known(Way way, boolean counted, Optional<Stray> stray) {
        /** No measure is named: then what is usual is taken for a count. */
        static final Known NOTHING = new Known(Way.EITHER, true, Optional.empty());
    }

    /**
     * How far values stray.
     *
     * @param sd their standard deviation within places, of their logarithms
     * @param values of how many
     * @param days how many days lie between one and the next
     */
    record Stray(double sd, int values, int days) {
        /** Of fewer values nobody can tell how far they stray: our rule of thumb, as for the prediction's record. */
        static final int FEWEST = 8;
    }

    /** A rule of thumb: how far places change by themselves, as a standard deviation of a logarithm. */
    double WANDER = 0.1;

    /** What that experiment could notice. */
    static Chance of(Experiment experiment, Known known) {
        Optional<Experiment.Design> design = experiment.design();
        Optional<Double> usual = experiment.figure(Field.USUAL);
        Optional<Double> hoped = experiment.figure(Field.HOPED);
        if (design.isEmpty()
                || usual.isEmpty()
                || hoped.isEmpty()
                || experiment.value(Field.WEEKS).isEmpty()) {
            return new Untold("experiment.chance.numbers");
        }
        int weeks = Integer.parseInt(experiment.value(Field.WEEKS));
        int places = Math.toIntExact(
                experiment.sites().stream().filter(each -> !each.isComparison()).count());
        int beside = experiment.sites().size() - places;
        if (places == 0) {
            return new Untold("experiment.chance.places");
        }
        if (!known.counted() && known.stray().isEmpty()) {
            return new Untold("experiment.chance.figures");
        }
        if (!known.counted() && periods(known, weeks) < 2) {
            return new Untold("experiment.chance.few");
        }
        return switch (design.get()) {
            case SPC, BEFORE_AFTER ->
                told(alone(known, usual.get(), weeks, places), known, places, 0, weeks, hoped.get());
            case DIFFERENCE ->
                beside == 0
                        ? new Untold("experiment.chance.beside")
                        : told(
                                compared(known, usual.get(), weeks, places, beside),
                                known,
                                places,
                                beside,
                                weeks,
                                hoped.get());
            case STEPPED -> stepped(experiment, known, weeks, usual.get(), hoped.get(), places, beside);
        };
    }

    private static Power alone(Known known, double usual, int weeks, int places) {
        double each = usual * weeks * places;
        return known.counted()
                ? Power.alone(each, each, places, WANDER)
                : Power.means(sd(known), periods(known, weeks) * places, periods(known, weeks) * places)
                        .wandering(places, 0, WANDER);
    }

    private static Power compared(Known known, double usual, int weeks, int places, int beside) {
        double each = usual * weeks;
        return known.counted()
                ? Power.differences(each * places, each * places, each * beside, each * beside, places, beside, WANDER)
                : Power.meansBeside(sd(known), places, beside, periods(known, weeks), periods(known, weeks))
                        .wandering(places, beside, WANDER);
    }

    private static double sd(Known known) {
        return known.stray().orElseThrow().sd();
    }

    /** How many values come in so many weeks, at one place. */
    private static int periods(Known known, int weeks) {
        return 7 * weeks / Math.max(1, known.stray().orElseThrow().days());
    }

    private static Chance stepped(
            Experiment experiment, Known known, int weeks, double usual, double hoped, int places, int beside) {
        List<LocalDate> days = experiment.sites().stream()
                .flatMap(each -> each.startsOn().stream())
                .sorted()
                .toList();
        // As long before the first place begins as between the first two, and a week at least.
        LocalDate first = days.getFirst();
        long ahead = days.stream()
                .filter(first::isBefore)
                .findFirst()
                .map(next -> Math.max(1, ChronoUnit.WEEKS.between(first, next)))
                .orElse(1L);
        List<Integer> starts = experiment.sites().stream()
                .map(site -> site.startsOn()
                        .map(day -> (int) Math.min(weeks, ahead + ChronoUnit.WEEKS.between(first, day)))
                        .orElse(weeks))
                .toList();
        if (weeks < 2 || starts.size() < 2) {
            return new Untold("experiment.chance.steps");
        }
        Wedge wedge = new Wedge(weeks, starts);
        // A week of values that come every few days is the mean of several; of one a month it is a quarter of one.
        double cell = known.counted() ? 1 / usual : sd(known) * sd(known) * weeks / periods(known, weeks);
        return wedge.tells()
                ? told(Power.wedge(wedge, cell, WANDER * WANDER), known, places, beside, weeks, hoped)
                : new Untold("experiment.chance.steps");
    }

    private static Chance told(Power power, Known known, int places, int beside, int weeks, double hoped) {
        Way way = hoped < 100 ? known.way() : Way.RISE;
        double effect = way == Way.FALL ? -Math.log1p(-hoped / 100) : Math.log1p(hoped / 100);
        int times = (int) Math.floor(100 * power.of(effect));
        double noticed = power.noticed(0.8);
        int smallest = (int) Math.ceil(100 * (way == Way.FALL ? -Math.expm1(-noticed) : Math.expm1(noticed)));
        int from = known.counted() ? 0 : known.stray().orElseThrow().values();
        return new Told(places, beside, weeks, way, (int) Math.round(hoped), times, smallest, from);
    }
}

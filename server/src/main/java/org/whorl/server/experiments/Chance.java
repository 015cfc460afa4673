package org.whorl.server.experiments;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.whorl.engine.evidence.Power;
import org.whorl.engine.evidence.Wedge;

/**
 * What an experiment could notice, said before it begins. Counts are taken to vary as chance alone lets them from week to week, and
 * places to change by themselves by about a tenth.
 */
public sealed interface Chance {

    /**
     * It can be said.
     *
     * @param places in how many places it begins
     * @param beside with how many it is compared
     * @param weeks for how many weeks
     * @param hoped the change that is hoped for, in 100
     * @param times in 100 such experiments, how often that would be noticed
     * @param smallest the change that would be noticed four times in five, in 100
     */
    record Told(int places, int beside, int weeks, int hoped, int times, int smallest) implements Chance {}

    /**
     * It cannot be said.
     *
     * @param sentence the name of the sentence that says why
     */
    record Untold(String sentence) implements Chance {}

    /** A rule of thumb: how far places change by themselves, as a standard deviation of a logarithm. */
    double WANDER = 0.1;

    /** What that experiment could notice. */
    static Chance of(Experiment experiment) {
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
        double each = usual.get() * weeks;
        return switch (design.get()) {
            case SPC, BEFORE_AFTER ->
                told(Power.beforeAndAfter(each * places, each * places), places, 0, weeks, hoped.get());
            case DIFFERENCE ->
                beside == 0
                        ? new Untold("experiment.chance.beside")
                        : told(
                                Power.differences(
                                        each * places,
                                        each * places,
                                        each * beside,
                                        each * beside,
                                        places,
                                        beside,
                                        WANDER),
                                places,
                                beside,
                                weeks,
                                hoped.get());
            case STEPPED -> stepped(experiment, weeks, usual.get(), hoped.get(), places, beside);
        };
    }

    private static Chance stepped(
            Experiment experiment, int weeks, double usual, double hoped, int places, int beside) {
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
        return wedge.tells()
                ? told(Power.wedge(wedge, 1 / usual, WANDER * WANDER), places, beside, weeks, hoped)
                : new Untold("experiment.chance.steps");
    }

    private static Chance told(Power power, int places, int beside, int weeks, double hoped) {
        double effect = hoped < 100 ? -Math.log1p(-hoped / 100) : Math.log1p(hoped / 100);
        int times = (int) Math.floor(100 * power.of(effect));
        int smallest = (int) Math.ceil(100 * -Math.expm1(-power.noticed(0.8)));
        return new Told(places, beside, weeks, (int) Math.round(hoped), times, smallest);
    }
}

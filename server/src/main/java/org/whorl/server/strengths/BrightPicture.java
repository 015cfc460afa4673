package org.whorl.server.strengths;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.spc.Funnel;
import org.whorl.server.trust.Disclosure;
import org.whorl.server.trust.Disclosure.Shown;

/**
 * Teams beside each other, as far as it helps to ask: those well beyond the others on the good side by name, all others by name
 * only, without a figure or a side. Where a team lies otherwise, its own members see alone.
 *
 * @param target the share of all teams together in the newest period
 * @param phi how many times as much as by chance they vary
 * @param tau2 the variance between teams that is always there
 * @param period the newest period
 * @param twice is there a period before it?
 * @param furthest how far the furthest on the good side lies, in errors of chance alone; empty for nobody
 * @param adjusted the same for that team, with room for what always makes teams differ
 * @param spots those well beyond the others
 * @param others everybody else
 * @param own the viewer's own teams
 * @param limits by size, as far as the largest team that is shown; none where none is
 */
public record BrightPicture(
        double target,
        double phi,
        double tau2,
        String period,
        boolean twice,
        OptionalDouble furthest,
        OptionalDouble adjusted,
        List<Spot> spots,
        List<String> others,
        List<Own> own,
        List<Limit> limits) {

    private static final int STEPS = 30;
    private static final double WIDER = 1.25;

    /** Keeps copies. */
    public BrightPicture {
        spots = List.copyOf(spots);
        others = List.copyOf(others);
        own = List.copyOf(own);
        limits = List.copyOf(limits);
    }

    /**
     * Within which shares teams of a size lie.
     *
     * @param size of how many
     * @param share the share of all together, with the limits
     */
    public record Limit(int size, Estimate share) {}

    /**
     * One that lies well beyond the others on the good side.
     *
     * @param team who
     * @param share its share with the interval that chance leaves; empty where too few people stand behind it
     * @param people how many stand behind it, rounded
     * @param why worth asking, or why not yet
     */
    public record Spot(String team, Optional<Estimate> share, Shown people, Funnel.Why why) {}

    /**
     * A team of the viewer's.
     *
     * @param team which
     * @param share as of a spot
     * @param people how many stand behind it, rounded
     * @param side whether it lies beyond the others, and where
     */
    public record Own(String team, Optional<Estimate> share, Shown people, Where side) {}

    /** Where a team lies. */
    public enum Where {
        GOOD,
        WITHIN,
        OTHER,
        NOT_NOW;

        /** As in message keys. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    static BrightPicture of(List<Funnel.Row> rows, boolean moreIsBetter, Set<String> teams) {
        Funnel funnel = Funnel.of(rows, moreIsBetter);
        int sign = moreIsBetter ? 1 : -1;
        List<Spot> spots = new ArrayList<>();
        List<String> others = new ArrayList<>();
        List<Own> own = new ArrayList<>();
        OptionalDouble furthest = OptionalDouble.empty();
        OptionalDouble adjusted = OptionalDouble.empty();
        boolean twice = rows.stream().map(Funnel.Row::period).distinct().count() > 1;
        for (Funnel.Unit unit : funnel.units()) {
            Optional<Estimate> share = share(rows, funnel.period(), unit);
            Where side = side(unit, sign);
            Shown people = people(rows, funnel.period(), unit);
            if (side == Where.GOOD) {
                spots.add(new Spot(unit.unit(), share, people, unit.why()));
            } else {
                others.add(unit.unit());
            }
            if (sign * unit.z() > furthest.orElse(0)) {
                furthest = OptionalDouble.of(sign * unit.z());
                adjusted = OptionalDouble.of(sign * unit.zAdjusted());
            }
            if (teams.contains(unit.unit())) {
                own.add(new Own(unit.unit(), share, people, side));
            }
        }
        return new BrightPicture(
                funnel.target(),
                funnel.phi(),
                funnel.tau2(),
                funnel.period(),
                twice,
                furthest,
                adjusted,
                spots,
                others,
                own,
                limits(funnel, spots, own));
    }

    /** Only as far as teams are shown: how large the others are is nobody's business here. */
    private static List<Limit> limits(Funnel funnel, List<Spot> spots, List<Own> own) {
        int most = Stream.concat(
                        spots.stream().filter(each -> each.share().isPresent()).map(Spot::people),
                        own.stream().filter(each -> each.share().isPresent()).map(Own::people))
                .flatMapToInt(people -> size(people).stream())
                .max()
                .orElse(0);
        return most == 0
                ? List.of()
                : IntStream.rangeClosed(1, STEPS)
                        .map(step -> (int) Math.ceil(most * WIDER * step / STEPS))
                        .mapToObj(size -> new Limit(size, funnel.limits(size)))
                        .toList();
    }

    /** How many stand behind a team, rounded as counts of services are. */
    private static Shown people(List<Funnel.Row> rows, String period, Funnel.Unit unit) {
        return rows.stream()
                .filter(row -> row.unit().equals(unit.unit()) && row.period().equals(period))
                .map(row -> Disclosure.SERVICES.show((int) Math.round(row.denominator())))
                .findFirst()
                .orElseGet(Shown.Hidden::new);
    }

    /** Where a mark stands along the axis; empty where it is not told. */
    static OptionalInt size(Shown people) {
        return people instanceof Shown.Count(int value) && value > 0 ? OptionalInt.of(value) : OptionalInt.empty();
    }

    /** The names of all, in the order of the data. */
    Collection<String> teams() {
        List<String> teams = new ArrayList<>(others);
        spots.forEach(spot -> teams.add(spot.team()));
        return teams;
    }

    private static Where side(Funnel.Unit unit, int sign) {
        if (Double.isNaN(unit.zAdjusted())) {
            return Where.NOT_NOW;
        }
        double beyond = sign * unit.zAdjusted();
        return beyond >= Funnel.BEYOND ? Where.GOOD : beyond <= -Funnel.BEYOND ? Where.OTHER : Where.WITHIN;
    }

    /** Neither those it went well for nor the others may be few. */
    private static Optional<Estimate> share(List<Funnel.Row> rows, String period, Funnel.Unit unit) {
        return rows.stream()
                .filter(row -> row.unit().equals(unit.unit()) && row.period().equals(period))
                .findFirst()
                .filter(row -> isShown(row.numerator()) && isShown(row.denominator() - row.numerator()))
                .map(_ -> unit.share());
    }

    private static boolean isShown(double number) {
        return Disclosure.SERVICES.show((int) Math.ceil(number)) instanceof Shown.Count;
    }
}

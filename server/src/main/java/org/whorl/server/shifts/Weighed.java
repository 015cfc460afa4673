package org.whorl.server.shifts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.whorl.engine.allocation.Atkinson;

/**
 * Two proposals beside each other when a gain for those worse off counts more.
 *
 * @param aversion how much the group dislikes inequality
 * @param rows for each fifth its weight and what each proposal brings it
 * @param equivalent the health that, if all had it alike, would be as good
 * @param one all that this proposal brings, each fifth weighed
 * @param other the same of the other; empty where none was chosen
 * @param flip the aversion at which the other one becomes the better; empty where it never does
 */
public record Weighed(
        double aversion, List<Row> rows, double equivalent, double one, Optional<Double> other, Optional<Double> flip) {

    /**
     * One fifth.
     *
     * @param name which
     * @param weight what one person's gain counts for
     * @param one people fewer in the count by this proposal
     * @param other by the other; empty where none was chosen
     */
    public record Row(String name, double weight, double one, Optional<Double> other) {}

    /** Keeps a copy. */
    public Weighed {
        rows = List.copyOf(rows);
    }

    static Weighed of(double[] health, double aversion, Fair one, Optional<Fair> other) {
        Atkinson atkinson = Atkinson.ofEqualGroups(health);
        double[] weights = atkinson.weights(aversion);
        double[] gains = gains(one);
        List<Row> rows = new ArrayList<>();
        for (int g = 0; g < weights.length; g++) {
            int at = g;
            rows.add(new Row(
                    one.groups().get(g).name(),
                    weights[g],
                    gains[g],
                    other.map(fair -> fair.gains().get(at))));
        }
        OptionalDouble flip =
                other.isEmpty() ? OptionalDouble.empty() : atkinson.flip(gains, gains(other.orElseThrow()));
        return new Weighed(
                aversion,
                rows,
                atkinson.equallyDistributedEquivalent(aversion),
                atkinson.weighted(gains, aversion),
                other.map(fair -> atkinson.weighted(gains(fair), aversion)),
                flip.isPresent() ? Optional.of(flip.getAsDouble()) : Optional.empty());
    }

    private static double[] gains(Fair fair) {
        return fair.gains().stream().mapToDouble(Double::doubleValue).toArray();
    }
}

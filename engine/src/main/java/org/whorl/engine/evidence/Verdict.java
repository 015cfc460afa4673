package org.whorl.engine.evidence;

import java.time.LocalDate;
import org.whorl.engine.evidence.Effect.Good;
import org.whorl.engine.evidence.Finding.Found;
import org.whorl.engine.evidence.Finding.Unknown;

/** What an experiment came to. It says no more than the figures do: an interval that holds "no effect" is not conclusive. */
public sealed interface Verdict {

    /** The whole interval lies on the side people want. */
    record Better(Found found) implements Verdict {}

    /** The whole interval lies on the other side. */
    record Worse(Found found) implements Verdict {}

    /** Different beyond chance, and nobody said which way is good. */
    record Different(Found found) implements Verdict {}

    /** Not conclusive: the interval holds "no effect". That is not the same as no effect. */
    record NotConclusive(Found found) implements Verdict {}

    /**
     * Its day has not come.
     *
     * @param ready the first day on which it may be asked
     */
    record TooEarly(LocalDate ready) implements Verdict {}

    /**
     * The figures cannot say.
     *
     * @param why why not
     */
    record CannotTell(Finding.Why why) implements Verdict {}

    /** What a finding comes to. */
    static Verdict of(Finding finding, Good good) {
        return switch (finding) {
            case Unknown unknown -> new CannotTell(unknown.why());
            case Found found when found.holdsNone() -> new NotConclusive(found);
            case Found found when good == Good.NEITHER -> new Different(found);
            case Found found -> (found.estimate() < 0) == (good == Good.LESS) ? new Better(found) : new Worse(found);
        };
    }

    /**
     * How often at least one of so many looks at growing figures would show something where there is nothing, each at 5 per
     * cent: Armitage, McPherson and Rowe, Journal of the Royal Statistical Society A 132 (1969), table 2, straight between its
     * rows.
     *
     * @param looks 1 or more
     */
    static double falseAlarm(int looks) {
        int[] times = {1, 2, 3, 4, 5, 10, 20, 50};
        double[] chance = {0.05, 0.083, 0.107, 0.126, 0.142, 0.193, 0.248, 0.320};
        for (int i = 1; i < times.length; i++) {
            if (looks <= times[i]) {
                double along = (looks - times[i - 1]) / (double) (times[i] - times[i - 1]);
                return chance[i - 1] + Math.max(0, along) * (chance[i] - chance[i - 1]);
            }
        }
        return chance[chance.length - 1];
    }
}

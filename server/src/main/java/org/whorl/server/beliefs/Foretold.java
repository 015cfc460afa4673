package org.whorl.server.beliefs;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Estimate.Kind;
import org.whorl.engine.evidence.Belief;
import org.whorl.server.experiments.Experiment;
import org.whorl.server.experiments.Prediction;

/**
 * What was expected of an experiment beside what came.
 *
 * @param experiment which one
 * @param title what it is called
 * @param language of its title
 * @param prediction what was expected
 * @param came what came; none where nobody has said yet
 * @param endedOn when it was over
 * @param late was it written when it had begun?
 * @param early was it over before the day that was expected for?
 */
public record Foretold(
        UUID experiment,
        String title,
        String language,
        Prediction prediction,
        Optional<Double> came,
        Optional<LocalDate> endedOn,
        boolean late,
        boolean early) {

    /** Fewer than this and nobody can tell how good people are at it: our rule of thumb. */
    public static final int FEWEST = 8;

    /** Whether it came as expected. */
    public enum Hit {
        INSIDE,
        OUTSIDE,
        /** A number without an interval cannot be hit: only missed by more or less. */
        NO_INTERVAL,
        /** It was over before its day: nobody can tell. */
        EARLY,
        /** It was written when it had begun: then it was not foretold. */
        LATE,
        /** Nobody has said what came. */
        OPEN;

        /** As in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Optional<Foretold> of(Experiment experiment) {
        boolean begun = experiment.startedOn().isPresent();
        return experiment
                .prediction()
                .filter(_ -> begun)
                .map(prediction -> new Foretold(
                        experiment.id(),
                        experiment.title(),
                        experiment.language(),
                        prediction,
                        experiment.came(),
                        experiment.endedOn(),
                        experiment.isForetoldLate(),
                        experiment.isEarly()));
    }

    /** Whether it came as expected. */
    public Hit hit() {
        if (early) {
            return Hit.EARLY;
        }
        if (late) {
            return Hit.LATE;
        }
        if (came.isEmpty()) {
            return Hit.OPEN;
        }
        if (prediction.low().isEmpty() || prediction.high().isEmpty()) {
            return Hit.NO_INTERVAL;
        }
        return came.get() >= prediction.low().get()
                        && came.get() <= prediction.high().get()
                ? Hit.INSIDE
                : Hit.OUTSIDE;
    }

    /** Is it over, and nobody said what came? */
    public boolean isUnanswered() {
        return hit() == Hit.OPEN && endedOn.isPresent();
    }

    /** What share of all with an interval came inside, with its own 95 per cent interval (Jeffreys); none of too few. */
    static Optional<Estimate> share(List<Foretold> all) {
        long inside = all.stream().filter(each -> each.hit() == Hit.INSIDE).count();
        long tellable =
                inside + all.stream().filter(each -> each.hit() == Hit.OUTSIDE).count();
        if (tellable < FEWEST) {
            return Optional.empty();
        }
        Belief belief = new Belief.Share(inside + 0.5, tellable - inside + 0.5);
        return Optional.of(new Estimate(inside / (double) tellable, belief.low(), belief.high(), 0.95, Kind.PARAMETER));
    }
}

package org.whorl.optimise;

import org.whorl.optimise.Problem.Choice;

/** What a search makes as large as it can. */
sealed interface Aim {

    /** The gain in the mean of the draws. */
    record Mean() implements Aim {}

    /** The gain in one draw. */
    record Draw(int which) implements Aim {}

    /** The mean of the worst tenth of the draws. */
    record Cautious() implements Aim {}

    /** The places of one service, or how few they are. */
    record Extreme(int service, boolean most) implements Aim {}

    /** What a choice of levels comes to, exactly. */
    default double of(Problem problem, int[] levels) {
        return switch (this) {
            case Mean _ -> problem.mean(levels);
            case Draw(int which) -> problem.gains(levels)[which];
            case Cautious _ -> Tail.mean(problem.gains(levels));
            case Extreme(int service, boolean most) ->
                (most ? 1 : -1) * problem.choices().get(service).places()[levels[service]];
        };
    }

    /** What one level of one service adds, where the aim is a sum over services. */
    default double weight(Problem problem, int service, int level) {
        Choice choice = problem.choices().get(service);
        return switch (this) {
            case Mean _ -> choice.mean(level);
            case Draw(int which) -> choice.gain()[level][which];
            case Cautious _ -> 0;
            case Extreme(int which, boolean most) -> which == service ? (most ? 1 : -1) * choice.places()[level] : 0;
        };
    }
}

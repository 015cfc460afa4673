package org.whorl.engine.voices;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How a spiral grows, turn by turn (method 2.8). More is not better: relationships take time, and a turn that more than
 * trebles the people asks for a check.
 *
 * @param turn its number, from 1
 * @param radius how many different people have taken part so far
 * @param joined how many of them were new
 * @param growth the radius, over that of the turn before; NaN in the first turn
 * @param retention of those who took part in the turn before, the share who did so again; NaN in the first turn
 * @param pitch days of this turn
 * @param depth contributions that changed something
 * @param tooFast whether to check that relationships keep pace
 */
public record Growth(
        int turn, int radius, int joined, double growth, double retention, double pitch, int depth, boolean tooFast) {

    /** More than this many times as many people in one turn is too fast until somebody has looked. */
    public static final double FASTEST = 3;

    /**
     * A turn of the spiral.
     *
     * @param people who took part
     * @param days how long it lasted
     * @param changed how many contributions changed something
     */
    public record Turn(Set<String> people, double days, int changed) {
        public Turn {
            people = Set.copyOf(people);
        }
    }

    /** Each turn, beside those before it. */
    public static List<Growth> of(List<Turn> turns) {
        List<Growth> grown = new ArrayList<>();
        Set<String> ever = new HashSet<>();
        Set<String> before = Set.of();
        for (int n = 0; n < turns.size(); n++) {
            Turn turn = turns.get(n);
            int was = ever.size();
            ever.addAll(turn.people);
            double growth = was == 0 ? Double.NaN : ever.size() / (double) was;
            double again = before.stream().filter(turn.people::contains).count();
            grown.add(new Growth(
                    n + 1,
                    ever.size(),
                    ever.size() - was,
                    growth,
                    before.isEmpty() ? Double.NaN : again / before.size(),
                    turn.days,
                    turn.changed,
                    growth > FASTEST));
            before = turn.people;
        }
        return List.copyOf(grown);
    }
}

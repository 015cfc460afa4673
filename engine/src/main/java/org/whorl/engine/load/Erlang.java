package org.whorl.engine.load;

import org.whorl.engine.random.IncompleteGamma;

/**
 * Erlang's two formulas, for any number of places: places need not be whole (half a place is a place open half the time)
 * and a million of them take no longer than ten.
 *
 * <p>The load is arrivals a day x mean stay in days: how many places would be in use if there were always one free.
 */
final class Erlang {

    private Erlang() {}

    /**
     * Erlang B: the share of people who find every place taken when nobody can wait. (a^c / c!) / sum over k &lt;= c of
     * (a^k / k!), which is the hazard of a gamma variable of shape c + 1 at a.
     *
     * @param places 0 or more
     * @param load 0 or more
     */
    public static double lost(double places, double load) {
        check(places, load);
        if (load == 0) {
            return places == 0 ? 1 : 0;
        }
        return IncompleteGamma.hazard(places + 1, load);
    }

    /**
     * Erlang C: the share of people who must wait when everybody does. B / (1 - rho (1 - B)), rho = load / places.
     *
     * @return 1 when the load fills or exceeds the places
     */
    public static double delayed(double places, double load) {
        check(places, load);
        if (load >= places) {
            return 1;
        }
        double b = lost(places, load);
        return b / (1 - load / places * (1 - b));
    }

    private static void check(double places, double load) {
        if (!(places >= 0) || !(load >= 0)) {
            throw new IllegalArgumentException(
                    "Places and load are 0 or more, not places=%s, load=%s".formatted(places, load));
        }
    }
}

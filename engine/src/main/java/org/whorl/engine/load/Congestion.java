package org.whorl.engine.load;

/**
 * How many people wait, in the long run, for a service with a fixed number of places. All of it holds for a load below
 * the places only; above there is no long run, and these functions say infinity.
 *
 * <p>Sources: Erlang (exponential stays, exact); Cosmetatos (constant stays); Kimura (any stay by its squared coefficient
 * of variation cs2, within 1 to 5 per cent of simulation); Allen and Cunneen (any stay, any arrivals, rougher).
 */
final class Congestion {

    private Congestion() {}

    /** Mean number waiting when stays are exponential: C rho / (1 - rho), exact. */
    public static double exponential(double places, double load) {
        if (load >= places) {
            return load == 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        double rho = load / places;
        return Erlang.delayed(places, load) * rho / (1 - rho);
    }

    /** Cosmetatos: the queue with constant stays over the queue with exponential ones. */
    public static double constantStayFactor(double places, double load) {
        double rho = load / places;
        return (1 + (1 - rho) * (places - 1) * (Math.sqrt(4 + 5 * places) - 2) / (16 * rho * places)) / 2;
    }

    /**
     * Kimura: the queue with any stay over the queue with exponential ones, a harmonic mean of the two known cases:
     * (1 + cs2) / ((1 - cs2) / constantStayFactor + 2 cs2). Where that mean has no positive denominator (Cosmetatos's
     * factor, never below a half, cannot bring it there) the answer is Allen and Cunneen's.
     */
    public static double kimuraFactor(double cs2, double constantStayFactor) {
        double denominator = (1 - cs2) / constantStayFactor + 2 * cs2;
        return denominator > 0 ? (1 + cs2) / denominator : allenCunneenFactor(1, cs2);
    }

    /** Allen and Cunneen: (ca2 + cs2) / 2, the queue over the one with Poisson arrivals and exponential stays. */
    public static double allenCunneenFactor(double ca2, double cs2) {
        return (ca2 + cs2) / 2;
    }

    /**
     * Mean number waiting with Poisson arrivals and any stay (Kimura).
     *
     * @param cs2 variance of the stay / its mean squared
     */
    public static double queue(double places, double load, double cs2) {
        double exponential = exponential(places, load);
        if (exponential == 0 || Double.isInfinite(exponential)) {
            return exponential;
        }
        return exponential * factor(places, load, cs2);
    }

    /** One place is Pollaczek and Khinchine's case, where (1 + cs2) / 2 is exact; below one place nothing better is known. */
    static double factor(double places, double load, double cs2) {
        return places <= 1 ? allenCunneenFactor(1, cs2) : kimuraFactor(cs2, constantStayFactor(places, load));
    }

    /**
     * The time, in mean stays, a queue needs to forget where it began: (ca2 + cs2) / (2 c (1 - sqrt(rho))^2). Averages
     * over less than about twice this are averages of a beginning.
     */
    public static double relaxation(double places, double load, double ca2, double cs2) {
        double gap = 1 - Math.sqrt(load / places);
        return gap <= 0 ? Double.POSITIVE_INFINITY : (ca2 + cs2) / (2 * places * gap * gap);
    }
}

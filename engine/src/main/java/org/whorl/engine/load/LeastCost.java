package org.whorl.engine.load;

/**
 * How many places cost least when waiting costs too: places x h + people waiting x k. More places always mean fewer
 * waiting, by less and less, so the least lies where one more place no longer saves its own cost. It is hardly ever
 * where nobody waits.
 *
 * @param load arrivals a day x mean stay
 * @param cs2 squared coefficient of variation of the stay
 * @param variability the queue over that of Poisson arrivals, 1 for Poisson
 * @param placeCost h, pounds a day for a staffed place
 * @param waitCost k, pounds a day for a person who waits
 */
record LeastCost(double load, double cs2, double variability, double placeCost, double waitCost) {

    /** Pounds a day with so many places; infinite where they are too few. */
    public double cost(double places) {
        double queue = queue(places);
        return places * placeCost + (queue == 0 ? 0 : queue * waitCost);
    }

    /** Mean number waiting with so many places. */
    public double queue(double places) {
        return variability * Congestion.queue(places, load, cs2);
    }

    /** The whole number of places that costs least. */
    public double places() {
        if (load <= 0) {
            return 0;
        }
        double low = Math.floor(load) + 1;
        double high = low + 1 + Math.ceil(10 * Math.sqrt(load));
        while (worthOneMore(high)) {
            high *= 2;
        }
        while (low < high) {
            double middle = Math.floor((low + high) / 2);
            if (worthOneMore(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean worthOneMore(double places) {
        return (queue(places) - queue(places + 1)) * waitCost > placeCost;
    }
}

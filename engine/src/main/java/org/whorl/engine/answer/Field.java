package org.whorl.engine.answer;

/** Every figure that is reported, with its name in JSON and CSV and its unit. */
public enum Field {
    WAITING("waiting", "people"),
    OUTSIDE("outside", "people"),
    WAIT("wait", "days"),
    WAIT_P95("wait-p95", "days"),
    WAIT_P95_POOLED("wait-p95-pooled", "days"),
    DELAYED_SHARE("delayed-share", "share"),
    /** Of a service whose queue has a target: the share of starts that waited longer. */
    LATE_SHARE("late-share", "share"),
    IN_PLACE("in-place", "people"),
    BLOCKED("blocked", "people"),
    OCCUPANCY("occupancy", "share"),
    STARTS("starts", "people a day"),
    LOST("lost", "people a day"),
    LEFT("left", "people a day"),
    MOVED("moved", "people a day"),
    OFFERED_LOAD("offered-load", "places"),
    LEAST_COST_PLACES("least-cost-places", "places"),
    DELAY_TARGET_PLACES("delay-target-places", "places"),
    MEAN("mean", "people"),
    /** Of a measure: half of all replications have a mean below it. */
    MEDIAN("median", "people"),
    /** Of a measure: 95 in 100 replications have a mean below it. */
    P95("p95", "people"),
    P_CRISIS("p-crisis", "share"),
    CASH("cash", "pounds"),
    CASH_WHEN_STEPS_CLOSE("cash-when-steps-close", "pounds"),
    CAPACITY("capacity", "pounds"),
    /**
     * Of a difference: the share of draws of the model's numbers in which cash is higher than in the model as it stands; of
     * the simulation, the share of replications.
     */
    P_MORE_CASH("p-more-cash", "share"),
    CARERS_HOURS("carers-hours", "hours");

    private final String word;
    private final String unit;

    Field(String word, String unit) {
        this.word = word;
        this.unit = unit;
    }

    /** The name in JSON, CSV and reports. */
    public String word() {
        return word;
    }

    /** The unit, in English. */
    public String unit() {
        return unit;
    }
}

package org.whorl.server.shifts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import org.whorl.engine.model.Agreements;
import org.whorl.engine.model.Limits;
import org.whorl.engine.model.Model;

/**
 * A search for plans, as a job keeps it: the model's own limits, with some of them put otherwise for this once.
 *
 * @param model of which model
 * @param version of which version
 * @param budgets by partner, pounds it may put in beyond today
 * @param worse by partner, pounds by which it may end worse off
 * @param least by service, never fewer places than these
 * @param draws how often the numbers are drawn
 */
record PlansAsked(
        UUID model,
        int version,
        Map<String, Double> budgets,
        Map<String, Double> worse,
        Map<String, Double> least,
        int draws) {

    /** The kind of its job. */
    static final String KIND = "plans";

    PlansAsked {
        budgets = new LinkedHashMap<>(budgets);
        worse = new LinkedHashMap<>(worse);
        least = new LinkedHashMap<>(least);
    }

    /** The model with these limits. */
    Model limited(Model of) {
        Agreements agreed = of.agreements();
        Limits limits = agreed.limits();
        return new Model(
                of.name(),
                of.time(),
                of.money(),
                of.partners(),
                of.exits(),
                of.arrivals(),
                of.services(),
                of.opening(),
                of.scenarios(),
                of.measures(),
                of.observed(),
                new Agreements(
                        agreed.contracts(),
                        agreed.pools(),
                        agreed.grants(),
                        agreed.settings(),
                        new Limits(
                                limits.aim(),
                                limits.choices().stream()
                                        .map(choice -> new Limits.Choice(
                                                choice.service(),
                                                choice.fewer(),
                                                choice.more(),
                                                least.getOrDefault(choice.service(), choice.least()),
                                                choice.staff()))
                                        .toList(),
                                with(limits.budgets(), budgets),
                                with(limits.worse(), worse),
                                limits.staff(),
                                limits.overload(),
                                limits.transfers())),
                of.population(),
                of.drivers(),
                of.needs(),
                of.programmes());
    }

    private static SequencedMap<String, Double> with(Map<String, Double> agreed, Map<String, Double> put) {
        SequencedMap<String, Double> all = new LinkedHashMap<>(agreed);
        all.putAll(put);
        return all;
    }
}

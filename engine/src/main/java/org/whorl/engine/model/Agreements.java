package org.whorl.engine.model;

import java.util.ArrayList;
import java.util.List;

/**
 * What the partners have agreed about money: who pays whom beside the cost of services, who shares what, what comes from
 * outside, and what a better plan must keep.
 *
 * @param contracts payments to whoever owns a service
 * @param pools services whose cost is shared by agreement
 * @param grants money from outside the partnership, for some services
 * @param settings which services count as prevention, community or acute
 * @param limits what a better plan must keep
 */
public record Agreements(
        List<Contract> contracts, List<Pool> pools, List<Grant> grants, List<Placed> settings, Limits limits) {

    /** Nothing is agreed: whoever owns or funds a service pays for it. */
    public static final Agreements NONE = new Agreements(List.of(), List.of(), List.of(), List.of(), Limits.NONE);

    public Agreements {
        contracts = List.copyOf(contracts);
        pools = List.copyOf(pools);
        grants = List.copyOf(grants);
        settings = List.copyOf(settings);
    }

    /**
     * Which setting a service counts in.
     *
     * @param service its id
     * @param setting where on the way from prevention to hospital it stands
     */
    public record Placed(String service, Setting setting) {}

    Agreements map(ParameterMap map) {
        List<Contract> mappedContracts = new ArrayList<>();
        contracts.forEach(c -> mappedContracts.add(c.map("agreements.contracts." + c.id(), map)));
        List<Pool> mappedPools = new ArrayList<>();
        pools.forEach(p -> mappedPools.add(p.map("agreements.pools." + p.id(), map)));
        List<Grant> mappedGrants = new ArrayList<>();
        grants.forEach(g -> mappedGrants.add(g.map("agreements.grants." + g.id(), map)));
        return new Agreements(mappedContracts, mappedPools, mappedGrants, settings, limits);
    }
}

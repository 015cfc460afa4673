package org.whorl.engine.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether agreements name partners and services there are, and can all be kept at once. */
final class CheckAgreements {
    private final Model model;
    private final Agreements agreements;
    private final Problems problems;
    private final List<String> services;
    private final List<String> partners;

    CheckAgreements(Model model, Problems problems) {
        this.model = model;
        this.problems = problems;
        agreements = model.agreements();
        services = Check.ids(model);
        partners = model.partners().stream().map(Partner::id).toList();
    }

    void agreements() {
        ids();
        agreements.contracts().forEach(this::contract);
        Map<String, String> pooled = new HashMap<>();
        agreements.pools().forEach(pool -> pool(pool, pooled));
        for (Grant grant : agreements.grants()) {
            services("agreements.grants." + grant.id() + ".services", grant.services());
        }
        Set<String> placed = new HashSet<>();
        for (Agreements.Placed one : agreements.settings()) {
            String path = "agreements.settings." + one.setting().word();
            if (problems.known(path, "service", one.service(), services) && !placed.add(one.service())) {
                problems.add(path, "%s stands in two settings".formatted(one.service()), "keep one");
            }
        }
        limits(agreements.limits());
    }

    /** One name is one agreement, of whatever kind: the accounts have a line for each. */
    private void ids() {
        List<String> all = new ArrayList<>();
        agreements.contracts().forEach(c -> all.add(c.id()));
        agreements.pools().forEach(p -> all.add(p.id()));
        agreements.grants().forEach(g -> all.add(g.id()));
        problems.ids("agreements", all);
    }

    private void contract(Contract contract) {
        String path = "agreements.contracts." + contract.id();
        problems.known(path + ".from", "partner", contract.from(), partners);
        if (problems.known(path + ".service", "service", contract.service(), services)) {
            Service service = model.findService(contract.service()).orElseThrow();
            if (service.partner().equals(contract.from())) {
                problems.add(
                        path + ".from",
                        "%s owns %s itself".formatted(contract.from(), contract.service()),
                        "name the partner who pays its owner");
            }
            if (contract.terms() instanceof Contract.Terms.Activity(Parameter _, Contract.Unit unit)
                    && unit == Contract.Unit.VISIT
                    && !service.capacity().countsVisits()) {
                problems.add(
                        path + ".per",
                        "%s does not count visits".formatted(contract.service()),
                        "write per: start or per: used-day");
            }
        }
    }

    private void pool(Pool pool, Map<String, String> pooled) {
        String path = "agreements.pools." + pool.id();
        services(path + ".services", pool.services());
        for (String service : pool.services()) {
            String other = pooled.putIfAbsent(service, pool.id());
            if (other != null) {
                problems.add(
                        path + ".services",
                        "%s is in the pool %s too".formatted(service, other),
                        "a service can be in one pool");
            }
        }
        double sum = 0;
        for (Map.Entry<String, Parameter> share : pool.shares().entrySet()) {
            problems.known(path + ".shares." + share.getKey(), "partner", share.getKey(), partners);
            sum += share.getValue().value();
        }
        if (Double.isFinite(sum)) {
            problems.addToOne(path + ".shares", "the shares", sum);
        }
        for (String who : pool.puts().keySet()) {
            if (!pool.shares().containsKey(who)) {
                problems.add(
                        path + ".puts." + who,
                        "%s has no share of the pool".formatted(who),
                        "write its share too; 0 if it carries no risk");
            }
        }
    }

    private void services(String path, List<String> named) {
        if (named.isEmpty()) {
            problems.add(path, "there is no service", "name at least one");
        }
        Set<String> seen = new HashSet<>();
        for (String service : named) {
            if (problems.known(path, "service", service, services) && !seen.add(service)) {
                problems.add(path, "%s is named twice".formatted(service), "keep one");
            }
        }
    }

    private void limits(Limits limits) {
        String path = "agreements.limits";
        List<String> measures = model.measures().stream().map(Measure::id).toList();
        limits.aim().forEach((measure, weight) -> {
            problems.known(path + ".aim." + measure, "measure", measure, measures);
            notNegative(path + ".aim." + measure, weight);
        });
        for (Limits.Choice choice : limits.choices()) {
            choice(path + ".services." + choice.service(), choice);
        }
        pounds(path + ".budgets", limits.budgets());
        pounds(path + ".worse", limits.worse());
        pounds(path + ".staff", limits.staff());
        if (!Domain.SHARE.holds(limits.overload())) {
            problems.add(
                    path + ".overload",
                    CheckNumbers.outside(Domain.SHARE, limits.overload()),
                    "write " + Domain.SHARE.words());
        }
    }

    private void choice(String path, Limits.Choice choice) {
        notNegative(path + ".fewer", choice.fewer());
        notNegative(path + ".more", choice.more());
        notNegative(path + ".least", choice.least());
        notNegative(path + ".staff", choice.staff());
        if (!problems.known(path, "service", choice.service(), services)) {
            return;
        }
        Capacity capacity = model.findService(choice.service()).orElseThrow().capacity();
        if (capacity.isUnlimited()) {
            problems.add(
                    path, "%s has no limit to change".formatted(choice.service()), "name a service with a capacity");
        }
    }

    private void pounds(String path, Map<String, Double> byPartner) {
        byPartner.forEach((who, pounds) -> {
            problems.known(path + "." + who, "partner", who, partners);
            notNegative(path + "." + who, pounds);
        });
    }

    private void notNegative(String path, double value) {
        if (!Domain.NOT_NEGATIVE.holds(value)) {
            problems.add(path, CheckNumbers.outside(Domain.NOT_NEGATIVE, value), "write a number from 0 up");
        }
    }
}

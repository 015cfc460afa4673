package org.whorl.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.whorl.engine.model.Agreements;
import org.whorl.engine.model.Contract;
import org.whorl.engine.model.Contract.Terms;
import org.whorl.engine.model.Grant;
import org.whorl.engine.model.Limits;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Pool;
import org.whorl.engine.model.Setting;

/** Writes what the partners have agreed about money. */
final class AgreementsWriter {
    private final NumberWriter numbers;

    AgreementsWriter(NumberWriter numbers) {
        this.numbers = numbers;
    }

    void write(Agreements agreements, Yaml yaml) throws IOException {
        if (agreements.equals(Agreements.NONE)) {
            return;
        }
        yaml.open(0, "agreements", true);
        yaml.open(1, "contracts", !agreements.contracts().isEmpty());
        for (Contract contract : agreements.contracts()) {
            yaml.line(2, contract.id(), Yaml.flow(contract(contract)));
        }
        yaml.open(1, "pools", !agreements.pools().isEmpty());
        for (Pool pool : agreements.pools()) {
            SequencedMap<String, String> fields = ModelWriter.named(pool.id(), pool.name());
            fields.put("services", list(pool.services()));
            fields.put("shares", amounts(pool.shares()));
            if (!pool.puts().isEmpty()) {
                fields.put("puts", amounts(pool.puts()));
            }
            yaml.line(2, pool.id(), Yaml.flow(fields));
        }
        yaml.open(1, "grants", !agreements.grants().isEmpty());
        for (Grant grant : agreements.grants()) {
            SequencedMap<String, String> fields = ModelWriter.named(grant.id(), grant.name());
            fields.put("services", list(grant.services()));
            fields.put("pounds", numbers.of(grant.pounds()));
            yaml.line(2, grant.id(), Yaml.flow(fields));
        }
        yaml.open(1, "settings", !agreements.settings().isEmpty());
        for (Setting setting : Setting.values()) {
            List<String> here = agreements.settings().stream()
                    .filter(placed -> placed.setting() == setting)
                    .map(Agreements.Placed::service)
                    .toList();
            if (!here.isEmpty()) {
                yaml.line(2, setting.word(), list(here));
            }
        }
        limits(agreements.limits(), yaml);
    }

    private SequencedMap<String, String> contract(Contract contract) throws IOException {
        SequencedMap<String, String> fields = ModelWriter.named(contract.id(), contract.name());
        fields.put("service", Yaml.text(contract.service()));
        fields.put("from", Yaml.text(contract.from()));
        switch (contract.terms()) {
            case Terms.Block(Parameter pounds) -> fields.put("block", numbers.of(pounds));
            case Terms.Activity(Parameter price, Contract.Unit unit) -> {
                fields.put("price", numbers.of(price));
                fields.put("per", unit.word());
            }
        }
        return fields;
    }

    private static void limits(Limits limits, Yaml yaml) {
        if (limits.equals(Limits.NONE)) {
            return;
        }
        yaml.open(1, "limits", true);
        bare("aim", limits.aim(), yaml);
        yaml.open(2, "services", !limits.choices().isEmpty());
        for (Limits.Choice choice : limits.choices()) {
            SequencedMap<String, String> fields = new LinkedHashMap<>();
            above0(fields, "fewer", choice.fewer());
            above0(fields, "more", choice.more());
            above0(fields, "least", choice.least());
            above0(fields, "staff", choice.staff());
            yaml.line(3, choice.service(), Yaml.flow(fields));
        }
        bare("budgets", limits.budgets(), yaml);
        bare("worse", limits.worse(), yaml);
        bare("staff", limits.staff(), yaml);
        if (Double.compare(limits.overload(), Limits.USUAL_OVERLOAD) != 0) {
            yaml.line(2, "overload", Words.of(limits.overload()));
        }
        if (!limits.transfers()) {
            yaml.line(2, "transfers", "none");
        }
    }

    private static void above0(Map<String, String> fields, String key, double value) {
        if (Double.compare(value, 0) != 0) {
            fields.put(key, Words.of(value));
        }
    }

    private static void bare(String key, Map<String, Double> amounts, Yaml yaml) {
        if (!amounts.isEmpty()) {
            SequencedMap<String, String> fields = new LinkedHashMap<>();
            amounts.forEach((id, amount) -> fields.put(id, Words.of(amount)));
            yaml.line(2, key, Yaml.flow(fields));
        }
    }

    private static String list(List<String> ids) {
        List<String> texts = new ArrayList<>();
        ids.forEach(id -> texts.add(Yaml.text(id)));
        return Yaml.list(texts);
    }

    private String amounts(Map<String, Parameter> amounts) throws IOException {
        SequencedMap<String, String> fields = new LinkedHashMap<>();
        for (Map.Entry<String, Parameter> amount : amounts.entrySet()) {
            fields.put(amount.getKey(), numbers.of(amount.getValue()));
        }
        return Yaml.flow(fields);
    }
}

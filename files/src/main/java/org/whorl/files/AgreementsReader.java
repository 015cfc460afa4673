package org.whorl.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Agreements;
import org.whorl.engine.model.Contract;
import org.whorl.engine.model.Grant;
import org.whorl.engine.model.Limits;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Pool;
import org.whorl.engine.model.Provenance;
import org.whorl.engine.model.Setting;

/** Reads what the partners have agreed about money. */
final class AgreementsReader {
    static final SequencedMap<String, Boolean> TRANSFERS = new LinkedHashMap<>();
    private static final SequencedMap<String, Contract.Unit> UNITS = new LinkedHashMap<>();

    static {
        TRANSFERS.put("allowed", true);
        TRANSFERS.put("none", false);
        for (Contract.Unit unit : Contract.Unit.values()) {
            UNITS.put(unit.word(), unit);
        }
    }

    private static final String POUNDS = "a number of pounds such as 250000";

    private final Reading reading;
    private final Numbers numbers;

    AgreementsReader(Reading reading) {
        this.reading = reading;
        this.numbers = new Numbers(reading);
    }

    Agreements read(@Nullable Written written) {
        if (written == null) {
            return Agreements.NONE;
        }
        Fields fields = Fields.of(
                reading,
                written,
                "agreements",
                "write contracts:, pools:, grants:, settings: or limits:",
                List.of("contracts", "pools", "grants", "settings", "limits"));
        return new Agreements(
                List.copyOf(reading.named(
                                fields.find("contracts"),
                                fields.at("contracts"),
                                "write d2a-block: {service: d2a, from: council, block: 250000}",
                                this::contract)
                        .values()),
                List.copyOf(reading.named(
                                fields.find("pools"),
                                fields.at("pools"),
                                "write home-first: {services: [d2a], shares: {health-board: 0.5, council: 0.5}}",
                                this::pool)
                        .values()),
                List.copyOf(reading.named(
                                fields.find("grants"),
                                fields.at("grants"),
                                "write fund: {services: [d2a], pounds: 100000}",
                                this::grant)
                        .values()),
                settings(fields.find("settings")),
                limits(fields.find("limits")));
    }

    private Contract contract(Written written, String path) {
        String id = last(path);
        Fields fields = Fields.of(
                reading,
                written,
                path,
                "write {service: d2a, from: council, block: 250000}",
                List.of("name", "service", "from", "block", "price", "per"));
        return new Contract(
                id,
                ModelReader.name(reading, fields, id),
                reading.text(
                        fields.need("service", "write the service it is for"),
                        fields.at("service"),
                        "write the service it is for"),
                reading.text(
                        fields.need("from", "write the partner who pays"),
                        fields.at("from"),
                        "write the partner who pays"),
                terms(fields));
    }

    private Contract.Terms terms(Fields fields) {
        if (fields.has("block")) {
            fields.only("block", List.of("name", "service", "from", "block"));
            return new Contract.Terms.Block(pounds(fields, "block", "a number of pounds a year such as 250000"));
        }
        if (!fields.has("price")) {
            fields.need("block", "write block: pounds a year, or price: with per: start, used-day or visit");
            return new Contract.Terms.Block(Parameter.of(1));
        }
        return new Contract.Terms.Activity(
                pounds(fields, "price", "a number of pounds such as 125"),
                reading.choice(
                        fields.need("per", "write start, used-day or visit"),
                        fields.at("per"),
                        UNITS,
                        Contract.Unit.START));
    }

    private Parameter pounds(Fields fields, String key, String right) {
        return numbers.read(
                fields.need(key, "write " + right), fields.at(key), right, Provenance.UNSIGNED_GUESS, Numbers.PRICE);
    }

    private Pool pool(Written written, String path) {
        String id = last(path);
        String right = "write {services: [d2a], shares: {health-board: 0.5, council: 0.5}}";
        Fields fields = Fields.of(reading, written, path, right, List.of("name", "services", "shares", "puts"));
        return new Pool(
                id,
                ModelReader.name(reading, fields, id),
                services(fields),
                reading.named(
                        fields.need("shares", right),
                        fields.at("shares"),
                        "write {health-board: 0.5, council: 0.5}",
                        (share, at) -> numbers.read(share, at, "a share from 0 to 1")),
                reading.named(
                        fields.find("puts"),
                        fields.at("puts"),
                        "write {health-board: 250000}",
                        (pounds, at) -> numbers.read(pounds, at, POUNDS, Provenance.UNSIGNED_GUESS, Numbers.PRICE)));
    }

    private Grant grant(Written written, String path) {
        String id = last(path);
        Fields fields = Fields.of(
                reading,
                written,
                path,
                "write {services: [d2a], pounds: 100000}",
                List.of("name", "services", "pounds"));
        return new Grant(
                id,
                ModelReader.name(reading, fields, id),
                services(fields),
                pounds(fields, "pounds", "the most it pays a year, such as 100000"));
    }

    private List<String> services(Fields fields) {
        String right = "write a service, or a list of them";
        return reading.texts(fields.need("services", right), fields.at("services"), right);
    }

    private List<Agreements.Placed> settings(@Nullable Written written) {
        List<String> words = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            words.add(setting.word());
        }
        List<Agreements.Placed> placed = new ArrayList<>();
        if (written == null) {
            return placed;
        }
        Fields fields =
                Fields.of(reading, written, "agreements.settings", "write {community: [d2a], acute: [ward]}", words);
        for (Setting setting : Setting.values()) {
            String key = setting.word();
            reading.texts(fields.find(key), fields.at(key), "write a service, or a list of them")
                    .forEach(service -> placed.add(new Agreements.Placed(service, setting)));
        }
        return placed;
    }

    private Limits limits(@Nullable Written written) {
        if (written == null) {
            return Limits.NONE;
        }
        Fields fields = Fields.of(
                reading,
                written,
                "agreements.limits",
                "write {aim: {delayed: 1}, services: {d2a: {more: 10}}, budgets: {council: 100000}}",
                List.of("aim", "services", "budgets", "worse", "staff", "overload", "transfers"));
        return new Limits(
                bare(fields, "aim", "write {delayed: 1}", "what one person fewer is worth, such as 1"),
                List.copyOf(reading.named(
                                fields.find("services"),
                                fields.at("services"),
                                "write {d2a: {more: 10, fewer: 5}}",
                                this::choice)
                        .values()),
                bare(fields, "budgets", "write {council: 100000}", POUNDS),
                bare(fields, "worse", "write {council: 20000}", POUNDS),
                bare(fields, "staff", "write {council: 12}", "a number of posts such as 12"),
                reading.number(
                        fields.find("overload"),
                        fields.at("overload"),
                        "a share from 0 to 1 such as 0.05",
                        Limits.USUAL_OVERLOAD),
                reading.choice(fields.find("transfers"), fields.at("transfers"), TRANSFERS, true));
    }

    private SequencedMap<String, Double> bare(Fields fields, String key, String right, String number) {
        return reading.named(
                fields.find(key), fields.at(key), right, (written, path) -> reading.number(written, path, number, 1));
    }

    private Limits.Choice choice(Written written, String path) {
        Fields fields = Fields.of(
                reading, written, path, "write {more: 10, fewer: 5}", List.of("fewer", "more", "least", "staff"));
        String places = "a number of places, or of visits a day, such as 10";
        return new Limits.Choice(
                last(path),
                reading.number(fields.find("fewer"), fields.at("fewer"), places, 0),
                reading.number(fields.find("more"), fields.at("more"), places, 0),
                reading.number(fields.find("least"), fields.at("least"), places, 0),
                reading.number(
                        fields.find("staff"), fields.at("staff"), "the posts that one place takes, such as 0.2", 0));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}

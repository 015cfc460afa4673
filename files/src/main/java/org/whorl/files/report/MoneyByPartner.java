package org.whorl.files.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whorl.draw.Ledger;
import org.whorl.draw.Reading;
import org.whorl.draw.Unit;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Partner;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.model.Service;

/** What each partner pays, in three columns that are never added, and who pays more or less when something changes. */
final class MoneyByPartner implements Section {

    private static final List<Field> COLUMNS = List.of(Field.CASH, Field.CASH_WHEN_STEPS_CLOSE, Field.CAPACITY);

    private final Edition edition;
    private final Amounts amounts;

    MoneyByPartner(Edition edition) {
        this.edition = edition;
        amounts = edition.amounts();
    }

    @Override
    public String id() {
        return "money";
    }

    @Override
    public void write(Html out) {
        List<Partner> payers = payers();
        if (payers.isEmpty()) {
            out.element("p", edition.say("money.none"));
        } else {
            columns(out);
            base(out, payers);
            out.element("p", edition.say(adds() ? "money.adds" : "money.does-not-add"));
            changes(out, payers);
        }
        carers(out);
    }

    private List<Partner> payers() {
        return edition.model().partners().stream()
                .filter(p -> pays(Subject.partner(p.id())))
                .toList();
    }

    private boolean pays(Subject subject) {
        return edition.scenarios().stream()
                .map(id -> edition.outcome(id).figures())
                .anyMatch(figures -> COLUMNS.stream()
                        .anyMatch(field ->
                                figures.find(subject, field).map(Estimate::mean).orElse(0.0) != 0));
    }

    private void columns(Html out) {
        out.element("p", edition.say("money.say", edition.model().money().priceYear()));
        out.open("dl", "class", "scenarios");
        for (Field field : COLUMNS) {
            out.element("dt", edition.field(field));
            out.element("dd", edition.say("money.about." + field.word()));
        }
        out.close("dl");
    }

    private void base(Html out, List<Partner> payers) {
        List<String> said = new ArrayList<>();
        for (Partner partner : payers) {
            edition.base()
                    .find(Subject.partner(partner.id()), Field.CASH)
                    .ifPresent(e ->
                            said.add(edition.say("money.pays", edition.partner(partner), amounts.full(Field.CASH, e))));
        }
        out.markup(new Ledger(
                        edition.words(),
                        edition.say("money.chart"),
                        edition.say("money.sentence", Edition.list(said)),
                        Unit.POUNDS,
                        COLUMNS.stream().map(edition::field).toList(),
                        entries(payers, edition.base(), false))
                .figure("money-chart"));
        COLUMNS.forEach(field -> scenarios(out, payers, field));
        new BillsInFull(edition).write(out, COLUMNS);
        unsure(out, payers);
    }

    /** How far not knowing the model's prices and numbers could move each partner's cash, apart from chance. */
    private void unsure(Html out, List<Partner> payers) {
        if (!edition.tellsUnsure()) {
            return;
        }
        List<String> headers = new ArrayList<>(List.of(edition.say("column.partner"), edition.say("scenario.base")));
        edition.changes().forEach(id -> headers.add(edition.say("money.change-column", edition.scenario(id))));
        Grid grid = new Grid(edition.say("money.unsure-table"), headers);
        payers.forEach(partner -> unsure(grid, edition.partner(partner), Subject.partner(partner.id())));
        unsure(grid, edition.say("money.system"), Subject.system());
        out.element("p", edition.say("money.unsure"));
        grid.write(out);
    }

    private void unsure(Grid grid, String name, Subject subject) {
        grid.row(name)
                .cell(edition.unsure(Scenario.BASE, subject, Field.CASH)
                        .map(e -> amounts.interval(Field.CASH, e))
                        .orElse(edition.say("value.none")));
        edition.changes()
                .forEach(id -> grid.cell(edition.unsureChange(id, subject, Field.CASH)
                        .map(e -> amounts.changeInterval(Field.CASH, e))
                        .filter(interval -> !interval.isEmpty())
                        .orElse(edition.say("value.none"))));
    }

    /** One column of money for every partner and all of them together, in every scenario. */
    private void scenarios(Html out, List<Partner> payers, Field field) {
        List<String> headers = new ArrayList<>(List.of(edition.say("column.partner")));
        edition.scenarios().forEach(id -> headers.add(edition.scenario(id)));
        Grid grid = new Grid(edition.say("money.table", edition.field(field)), headers);
        payers.forEach(partner -> row(grid, edition.partner(partner), Subject.partner(partner.id()), field));
        row(grid, edition.say("money.system"), Subject.system(), field);
        grid.write(out);
    }

    private void row(Grid grid, String name, Subject subject, Field field) {
        grid.row(name);
        for (String id : edition.scenarios()) {
            grid.cell(edition.outcome(id)
                    .figures()
                    .find(subject, field)
                    .map(e -> amounts.full(field, e))
                    .orElse(edition.say("value.none")));
        }
    }

    private List<Ledger.Entry> entries(List<Partner> payers, Figures figures, boolean difference) {
        List<Ledger.Entry> entries = new ArrayList<>();
        for (Partner partner : payers) {
            List<Reading> readings = new ArrayList<>();
            for (Field field : COLUMNS) {
                readings.add(figures.find(Subject.partner(partner.id()), field)
                        .map(e -> difference ? Amounts.change(field, e) : Amounts.reading(field, e))
                        .orElse(Reading.unknown()));
            }
            entries.add(new Ledger.Entry(edition.partner(partner), readings));
        }
        return entries;
    }

    /** Whether what the partners pay adds up to what the whole system pays, column by column, to the pound. */
    private boolean adds() {
        for (String id : edition.scenarios()) {
            Figures figures = edition.outcome(id).figures();
            for (Field field : COLUMNS) {
                double sum = edition.model().partners().stream()
                        .mapToDouble(p -> figures.find(Subject.partner(p.id()), field)
                                .map(Estimate::mean)
                                .orElse(0.0))
                        .sum();
                Optional<Estimate> system = figures.find(Subject.system(), field);
                if (system.isPresent() && Math.abs(sum - system.get().mean()) > 1) {
                    return false;
                }
            }
        }
        return true;
    }

    private void changes(Html out, List<Partner> payers) {
        if (!edition.changes().isEmpty()) {
            out.element("h3", edition.say("money.change"));
        }
        edition.changes().forEach(id -> change(out, payers, id));
    }

    /** Who pays more and who less, when one scenario comes about. */
    void change(Html out, String id) {
        change(out, payers(), id);
    }

    private void change(Html out, List<Partner> payers, String id) {
        Figures difference = edition.difference(id);
        boolean nothing = payers.stream()
                .allMatch(p -> COLUMNS.stream()
                        .allMatch(field -> difference
                                        .find(Subject.partner(p.id()), field)
                                        .map(Estimate::mean)
                                        .orElse(0.0)
                                == 0));
        if (nothing) {
            out.element("p", edition.say("money.nothing", edition.scenario(id)));
            return;
        }
        out.markup(new Ledger(
                        edition.words(),
                        edition.say("money.change-chart", edition.scenario(id)),
                        whoPays(payers, difference),
                        Unit.POUNDS,
                        COLUMNS.stream().map(edition::field).toList(),
                        entries(payers, difference, true))
                .figure("money-" + id.replaceAll("[^A-Za-z0-9_-]", "_")));
    }

    /** One sentence for each partner about cash: more, less, or nobody can say; then everybody together. */
    private String whoPays(List<Partner> payers, Figures difference) {
        List<String> sentences = new ArrayList<>();
        for (Partner partner : payers) {
            difference
                    .find(Subject.partner(partner.id()), Field.CASH)
                    .ifPresent(e -> sentences.add(pays(edition.partner(partner), e)));
        }
        difference
                .find(Subject.system(), Field.CASH)
                .ifPresent(e -> sentences.add(pays(edition.say("money.system"), e)));
        return sentences.isEmpty() ? edition.say("money.unknown") : String.join(" ", sentences);
    }

    private String pays(String who, Estimate e) {
        if (e.mean() == 0 && !Amounts.certain(e)) {
            return edition.say("money.same", who);
        }
        if (!Amounts.certain(e)) {
            return edition.say("money.unclear", who);
        }
        String range = amounts.sizeRange(Field.CASH, e);
        return edition.say(
                e.mean() > 0 ? "money.more" : "money.less",
                who,
                amounts.size(Field.CASH, e),
                range.isEmpty() ? "" : " (" + range + ")");
    }

    private void carers(Html out) {
        List<String> headers = new ArrayList<>(List.of(edition.say("column.service"), edition.say("scenario.base")));
        edition.changes().forEach(id -> headers.add(edition.scenario(id)));
        Grid grid = new Grid(edition.say("money.carers-table"), headers);
        double all = 0;
        for (Service service : edition.model().services()) {
            Subject subject = Subject.service(service.id());
            Optional<Estimate> hours = edition.base().find(subject, Field.CARERS_HOURS);
            if (hours.isEmpty()) {
                continue;
            }
            all += hours.get().mean();
            grid.row(edition.service(service)).cell(amounts.full(Field.CARERS_HOURS, hours.get()));
            for (String id : edition.changes()) {
                grid.cell(edition.difference(id)
                        .find(subject, Field.CARERS_HOURS)
                        .map(e -> amounts.change(Field.CARERS_HOURS, e, true))
                        .orElse(edition.say("value.none")));
            }
        }
        out.element("h3", edition.say("money.carers"));
        out.element(
                "p",
                grid.isEmpty()
                        ? edition.say("money.no-carers")
                        : edition.say("money.carers-say", edition.words().number(all)));
        grid.write(out);
    }
}

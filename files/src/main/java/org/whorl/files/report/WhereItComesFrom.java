package org.whorl.files.report;

import java.util.ArrayList;
import java.util.List;
import org.whorl.engine.answer.Estimate.Kind;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Sources;
import org.whorl.engine.model.Scenario;

/** Where the uncertainty of the headline figures comes from: chance, the numbers, the scenarios; kept apart, adding up. */
final class WhereItComesFrom implements Section {

    private final Edition edition;
    private final Amounts amounts;

    WhereItComesFrom(Edition edition) {
        this.edition = edition;
        amounts = edition.amounts();
    }

    @Override
    public String id() {
        return "sources";
    }

    @Override
    public void write(Html out) {
        Sources sources = edition.answer().sources();
        out.element(
                "p", edition.say("sources.say", edition.whole(sources.draws()), edition.whole(sources.replications())));
        for (String scenario : edition.scenarios()) {
            boolean change = !scenario.equals(Scenario.BASE);
            List<Sources.Whole> wholes = sources.figures().stream()
                    .filter(w -> w.scenario().equals(scenario) && w.change() == change)
                    .toList();
            table(
                    out,
                    edition.say(change ? "sources.change" : "sources.table", edition.scenario(scenario)),
                    wholes,
                    false);
        }
        if (!sources.across().isEmpty()) {
            out.element("p", edition.say("sources.across-say"));
            table(out, edition.say("sources.across"), sources.across(), true);
        }
    }

    private void table(Html out, String caption, List<Sources.Whole> wholes, boolean scenarios) {
        List<String> headers = new ArrayList<>(List.of(
                edition.say("sources.figure"),
                edition.say("sources.total"),
                edition.say("sources.chance"),
                edition.say("sources.numbers")));
        if (scenarios) {
            headers.add(edition.say("sources.scenario"));
        }
        Grid grid = new Grid(caption, headers);
        for (Sources.Whole whole : wholes) {
            grid.row(edition.say("sources.of", edition.subject(whole.subject()), edition.field(whole.field())))
                    .cell(
                            whole.change()
                                    ? amounts.change(whole.field(), whole.total(), true)
                                    : amounts.full(whole.field(), whole.total()))
                    .cell(share(whole, Kind.MONTE_CARLO))
                    .cell(share(whole, Kind.PARAMETER));
            if (scenarios) {
                grid.cell(share(whole, Kind.SCENARIO));
            }
        }
        grid.write(out);
    }

    private String share(Sources.Whole whole, Kind kind) {
        return whole.find(kind)
                .map(part -> amounts.full(Field.P_CRISIS, part.share()))
                .orElse(edition.say("value.none"));
    }
}

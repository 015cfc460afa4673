package org.whorl.files.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Estimate.Kind;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Service;

/**
 * The same question answered twice: by playing people through, and by formulas. Where the two differ by more than chance
 * and more than the formulas' own error, the report says so. The two kinds of interval stand in columns of their own.
 */
final class TwoTiers {

    /** The formulas' stated error on queues that are in their scope, as a share. */
    private static final double ERROR_OF_FORMULAS = 0.06;

    /** Less than a twentieth of a person or a day is no difference to anybody. */
    private static final double NO_MATTER = 0.05;

    private static final List<Field> COMPARED = List.of(Field.WAITING, Field.WAIT, Field.OCCUPANCY);

    private final Edition edition;
    private final Amounts amounts;

    TwoTiers(Edition edition) {
        this.edition = edition;
        amounts = edition.amounts();
    }

    void write(Html out) {
        out.element("h3", edition.say("tiers.heading"));
        out.element("p", edition.say("tiers.say"));
        int compared = 0;
        int apart = 0;
        List<Grid> grids = new ArrayList<>();
        for (Field field : COMPARED) {
            Grid grid = new Grid(
                    edition.say("tiers.table", edition.field(field)),
                    List.of(
                            edition.say("column.service"),
                            edition.say("tiers.simulation"),
                            edition.say("tiers.chance"),
                            edition.say("tiers.formula"),
                            edition.say("tiers.numbers"),
                            edition.say("tiers.agree")));
            for (Service service : edition.model().services()) {
                Subject subject = Subject.service(service.id());
                Optional<Estimate> played = edition.base().find(subject, field);
                Optional<Estimate> formula = edition.formula(subject, field);
                if (played.isEmpty() || (formula.isEmpty() && service.capacity().isUnlimited())) {
                    continue;
                }
                boolean both = formula.isPresent()
                        && !Double.isNaN(formula.get().mean())
                        && !Double.isNaN(played.get().mean());
                boolean agree = both && agree(played.get(), formula.get());
                compared += both ? 1 : 0;
                apart += both && !agree ? 1 : 0;
                grid.row(edition.service(service))
                        .cell(amounts.middle(field, played.get()))
                        .cell(amounts.interval(field, played.get()))
                        .cell(formula.map(e -> amounts.middle(field, e)).orElse(absent(service)))
                        .cell(formula.filter(e -> e.kind() == Kind.PARAMETER)
                                .map(e -> amounts.interval(field, e))
                                .orElse(""))
                        .cell(both ? edition.say(agree ? "tiers.yes" : "tiers.no") : edition.say("value.none"));
            }
            grids.add(grid);
        }
        if (compared > 0) {
            out.element(
                    "p",
                    edition.say(
                            apart == 0 ? "tiers.all-agree" : "tiers.some-differ",
                            edition.words().number(compared),
                            edition.words().number(apart)));
        }
        grids.forEach(grid -> grid.write(out));
        out.element("p", edition.say("tiers.never-mixed"));
    }

    private String absent(Service service) {
        return edition.say(edition.unstable(service.id()) ? "tiers.no-average" : "value.none");
    }

    static boolean agree(Estimate played, Estimate formula) {
        double gap = Math.abs(formula.mean() - played.mean());
        double chance = Double.isNaN(played.halfWidth()) ? 0 : played.halfWidth();
        return gap <= Math.max(NO_MATTER, chance + ERROR_OF_FORMULAS * Math.abs(played.mean()));
    }
}

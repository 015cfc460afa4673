package org.whorl.server.shifts;

import java.util.List;
import java.util.Map;
import org.whorl.files.report.Excerpt;
import org.whorl.files.report.Excerpt.Line;
import org.whorl.files.report.Twice;
import org.whorl.server.models.Found;

/**
 * What the simulation found about a shift as it stands.
 *
 * @param found which run
 * @param excerpt its pieces in words
 * @param figures each figure as the formulas and the simulation have it
 * @param ledger what it does to each partner's money, with the interval of chance
 */
public record Checked(Found found, Excerpt excerpt, List<Twice> figures, List<Line> ledger) {

    /** Keeps copies. */
    public Checked {
        figures = List.copyOf(figures);
        ledger = List.copyOf(ledger);
    }

    static Checked of(Found found, Excerpt excerpt, Map<String, Double> paid) {
        return new Checked(found, excerpt, excerpt.twice(Shift.SCENARIO), excerpt.ledger(Shift.SCENARIO, paid));
    }

    /** In how many figures the two do not agree. */
    public long apart() {
        return figures.stream().filter(figure -> !figure.agrees()).count();
    }
}

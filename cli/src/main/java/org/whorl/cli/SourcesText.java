package org.whorl.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Sources;
import org.whorl.files.Columns;
import org.whorl.files.FigureText;

/** Where uncertainty comes from, as small tables of shares; figures of which all is known are left out. */
final class SourcesText {

    private SourcesText() {}

    /** Of a scenario's headline figures, or of the difference it makes. */
    static Optional<String> of(Sources sources, String scenario, boolean change) {
        return table(
                change ? "uncertainty of the change" : "uncertainty",
                sources.figures().stream()
                        .filter(w -> w.scenario().equals(scenario) && w.change() == change)
                        .toList());
    }

    /** Over all scenarios. */
    static Optional<String> across(Sources sources) {
        return table("over the scenarios, each as likely as the next", sources.across());
    }

    private static Optional<String> table(String heading, List<Sources.Whole> wholes) {
        Columns columns =
                new Columns(heading, "all together", "from chance, %", "from the numbers, %", "from the scenario, %");
        for (Sources.Whole whole : wholes) {
            if (whole.total().mean() != 0) {
                List<String> cells = new ArrayList<>();
                cells.add("%s %s".formatted(whole.subject().id(), whole.field().word()));
                cells.add(FigureText.of(whole.field(), whole.total()));
                cells.add(share(whole, Estimate.Kind.MONTE_CARLO));
                cells.add(share(whole, Estimate.Kind.PARAMETER));
                cells.add(share(whole, Estimate.Kind.SCENARIO));
                columns.row(cells);
            }
        }
        return columns.isEmpty() ? Optional.empty() : Optional.of(columns.text());
    }

    private static String share(Sources.Whole whole, Estimate.Kind kind) {
        return whole.find(kind)
                .map(part -> FigureText.of(Field.P_CRISIS, part.share()))
                .orElse("");
    }
}

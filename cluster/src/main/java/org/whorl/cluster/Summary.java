package org.whorl.cluster;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.files.Columns;
import org.whorl.files.FigureText;

/** What a run came to, in short: as a table for people, or as JSON. */
final class Summary {

    private final Order order;
    private final ClusterRun run;
    private final Map<Headline, Estimate> overDraws;

    Summary(Order order, ClusterRun run) {
        this.order = order;
        this.run = run;
        overDraws = order.draws() == 0 ? Map.of() : run.overDraws();
    }

    void print(PrintStream out) {
        Columns columns = new Columns(
                List.of(0, 1, 2),
                "place",
                "scenario",
                "figure",
                "as it stands",
                "over %d draws".formatted(order.draws()));
        for (List<ResultRow> rows : run.rowsAsTheyStand()) {
            Headline.of(rows).forEach((headline, row) -> columns.row(cells(headline, row)));
        }
        out.println(columns.text());
        out.printf(
                "%d replications, seed %d. In brackets: the 95 %% interval that chance in the simulation leaves.%n",
                order.replications(), order.seed());
        if (order.draws() > 0) {
            out.println(
                    "Over draws: the mean of the draws, and between which values 95 in 100 of them lie. That range is of not"
                            + " knowing the models' numbers, and also holds the chance each draw's own replications leave.");
        }
    }

    private List<String> cells(Headline headline, ResultRow row) {
        Field field = field(headline.field());
        Estimate drawn = overDraws.get(headline);
        return List.of(
                headline.place(),
                headline.minus() == null
                        ? headline.scenario()
                        : "%s minus %s".formatted(headline.scenario(), headline.minus()),
                what(headline),
                FigureText.of(field, row.estimate()),
                drawn == null ? "" : FigureText.of(field, drawn));
    }

    private static String what(Headline headline) {
        return switch (headline.group()) {
            case "services" -> "wait for %s, days".formatted(headline.id());
            case "measures" -> "%s, people".formatted(headline.id());
            default -> "all partners, thousand pounds";
        };
    }

    private static Field field(String word) {
        return Arrays.stream(Field.values())
                .filter(field -> field.word().equals(word))
                .findFirst()
                .orElseThrow();
    }

    /** The document of {@code whorl run} for one model without draws; otherwise all of them by place, and the draws. */
    String json() {
        List<String> documents = run.documents();
        if (documents.size() == 1 && order.draws() == 0) {
            return documents.getFirst();
        }
        StringJoiner places = new StringJoiner(",\n", "\"places\": {\n", "\n}");
        for (int p = 0; p < documents.size(); p++) {
            places.add(JsonText.quoted(order.places().get(p).id()) + ": "
                    + documents.get(p).strip());
        }
        StringJoiner figures = new StringJoiner(",\n", "\"over-draws\": [\n", "\n]");
        for (List<ResultRow> rows : run.rowsAsTheyStand()) {
            for (Headline headline : Headline.of(rows).sequencedKeySet()) {
                Estimate estimate = overDraws.get(headline);
                if (estimate != null) {
                    figures.add(json(headline, estimate));
                }
            }
        }
        List<String> parts = new ArrayList<>();
        parts.add("\"draws\": " + order.draws());
        parts.add(places.toString());
        if (order.draws() > 0) {
            parts.add(figures.toString());
        }
        return "{\n" + String.join(",\n", parts) + "\n}\n";
    }

    private static String json(Headline headline, Estimate estimate) {
        return ("{ \"place\": %s, \"scenario\": %s, \"minus\": %s, \"group\": %s, \"id\": %s, \"field\": %s, \"mean\": %s,"
                        + " \"low\": %s, \"high\": %s, \"level\": %s, \"kind\": %s }")
                .formatted(
                        JsonText.quoted(headline.place()),
                        JsonText.quoted(headline.scenario()),
                        headline.minus() == null ? "null" : JsonText.quoted(headline.minus()),
                        JsonText.quoted(headline.group()),
                        JsonText.quoted(headline.id()),
                        JsonText.quoted(headline.field()),
                        JsonText.number(estimate.mean()),
                        JsonText.number(estimate.low()),
                        JsonText.number(estimate.high()),
                        JsonText.number(estimate.level()),
                        JsonText.quoted(estimate.kind().word()));
    }
}

package org.whorl.cluster;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Scenario;

/**
 * A figure worth printing: of the model as it stands, and of each scenario minus that, the measures (the waits, where nothing
 * is measured) and the cash of all partners.
 */
record Headline(
        String place, String scenario, @Nullable String minus, String group, String id, String field, String unit)
        implements Serializable {

    /** The headlines of the rows of one answer, in their order. */
    static SequencedMap<Headline, ResultRow> of(List<ResultRow> rows) {
        boolean measured = rows.stream().anyMatch(row -> row.group().equals("measures"));
        SequencedMap<Headline, ResultRow> headlines = new LinkedHashMap<>();
        for (ResultRow row : rows) {
            boolean told = row.minus() != null || row.scenario().equals(Scenario.BASE);
            if (told && isPrinted(row, measured)) {
                headlines.put(
                        new Headline(
                                row.place(),
                                row.scenario(),
                                row.minus(),
                                row.group(),
                                row.id(),
                                row.field(),
                                row.unit()),
                        row);
            }
        }
        return headlines;
    }

    private static boolean isPrinted(ResultRow row, boolean measured) {
        return switch (row.group()) {
            case "measures" -> row.field().equals("mean");
            case "services" -> !measured && row.field().equals("wait");
            case "system" -> row.field().equals("cash");
            default -> false;
        };
    }
}

package org.whorl.cluster;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** What was played, so that it can be played again: written into the folder of results when all else is there. */
final class RunJson {

    private RunJson() {}

    static String text(Order order, long rows) {
        StringJoiner places = new StringJoiner(",\n", "[\n", "\n  ]");
        for (Place place : order.places()) {
            StringJoiner scenarios = new StringJoiner(", ", "[", "]");
            place.scenarios().forEach(id -> scenarios.add(JsonText.quoted(id)));
            places.add("    { \"place\": %s, \"name\": %s, \"scenarios\": %s }"
                    .formatted(
                            JsonText.quoted(place.id()),
                            JsonText.quoted(place.asItStands().name().en()),
                            scenarios));
        }
        return """
                {
                  "whorl": %s,
                  "written": "%s",
                  "seed": %d,
                  "replications": %d,
                  "draws": %d,
                  "rows": %d,
                  "places": %s
                }
                """.formatted(
                        JsonText.quoted(version()),
                        Instant.now().truncatedTo(ChronoUnit.SECONDS),
                        order.seed(),
                        order.replications(),
                        order.draws(),
                        rows,
                        places);
    }

    /** The version as the build wrote it into the jar. */
    private static String version() {
        @Nullable String version = RunJson.class.getPackage().getImplementationVersion();
        return version == null ? "(not packed)" : version;
    }
}

package org.whorl.files;

import java.nio.file.Path;
import java.util.List;
import org.whorl.engine.model.Check;
import org.whorl.engine.model.Distribution;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Problem;
import org.whorl.engine.model.Spread;

/** What {@code whorl check} found, as one JSON document. */
public final class CheckJson {
    private static final int DEPTH = 2;

    private CheckJson() {}

    /** What reading a folder came to, as text. */
    public static String text(Path folder, Read read) {
        return Json.text(DEPTH, json -> {
            switch (read) {
                case Read.Good good -> good(json, good);
                case Read.Bad(List<Fault> faults) -> {
                    json.put("model", folder.toString()).put("valid", false);
                    faults(json, faults);
                }
            }
        });
    }

    private static void faults(Json json, List<Fault> faults) {
        json.list(
                "problems",
                () -> faults.forEach(fault -> json.object(() -> json.put("file", fault.file())
                        .put("line", fault.line())
                        .put("path", fault.path())
                        .put("wrong", fault.wrong())
                        .put("right", fault.right()))));
    }

    private static void good(Json json, Read.Good good) {
        Model model = good.model();
        json.model(model).put("valid", true);
        faults(json, List.of());
        json.list("warnings", () -> {
            for (Problem doubt : Check.warnings(model)) {
                json.object(() -> json.put("path", doubt.path())
                        .put("wrong", doubt.wrong())
                        .put("right", doubt.right()));
            }
        });
        json.quality(model.parametersByQuality());
        json.list(
                "parameters",
                () -> model.parameters()
                        .forEach((path, parameter) -> json.object(() -> parameter(json, path, parameter, good))));
    }

    private static void parameter(Json json, String path, Parameter parameter, Read.Good good) {
        json.put("path", path).put("value", parameter.value());
        switch (parameter.spread()) {
            case Spread.Unsaid _ -> json.put("interval", false);
            case Spread.Deviation(double sd) -> json.put("sd", sd);
            case Spread.Range(double low, double high) -> json.put("low", low).put("high", high);
            case Spread.Distributed(Distribution distribution) -> json.put("distribution", Words.of(distribution));
        }
        json.put("quality", parameter.provenance().quality().word())
                .put("source", parameter.provenance().source())
                .put("date", parameter.provenance().date())
                .put("owner", parameter.provenance().owner());
        Place place = good.place(path);
        json.put("file", place.file()).put("line", place.line());
    }
}

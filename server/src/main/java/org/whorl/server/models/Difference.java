package org.whorl.server.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.model.Spread;
import org.whorl.files.report.Excerpt;

/**
 * One thing in which two versions differ.
 *
 * @param name what it is called
 * @param before what it was; empty when it was not there
 * @param after what it is; empty when it is gone
 */
public record Difference(String name, String before, String after) {

    /** All numbers and scenarios in which a later version differs from an earlier one. */
    static List<Difference> between(Ready earlier, Ready later, Excerpt names) {
        List<Difference> differences = new ArrayList<>();
        Map<String, Parameter> before = earlier.model().parameters();
        Map<String, Parameter> after = later.model().parameters();
        after.forEach((path, parameter) -> {
            Parameter was = before.get(path);
            if (!parameter.equals(was)) {
                differences.add(new Difference(
                        names.name(path), was == null ? "" : known(was, names), known(parameter, names)));
            }
        });
        before.forEach((path, parameter) -> {
            if (!after.containsKey(path)) {
                differences.add(new Difference(names.name(path), known(parameter, names), ""));
            }
        });
        scenarios(earlier, later, names, differences);
        return differences;
    }

    /** The value with its interval, and what is said about it. */
    private static String known(Parameter parameter, Excerpt names) {
        StringJoiner about = new StringJoiner(", ");
        if (parameter.spread() instanceof Spread.Range(double low, double high)) {
            about.add(Tried.plain(low) + "–" + Tried.plain(high));
        } else if (parameter.spread() instanceof Spread.Deviation(double sd)) {
            about.add("±" + Tried.plain(sd));
        }
        about.add(names.quality(parameter.provenance().quality()));
        for (String said : new String[] {
            parameter.provenance().source(),
            parameter.provenance().date(),
            parameter.provenance().owner()
        }) {
            if (said != null) {
                about.add(said);
            }
        }
        return Tried.plain(parameter.value()) + " (" + about + ")";
    }

    private static void scenarios(Ready earlier, Ready later, Excerpt names, List<Difference> differences) {
        for (Scenario scenario : later.model().scenarios()) {
            if (!earlier.model().scenarios().contains(scenario)) {
                String was = earlier.model()
                        .findScenario(scenario.id())
                        .map(before -> says(before, names))
                        .orElse("");
                differences.add(new Difference(names.scenario(scenario), was, says(scenario, names)));
            }
        }
        for (Scenario scenario : earlier.model().scenarios()) {
            if (later.model().findScenario(scenario.id()).isEmpty()) {
                differences.add(new Difference(names.scenario(scenario), says(scenario, names), ""));
            }
        }
    }

    private static String says(Scenario scenario, Excerpt names) {
        return names.scenario(scenario) + ": " + String.join("; ", names.changes(scenario));
    }
}

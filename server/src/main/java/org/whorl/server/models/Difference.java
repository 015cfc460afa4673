package org.whorl.server.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Provenance;
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
                        names.name(path),
                        was == null ? "" : known(was, parameter, names),
                        known(parameter, was, names)));
            }
        });
        before.forEach((path, parameter) -> {
            if (!after.containsKey(path)) {
                differences.add(new Difference(names.name(path), known(parameter, null, names), ""));
            }
        });
        scenarios(earlier, later, names, differences);
        return differences;
    }

    /** The value with its interval, and what is said about it; where it is from is not said twice when it is the same. */
    private static String known(Parameter parameter, @Nullable Parameter other, Excerpt names) {
        StringJoiner about = new StringJoiner(", ");
        if (parameter.spread() instanceof Spread.Range(double low, double high)) {
            about.add(Tried.plain(low) + "–" + Tried.plain(high));
        } else if (parameter.spread() instanceof Spread.Deviation(double sd)) {
            about.add("±" + Tried.plain(sd));
        }
        Provenance said = parameter.provenance();
        about.add(names.quality(said.quality()));
        if (other == null || !other.provenance().equals(said)) {
            Stream.of(said.source(), said.date(), said.owner())
                    .filter(Objects::nonNull)
                    .forEach(about::add);
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

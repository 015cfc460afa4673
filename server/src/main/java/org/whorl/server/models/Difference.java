package org.whorl.server.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Scenario;
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
            if (was == null || was.value() != parameter.value()) {
                differences.add(new Difference(
                        names.name(path), was == null ? "" : Tried.plain(was.value()), Tried.plain(parameter.value())));
            } else if (!was.equals(parameter)) {
                differences.add(new Difference(names.name(path), known(was), known(parameter)));
            }
        });
        before.forEach((path, parameter) -> {
            if (!after.containsKey(path)) {
                differences.add(new Difference(path, Tried.plain(parameter.value()), ""));
            }
        });
        scenarios(earlier, later, differences);
        return differences;
    }

    /** What is said about a number whose value is the same. */
    private static String known(Parameter parameter) {
        return Tried.plain(parameter.value())
                + " (" + parameter.provenance().quality().word()
                + (parameter.provenance().source() == null
                        ? ""
                        : ", " + parameter.provenance().source()) + ")";
    }

    private static void scenarios(Ready earlier, Ready later, List<Difference> differences) {
        for (Scenario scenario : later.model().scenarios()) {
            if (!earlier.model().scenarios().contains(scenario)) {
                boolean there = earlier.model().findScenario(scenario.id()).isPresent();
                differences.add(new Difference(scenario.name().in("en"), there ? scenario.id() : "", scenario.id()));
            }
        }
        for (Scenario scenario : earlier.model().scenarios()) {
            if (later.model().findScenario(scenario.id()).isEmpty()) {
                differences.add(new Difference(scenario.name().in("en"), scenario.id(), ""));
            }
        }
    }
}

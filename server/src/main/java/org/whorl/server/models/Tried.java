package org.whorl.server.models;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.whorl.engine.model.Domain;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.model.Scenario.Change;
import org.whorl.engine.model.Scenario.Operation;

/**
 * What somebody tries on a model: one of its scenarios, perhaps, and numbers moved from where the model has them. It is
 * kept in the page's address and nowhere else, so that it can be sent to somebody, and two people do not disturb each
 * other.
 *
 * @param from the scenario the moves come on top of
 * @param moved the new value of each number that was moved, by its path
 * @param added numbers somebody asked to see a slider for
 * @param refused what was put in for a number and cannot be: the name of a sentence, by path
 * @param written what was put in, as it was written, by path
 */
public record Tried(
        Optional<Scenario> from,
        SequencedMap<String, Double> moved,
        SequencedSet<String> added,
        Map<String, String> refused,
        Map<String, String> written) {

    /** Before a number's path in an address. */
    static final String MOVE = "v.";

    /** The id the trial has among the model's scenarios. */
    static final String ID = "tried";

    /** Keeps copies. */
    public Tried {
        moved = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(moved));
        added = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(added));
        refused = Map.copyOf(refused);
        written = Map.copyOf(written);
    }

    /** Nothing is tried. */
    static Tried nothing() {
        return new Tried(Optional.empty(), new LinkedHashMap<>(), new LinkedHashSet<>(), Map.of(), Map.of());
    }

    /** Reads an address; what it does not know it passes over, for the model may have changed since. */
    static Tried of(Model model, Map<String, List<String>> address) {
        SequencedMap<String, Double> moved = new LinkedHashMap<>();
        SequencedSet<String> added = new LinkedHashSet<>();
        Map<String, String> refused = new LinkedHashMap<>();
        Map<String, String> written = new LinkedHashMap<>();
        List<String> asked = address.getOrDefault("k", List.of());
        model.map((path, domain, parameter) -> {
            if (asked.contains(path)) {
                added.add(path);
            }
            String text =
                    address.getOrDefault(MOVE + path, List.of("")).getLast().strip();
            if (!text.isEmpty()) {
                written.put(path, text);
                read(path, domain, parameter, text, moved, refused);
            }
            return parameter;
        });
        Optional<Scenario> from =
                address.getOrDefault("s", List.of()).stream().findFirst().flatMap(model::findScenario);
        return new Tried(from, moved, added, refused, written);
    }

    private static void read(
            String path,
            Domain domain,
            Parameter parameter,
            String text,
            Map<String, Double> moved,
            Map<String, String> refused) {
        NumberForm.Entered entered = NumberForm.Entered.of(text, domain);
        if (!entered.error().isEmpty()) {
            refused.put(path, "try." + entered.error());
        } else if (entered.value() != parameter.value()) {
            moved.put(path, entered.value());
        }
    }

    /** What is tried as a scenario of the model; empty when nothing is. */
    Optional<Scenario> scenario(Name name) {
        if (moved.isEmpty()) {
            return from;
        }
        List<Change> changes = new ArrayList<>();
        from.ifPresent(scenario -> changes.addAll(scenario.changes()));
        moved.forEach((path, value) ->
                changes.add(new Change(path, Operation.SET, Parameter.of(value), List.of(), null, null)));
        return Optional.of(new Scenario(ID, name, changes));
    }

    /** The trial as the end of an address, from its question mark; empty when nothing is tried. */
    public String address() {
        List<String> parts = new ArrayList<>();
        from.ifPresent(scenario -> parts.add("s=" + encoded(scenario.id())));
        moved.forEach((path, value) -> parts.add(MOVE + encoded(path) + "=" + plain(value)));
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    /** A number as a machine reads it, without an exponent. */
    static String plain(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

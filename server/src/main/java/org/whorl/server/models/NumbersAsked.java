package org.whorl.server.models;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Spread;
import org.whorl.files.report.Excerpt.Known;

/**
 * The numbers of a model that somebody wants to see, in the order they want.
 *
 * @param words what must stand somewhere in what is said of a number; empty for anything
 * @param quality how it must be known; empty for anyhow
 * @param order in which order; empty for the model's own, under headings
 */
record NumbersAsked(String words, String quality, String order) {

    /** The orders there are, as the last part of a sentence's name. */
    static final List<String> ORDERS = List.of("name", "known", "unsure", "date", "owner");

    /** Those that are wanted, as they are shown. */
    List<Known> of(List<Known> all, Map<String, Parameter> numbers, Comparator<String> letters) {
        List<Known> wanted = new ArrayList<>(all.stream()
                .filter(known ->
                        quality.isEmpty() || known.provenance().quality().word().equals(quality))
                .filter(this::says)
                .toList());
        Comparator<Known> by = switch (order) {
            case "name" -> Comparator.comparing(known -> known.whose() + " " + known.which(), letters);
            case "known" ->
                Comparator.comparing((Known known) -> known.provenance().quality())
                        .reversed();
            case "unsure" -> Comparator.comparingDouble(known -> -width(numbers.get(known.path())));
            case "date" ->
                Comparator.comparing(
                        known -> Objects.requireNonNullElse(known.provenance().date(), ""));
            case "owner" ->
                Comparator.comparing(
                        known -> Objects.requireNonNullElse(known.provenance().owner(), ""), letters);
            default -> (_, _) -> 0;
        };
        wanted.sort(by);
        return wanted;
    }

    /** Under headings, in the model's order, unless something was asked for: then one list. */
    SequencedMap<String, List<Known>> grouped(List<Known> wanted, String heading) {
        SequencedMap<String, List<Known>> groups = new LinkedHashMap<>();
        boolean asked = !words.isEmpty() || !quality.isEmpty() || ORDERS.contains(order);
        wanted.forEach(known -> groups.computeIfAbsent(asked ? heading : known.whose(), _ -> new ArrayList<>())
                .add(known));
        return groups;
    }

    private boolean says(Known known) {
        String all = String.join(
                        " ",
                        known.whose(),
                        known.which(),
                        known.path(),
                        Objects.requireNonNullElse(known.provenance().source(), ""),
                        Objects.requireNonNullElse(known.provenance().owner(), ""),
                        Objects.requireNonNullElse(known.provenance().date(), ""))
                .toLowerCase(Locale.ROOT);
        for (String word : words.toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            if (!all.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** How wide the interval is beside the number itself; without an interval nobody knows, which comes first. */
    private static double width(@Nullable Parameter number) {
        if (number == null || number.value() == 0) {
            return 0;
        }
        double size = Math.abs(number.value());
        return switch (number.spread()) {
            case Spread.Unsaid _ -> Double.MAX_VALUE;
            case Spread.Deviation(double sd) -> 2 * 1.96 * sd / size;
            case Spread.Range(double low, double high) -> (high - low) / size;
            case Spread.Distributed(var distribution) -> 2 * 1.96 * Math.sqrt(distribution.variance()) / size;
        };
    }
}

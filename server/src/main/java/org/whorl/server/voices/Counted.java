package org.whorl.server.voices;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.IntStream;
import org.whorl.server.trust.Disclosure;
import org.whorl.server.trust.Disclosure.Shown;

/**
 * Counts of groups as they may be shown. All that is worked out of them is worked out of what is shown, so that nothing can be
 * worked back: groups that are not told stand together as one, and together they are never fewer than would be told.
 *
 * @param groups each group, as it may be shown
 * @param total all of them
 */
public record Counted(SequencedMap<String, Shown> groups, Shown total) {

    private static final Disclosure RULE = Disclosure.VOICES;

    /** Keeps a copy. */
    public Counted {
        groups = new LinkedHashMap<>(groups);
    }

    /** Counts as they are, on their way to be shown. */
    static Counted of(SequencedMap<String, Integer> counts) {
        List<Integer> numbers = List.copyOf(counts.values());
        List<Shown> shown = RULE.showParts(numbers);
        int total = numbers.stream().mapToInt(Integer::intValue).sum();
        return new Counted(joined(List.copyOf(counts.keySet()), shown), RULE.show(total));
    }

    /** Counts that another feature has already made ready to be shown, among them some that could be added up. */
    static Counted of(SequencedMap<String, Shown> parts, Shown total) {
        OptionalInt all = number(total);
        if (all.isEmpty()) {
            SequencedMap<String, Shown> none = new LinkedHashMap<>();
            parts.forEach((key, part) -> none.put(key, isNought(part) ? part : new Shown.Hidden()));
            return new Counted(none, total);
        }
        SequencedMap<String, Shown> shown = new LinkedHashMap<>(parts);
        while (few(together(shown, all.getAsInt()))) {
            shown.entrySet().stream()
                    .filter(each -> number(each.getValue()).orElse(0) > 0)
                    .min((a, b) -> Integer.compare(
                            number(a.getValue()).orElse(0), number(b.getValue()).orElse(0)))
                    .ifPresent(least -> shown.put(least.getKey(), new Shown.Hidden()));
        }
        return new Counted(shown, total);
    }

    /** How many the groups that are not told are together; they are never few. */
    int together() {
        return number(total).isPresent() ? together(groups, number(total).getAsInt()) : 0;
    }

    /** Whether that group is not told. */
    boolean isHidden(String group) {
        return groups.get(group) instanceof Shown.Hidden;
    }

    /** A number where it may be shown. */
    static OptionalInt number(Shown shown) {
        return switch (shown) {
            case Shown.Count(int value) -> OptionalInt.of(value);
            case Shown.Hidden _ -> OptionalInt.empty();
        };
    }

    /** Counts with rows and columns, where nobody could work out one from those beside it. */
    static List<List<Shown>> table(List<List<Integer>> rows) {
        List<Set<Integer>> withheld = new ArrayList<>();
        rows.forEach(_ -> withheld.add(new HashSet<>()));
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int r = 0; r < rows.size(); r++) {
                changed |= hide(withheld.get(r), RULE.showParts(rows.get(r), withheld.get(r)));
            }
            for (int c = 0; !rows.isEmpty() && c < rows.getFirst().size(); c++) {
                int column = c;
                Set<Integer> down = new HashSet<>();
                IntStream.range(0, rows.size())
                        .filter(r -> withheld.get(r).contains(column))
                        .forEach(down::add);
                List<Shown> shown =
                        RULE.showParts(rows.stream().map(row -> row.get(column)).toList(), down);
                for (int r = 0; r < rows.size(); r++) {
                    changed |= hidden(shown.get(r)) && withheld.get(r).add(column);
                }
            }
        }
        return IntStream.range(0, rows.size())
                .mapToObj(r -> RULE.showParts(rows.get(r), withheld.get(r)))
                .toList();
    }

    private static boolean hide(Set<Integer> withheld, List<Shown> shown) {
        boolean changed = false;
        for (int i = 0; i < shown.size(); i++) {
            changed |= hidden(shown.get(i)) && withheld.add(i);
        }
        return changed;
    }

    private static int together(Map<String, Shown> shown, int total) {
        return total
                - shown.values().stream()
                        .mapToInt(each -> number(each).orElse(0))
                        .sum();
    }

    private static boolean few(int count) {
        return hidden(RULE.show(count));
    }

    private static boolean hidden(Shown shown) {
        return shown instanceof Shown.Hidden;
    }

    private static boolean isNought(Shown shown) {
        return number(shown).orElse(1) == 0;
    }

    private static SequencedMap<String, Shown> joined(List<String> keys, List<Shown> shown) {
        SequencedMap<String, Shown> joined = new LinkedHashMap<>();
        IntStream.range(0, keys.size()).forEach(i -> joined.put(keys.get(i), shown.get(i)));
        return joined;
    }
}

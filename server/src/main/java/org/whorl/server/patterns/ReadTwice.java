package org.whorl.server.patterns;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.whorl.engine.voices.Kappa;

/**
 * A story that two people have read apart from each other.
 *
 * @param story which one
 * @param first whoever was done first
 * @param second whoever was done next
 */
public record ReadTwice(UUID story, Reading first, Reading second) {

    /** So many stories make one step in counting new codes. */
    static final int STEP = 10;

    /**
     * Of fewer stories nothing is said beyond chance: the interval of kappa holds for many stories only, and of a handful one
     * reading more would turn the verdict round.
     */
    static final int FEWEST = 10;

    /** Those that two have closed, in the order in which they were first closed. */
    static List<ReadTwice> among(Collection<Reading> readings) {
        return byStory(readings).entrySet().stream()
                .filter(each -> each.getValue().size() > 1)
                .map(each -> new ReadTwice(
                        each.getKey(), each.getValue().get(0), each.getValue().get(1)))
                .sorted(Comparator.comparing((ReadTwice each) -> at(each.first()))
                        .thenComparing(ReadTwice::story))
                .toList();
    }

    /** Did one of both use it, and the other not? */
    boolean differsOn(UUID code) {
        return first.codes().contains(code) != second.codes().contains(code);
    }

    /** How far the two agree on a code: was it used for a story or not? Nothing where no story was read twice. */
    static Optional<Kappa> agreement(UUID code, List<ReadTwice> all) {
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(Kappa.of(
                        all.stream().map(each -> used(each.first(), code)).toList(),
                        all.stream().map(each -> used(each.second(), code)).toList()));
    }

    private static String used(Reading reading, UUID code) {
        return reading.codes().contains(code) ? "yes" : "no";
    }

    /** How many codes came up for the first time, in each ten stories that somebody has closed. */
    static List<Integer> newCodes(Collection<Reading> readings) {
        List<List<Reading>> stories = byStory(readings).values().stream()
                .sorted(Comparator.comparing((List<Reading> each) -> at(each.getFirst())))
                .toList();
        Set<UUID> known = new HashSet<>();
        List<Integer> fresh = new ArrayList<>();
        for (int i = 0; i < stories.size(); i++) {
            if (i % STEP == 0) {
                fresh.add(0);
            }
            int before = known.size();
            stories.get(i).forEach(reading -> known.addAll(reading.codes()));
            fresh.set(fresh.size() - 1, fresh.getLast() + known.size() - before);
        }
        return List.copyOf(fresh);
    }

    private static Map<UUID, List<Reading>> byStory(Collection<Reading> readings) {
        return readings.stream()
                .filter(Reading::isDone)
                .sorted(Comparator.comparing(ReadTwice::at).thenComparing(Reading::coder))
                .collect(Collectors.groupingBy(Reading::story, TreeMap::new, Collectors.toList()));
    }

    private static Instant at(Reading reading) {
        return reading.doneAt().orElseThrow();
    }
}

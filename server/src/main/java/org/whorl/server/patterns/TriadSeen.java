package org.whorl.server.patterns;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.whorl.engine.voices.FalseDiscovery;
import org.whorl.engine.voices.Triads;
import org.whorl.server.stories.Placed;
import org.whorl.server.trust.Disclosure;

/**
 * What the marks of a question say together, as far as that may be told.
 *
 * @param marks how many put their story somewhere
 * @param notApplicable for how many the question does not apply
 * @param middle where they stand together; nothing while there are too few
 * @param compared whether groups differ, for each way to make groups
 * @param doubts why the question may be a poor one
 * @param drawn how many were drawn by lot to be compared; 0 where all were
 */
record TriadSeen(
        Disclosure.Shown marks,
        Disclosure.Shown notApplicable,
        Optional<Triads> middle,
        List<Compared> compared,
        List<TriadDoubt> doubts,
        int drawn) {

    /** Of chance, the same for everybody: two who look see the same. */
    static final long SEED = 6;

    /** Groups differ when at most one finding in twenty is chance. */
    private static final double CALLED = 0.05;

    /** More are compared by lot: comparing takes time by the square of how many there are. */
    private static final int MOST_COMPARED = 300;

    private static final int PERMUTATIONS = 999;

    /**
     * One way to make groups.
     *
     * @param by which
     * @param groups in the order of their keys
     * @param chance how often groups lie so far apart by chance alone; nothing where there are no two to compare
     * @param differ is that more than chance, all ways together counted?
     */
    record Compared(TriadGroups by, List<Group> groups, Optional<Double> chance, boolean differ) {}

    /**
     * One group.
     *
     * @param key what its members have in common
     * @param marks how many they are
     * @param middle where they stand together, where that may be told
     */
    record Group(String key, Disclosure.Shown marks, Optional<Triads> middle) {}

    static TriadSeen of(List<Placed> all) {
        List<Placed> placed =
                all.stream().filter(each -> each.placement().applies()).toList();
        int without = all.size() - placed.size();
        Disclosure.Shown marks = Disclosure.VOICES.show(placed.size());
        Disclosure.Shown notApplicable = Disclosure.VOICES.show(without);
        if (!isEnough(placed.size())) {
            return new TriadSeen(marks, notApplicable, Optional.empty(), List.of(), List.of(), 0);
        }
        Triads middle = Triads.of(parts(placed), SEED);
        return new TriadSeen(
                marks,
                notApplicable,
                Optional.of(middle),
                compared(placed),
                TriadDoubt.of(
                        parts(placed), middle, notApplicable instanceof Disclosure.Shown.Count(int value) ? value : 0),
                placed.size() > MOST_COMPARED ? MOST_COMPARED : 0);
    }

    private static boolean isEnough(int count) {
        return count > 0 && Disclosure.VOICES.show(count) instanceof Disclosure.Shown.Count;
    }

    private static List<Compared> compared(List<Placed> placed) {
        Set<Placed> drawn = drawn(placed);
        List<List<Group>> groups = new ArrayList<>();
        List<TriadGroups> ways = List.of(TriadGroups.values());
        double[] chances = new double[ways.size()];
        for (int way = 0; way < ways.size(); way++) {
            TriadGroups by = ways.get(way);
            Map<String, List<Placed>> members =
                    placed.stream().collect(Collectors.groupingBy(by::key, TreeMap::new, Collectors.toList()));
            List<String> keys = List.copyOf(members.keySet());
            Set<Integer> apart = Disclosure.VOICES.showApart(
                    members.values().stream().map(List::size).toList());
            List<List<double[]>> told = new ArrayList<>();
            List<Group> shown = new ArrayList<>();
            for (int i = 0; i < keys.size(); i++) {
                List<Placed> own = members.getOrDefault(keys.get(i), List.of());
                if (apart.contains(i)) {
                    shown.add(new Group(
                            keys.get(i), Disclosure.VOICES.show(own.size()), Optional.of(Triads.of(parts(own), SEED))));
                    List<Placed> few = own.stream().filter(drawn::contains).toList();
                    told.add(parts(few.size() < Triads.SMALLEST_GROUP ? own : few));
                } else {
                    shown.add(new Group(keys.get(i), new Disclosure.Shown.Hidden(), Optional.empty()));
                }
            }
            groups.add(shown);
            chances[way] = told.size() < 2 ? Double.NaN : Triads.compared(told, PERMUTATIONS, SEED);
        }
        double[] adjusted = FalseDiscovery.adjusted(chances);
        return IntStream.range(0, ways.size())
                .mapToObj(way -> new Compared(
                        ways.get(way),
                        groups.get(way),
                        Double.isNaN(chances[way]) ? Optional.empty() : Optional.of(chances[way]),
                        adjusted[way] <= CALLED))
                .toList();
    }

    private static Set<Placed> drawn(List<Placed> placed) {
        List<Placed> shuffled = new ArrayList<>(placed);
        Collections.shuffle(shuffled, new Random(SEED));
        return Set.copyOf(shuffled.subList(0, Math.min(MOST_COMPARED, shuffled.size())));
    }

    static List<double[]> parts(List<Placed> placed) {
        return placed.stream()
                .map(each -> each.placement().parts().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray())
                .toList();
    }
}

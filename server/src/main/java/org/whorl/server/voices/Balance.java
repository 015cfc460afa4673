package org.whorl.server.voices;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.whorl.engine.voices.Mix;
import org.whorl.server.trust.Disclosure;
import org.whorl.server.trust.Disclosure.Shown;

/**
 * Those who came, beside those who are there: worked out of what may be shown, and of nothing else.
 *
 * @param counted those who came
 * @param reference those who are there
 * @param mix one beside the other; those that are not told stand in it together under a blank name
 * @param without what it would be without one group
 */
public record Balance(Counted counted, Reference reference, Mix mix, List<Without> without) {

    /** Those that are not told. */
    public static final String TOGETHER = "";

    private static final long SEED = 8;

    /**
     * Without one group.
     *
     * @param group which
     * @param lopSided how lop-sided it would be
     * @param missing who would then be heard less than they are there
     * @param same whether those are the same as with it, itself left out
     */
    public record Without(String group, double lopSided, Set<String> missing, boolean same) {}

    /** One beside the other; empty where too few came to say anything. */
    static Optional<Balance> of(Counted counted, Reference reference) {
        Map<String, Double> there = new LinkedHashMap<>();
        Map<String, Integer> came = new LinkedHashMap<>();
        double apart = 0;
        for (Map.Entry<String, Double> each : reference.sizes().entrySet()) {
            Shown shown = counted.groups().getOrDefault(each.getKey(), new Shown.Count(0));
            if (shown instanceof Shown.Count(int number)) {
                there.put(each.getKey(), each.getValue());
                came.put(each.getKey(), number);
            } else {
                apart += each.getValue();
            }
        }
        if (counted.together() > 0) {
            there.put(TOGETHER, apart);
            came.put(TOGETHER, counted.together());
        }
        int all = came.values().stream().mapToInt(Integer::intValue).sum();
        boolean told = Disclosure.VOICES.show(all) instanceof Shown.Count && all > 0;
        if (!told || there.size() < 2 || !(reference.all() > 0)) {
            return Optional.empty();
        }
        Mix mix = Mix.of(there, came, Disclosure.VOICES.least(), SEED);
        return Optional.of(new Balance(counted, reference, mix, without(there, came, missing(mix))));
    }

    private static List<Without> without(Map<String, Double> there, Map<String, Integer> came, Set<String> missing) {
        List<Without> all = new ArrayList<>();
        for (String group : there.keySet()) {
            Map<String, Double> thereLess = new LinkedHashMap<>(there);
            Map<String, Integer> cameLess = new LinkedHashMap<>(came);
            thereLess.remove(group);
            cameLess.remove(group);
            int left = cameLess.values().stream().mapToInt(Integer::intValue).sum();
            double size =
                    thereLess.values().stream().mapToDouble(Double::doubleValue).sum();
            if (came.getOrDefault(group, 0) == 0 || group.equals(TOGETHER) || left == 0 || !(size > 0)) {
                continue;
            }
            Mix mix = Mix.of(thereLess, cameLess, Disclosure.VOICES.least(), SEED);
            Set<String> now = missing(mix);
            Set<String> before = new TreeSet<>(missing);
            before.remove(group);
            all.add(new Without(group, mix.lopSided().mean(), now, now.equals(before)));
        }
        return List.copyOf(all);
    }

    /** Who is heard less than they are there, beyond chance. */
    static Set<String> missing(Mix mix) {
        Set<String> missing = new TreeSet<>();
        mix.groups().stream()
                .filter(each -> each.heard() == Mix.Heard.LESS)
                .map(Mix.Group::name)
                .forEach(missing::add);
        return missing;
    }

    /** The groups that are told. */
    public List<Mix.Group> told() {
        return mix.groups().stream()
                .filter(each -> !each.name().equals(TOGETHER))
                .toList();
    }

    /** Those that are heard less than they are there, beyond chance. */
    public List<String> missing() {
        return List.copyOf(missing(mix));
    }

    /** How many groups have enough who came. */
    public int covered() {
        return (int) told().stream()
                .filter(each -> each.contributors() >= Disclosure.VOICES.least())
                .count();
    }

    /** Of how many that can be told. */
    public int of() {
        return told().size();
    }

    /** Of how many it is not told. */
    public int untold() {
        return reference.sizes().size() - told().size();
    }
}

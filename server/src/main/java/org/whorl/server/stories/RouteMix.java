package org.whorl.server.stories;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.whorl.server.trust.Disclosure;

/**
 * How people tell: how much came by each way, as far as that may be shown.
 *
 * @param total all of it
 * @param routes by which route
 * @param languages in which language
 * @param places about where: the id of a place, or a country
 * @param collectors who collected it: the id of a collector; blank for nobody
 * @param most the route that brings more than {@link #TOO_MUCH} of it all, where that may be told
 */
public record RouteMix(
        Disclosure.Shown total,
        List<Part> routes,
        List<Part> languages,
        List<Part> places,
        List<Part> collectors,
        Optional<String> most) {

    /** Where one route brings more than so many in a hundred, others are hardly heard. */
    public static final int TOO_MUCH = 70;

    /**
     * One way of several.
     *
     * @param key which one
     * @param told how much came by it
     */
    public record Part(String key, Disclosure.Shown told) {}

    /** Keeps copies. */
    public RouteMix {
        routes = List.copyOf(routes);
        languages = List.copyOf(languages);
        places = List.copyOf(places);
        collectors = List.copyOf(collectors);
    }

    static RouteMix of(
            Map<String, Integer> routes,
            Map<String, Integer> languages,
            Map<String, Integer> places,
            Map<String, Integer> collectors) {
        int total = routes.values().stream().mapToInt(Integer::intValue).sum();
        Disclosure.Shown shown = Disclosure.VOICES.show(total);
        // Below the threshold not even which one it is, or the few would be told apart.
        Optional<String> most = shown instanceof Disclosure.Shown.Count && total > 0
                ? routes.entrySet().stream()
                        .filter(each -> each.getValue() * 100L > (long) TOO_MUCH * total)
                        .map(Map.Entry::getKey)
                        .findFirst()
                : Optional.empty();
        return new RouteMix(shown, parts(routes), parts(languages), parts(places), parts(collectors), most);
    }

    /** The largest first; those that are hidden last, in an order that tells nothing of their size. */
    static List<Part> parts(Map<String, Integer> counts) {
        List<Map.Entry<String, Integer>> all = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        List<Disclosure.Shown> shown = Disclosure.VOICES.showParts(
                all.stream().map(Map.Entry::getValue).toList());
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            parts.add(new Part(all.get(i).getKey(), shown.get(i)));
        }
        return parts.stream()
                .sorted(Comparator.comparing((Part part) -> part.told() instanceof Disclosure.Shown.Hidden)
                        .thenComparing(part -> part.told() instanceof Disclosure.Shown.Hidden ? part.key() : ""))
                .toList();
    }
}

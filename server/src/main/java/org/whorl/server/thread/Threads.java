package org.whorl.server.thread;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Viewer;

/** The door to the thread of evidence. */
@Door
public class Threads {

    /** How many ties are followed each way. */
    public static final int STEPS = 3;

    /** All that is tied to a thing itself is given; of what lies further away no more in a step, and {@link Trace#more} says so. */
    private static final int MOST = 150;

    private final ThreadStore store;
    private final ObjectProvider<Spun> features;

    Threads(ThreadStore store, ObjectProvider<Spun> features) {
        this.store = store;
        this.features = features;
    }

    /**
     * What led to a thing and what came of it; nothing if there is no such thing, or the viewer may not see it.
     *
     * @param language {@code en} or {@code cy}, for what has a name in both
     */
    @Needs(Action.LOOK)
    public Optional<Trace> trace(String kind, String id, String language) {
        if (id.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        List<Knot> seen = seen();
        Thing.Key key = new Thing.Key(kind, id);
        return Optional.ofNullable(store.find(seen, Set.of(key), language).get(key))
                .map(self -> trace(seen, self, language));
    }

    /** The newest things of each kind that are tied to anything, for whoever wants to begin somewhere; at most so many of each. */
    @Needs(Action.LOOK)
    public Map<String, List<Thing>> newest(int most, String language) {
        Map<String, List<Thing>> newest = store.newest(seen(), most, language);
        Set<Thing.Key> tied = tied(
                newest.values().stream().flatMap(List::stream).map(Thing::key).toList());
        newest.replaceAll((_, some) -> some.stream()
                .filter(thing -> tied.contains(thing.key()))
                .sorted(Comparator.comparing((Thing thing) -> thing.day().orElse(LocalDate.MIN))
                        .reversed())
                .limit(most)
                .toList());
        newest.values().removeIf(List::isEmpty);
        return newest;
    }

    private Set<Thing.Key> tied(List<Thing.Key> some) {
        List<Tie> ties = ties();
        Set<Thing.Key> tied = new HashSet<>();
        store.links(ties, some, true).forEach(link -> tied.add(link.to()));
        store.links(ties, some, false).forEach(link -> tied.add(link.from()));
        return tied;
    }

    private List<Tie> ties() {
        return features.orderedStream()
                .flatMap(feature -> feature.ties().stream())
                .toList();
    }

    private List<Knot> seen() {
        return features.orderedStream()
                .flatMap(feature -> feature.knots().stream())
                .filter(knot -> Viewer.current().may(knot.needs()))
                .toList();
    }

    private Trace trace(List<Knot> seen, Thing self, String language) {
        List<Tie> all = ties();
        List<Trace.Near> around = new ArrayList<>();
        Set<Trace.Link> links = new LinkedHashSet<>();
        boolean more = false;
        for (boolean back : new boolean[] {true, false}) {
            Set<Thing.Key> known = new HashSet<>(Set.of(self.key()));
            Set<Thing.Key> edge = Set.of(self.key());
            for (int step = 1; step <= STEPS && !edge.isEmpty(); step++) {
                List<Trace.Link> here = store.links(all, edge, back);
                Set<Thing.Key> next = here.stream()
                        .map(link -> back ? link.from() : link.to())
                        .filter(key -> !known.contains(key))
                        .collect(Collectors.toCollection(LinkedHashSet::new));
                Map<Thing.Key, Thing> found = new LinkedHashMap<>(store.find(seen, next, language));
                int most = step == 1 ? found.size() : MOST;
                more |= found.size() > most;
                int steps = back ? -step : step;
                Set<Thing.Key> kept = new LinkedHashSet<>();
                found.values().stream().limit(most).forEach(thing -> {
                    kept.add(thing.key());
                    around.add(new Trace.Near(thing, steps));
                });
                known.addAll(kept);
                here.stream()
                        .filter(link -> known.contains(link.from()) && known.contains(link.to()))
                        .forEach(links::add);
                edge = kept;
            }
        }
        return new Trace(self, around, List.copyOf(links), more);
    }
}

package org.whorl.engine.simulation;

import org.whorl.engine.model.Measure;

/**
 * Who holds a place and since when, in the order they came. Kept only for services of which a measure asks how long people
 * have been there; elsewhere nothing is done.
 */
final class Holders {

    private final Lines lines;
    private final boolean[] kept;

    Holders(Wiring wiring) {
        lines = new Lines(wiring.services);
        kept = new boolean[wiring.services];
        for (Measure measure : wiring.model.measures()) {
            if (measure.count() != Measure.Count.IN_PLACE || measure.longerThan() == 0) {
                continue;
            }
            for (int s = 0; s < kept.length; s++) {
                kept[s] |= measure.in().isEmpty()
                        || measure.in().contains(wiring.model.services().get(s).id());
            }
        }
    }

    void clear() {
        lines.clear();
    }

    void grow(int people) {
        lines.grow(people);
    }

    void enter(int service, int who, double now) {
        if (kept[service]) {
            lines.join(service, who, now);
        }
    }

    /** Whether this person is among those kept. */
    boolean has(int who) {
        return lines.stands(who);
    }

    void leave(int who) {
        lines.leave(who);
    }

    /** Who has been there longest, or -1. */
    int first(int service) {
        return lines.head(service);
    }

    /** Who came next, or -1. */
    int after(int who) {
        return lines.after(who);
    }

    double since(int who) {
        return lines.since(who);
    }
}

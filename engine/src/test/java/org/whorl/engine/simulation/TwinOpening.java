package org.whorl.engine.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Arrival;
import org.whorl.engine.model.Distribution;
import org.whorl.engine.model.Duration;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Opening;
import org.whorl.engine.model.Route;
import org.whorl.engine.model.Visits;
import org.whorl.engine.random.Sampler;
import org.whorl.engine.random.Streams;
import org.whorl.engine.simulation.TwinPerson.Stance;

/** Who is there in the {@link PlainTwin} when the clock starts, and what tags people carry. */
final class TwinOpening {

    private final PlainTwin twin;

    TwinOpening(PlainTwin twin) {
        this.twin = twin;
    }

    void open() {
        List<Opening> openings = twin.timeline.epochs().getFirst().model().opening();
        for (Opening opening : openings) {
            int s = twin.index(opening.service());
            long word = TwinPerson.word("opening", opening.service());
            Duration length = twin.base.services().get(s).lengthOfStay();
            Sampler stay = new Sampler(length == null ? new Distribution.Constant(0) : length.distribution());
            group(opening.inPlace(), s, twin.key + word, (person, elapsed) -> {
                long bits = Streams.mix(person.key + TwinPerson.word("stay", twin.id(s)));
                double remaining = elapsed < 0 ? stay.residual(bits) : stay.remaining(bits, elapsed);
                double gone = elapsed < 0 ? stay.lengthBiased(bits) - remaining : elapsed;
                if (opening.rest() != null) {
                    remaining = new Sampler(opening.rest().distribution()).sample(bits);
                }
                Visits visits = twin.base.services().get(s).visits();
                if (visits != null) {
                    twin.visits.book(person, s, -(int) gone, gone + remaining, visits);
                }
                person.stance = Stance.STAYING;
                twin.hold(person, s);
                twin.plan(twin.now + remaining, () -> twin.stayOver(person));
            });
            group(opening.blocked(), s, twin.key + Streams.mix(word + 1), (person, elapsed) -> {
                person.stance = Stance.BLOCKED;
                twin.hold(person, s);
                person.ready = 0.0 - Math.max(0, elapsed); // never -0, which sorts before 0
                person.wants = nextService(person, s);
                person.ended.merge(s, 1, Integer::sum);
                twin.wait(person, person.wants);
            });
        }
        for (Opening opening : openings) {
            int s = twin.index(opening.service());
            long word = TwinPerson.word("opening", opening.service());
            group(opening.waiting(), s, twin.key + Streams.mix(word + 2), (person, elapsed) -> {
                person.ready = 0.0 - Math.max(0, elapsed); // never -0, which sorts before 0
                person.wants = s;
                twin.findShelter(person, s);
                twin.wait(person, s);
            });
        }
    }

    private interface Entry {
        void enter(TwinPerson person, double elapsed);
    }

    private void group(Opening.Group group, int s, long groupKey, Entry entry) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < group.people(); i++) {
            order.add(i);
        }
        if (!group.elapsed().isEmpty()) {
            order.sort(Comparator.comparingDouble(i -> -group.elapsed().get(i)));
        }
        double[][] flows = Flows.byStream(twin.base);
        for (int i : order) {
            long personKey = Streams.child(groupKey, i);
            double u = Streams.uniform(Streams.mix(personKey ^ 0x9fb21c651e98df25L));
            double total = 0;
            for (double[] flow : flows) {
                total += flow[s];
            }
            u *= total;
            int stream = 0;
            for (int a = 0; a < flows.length; a++) {
                u -= flows[a][s];
                if (u < 0) {
                    stream = a;
                    break;
                }
            }
            Arrival from =
                    twin.base.arrivals().isEmpty() ? null : twin.base.arrivals().get(stream);
            entry.enter(
                    person(twin.base, personKey, from),
                    group.elapsed().isEmpty() ? -1 : group.elapsed().get(i));
        }
    }

    /** The next step of somebody whose next step is known to be a service. */
    private int nextService(TwinPerson person, int here) {
        double total = 0;
        List<Route> routes = twin.base.services().get(here).routes();
        for (Route route : routes) {
            total += twin.index(route.to()) < 0 ? 0 : route.share().value();
        }
        double u = total * person.chance("route", here);
        int chosen = -1;
        for (Route route : routes) {
            if (twin.index(route.to()) >= 0 && u >= 0) {
                chosen = twin.index(route.to());
                u -= route.share().value();
            }
        }
        return chosen;
    }

    /** Somebody of an arrival stream, with tags by the chance its shares give them. */
    static TwinPerson person(Model base, long personKey, @Nullable Arrival arrival) {
        Map<String, String> tags = new LinkedHashMap<>();
        if (arrival != null && !arrival.tags().isEmpty()) {
            double u = Streams.uniform(Streams.mix(personKey ^ 0x2545f4914f6cdd1dL));
            List<Map<String, String>> kinds = new ArrayList<>(List.of(Map.of()));
            List<Double> chances = new ArrayList<>(List.of(1.0));
            for (String tag : arrival.tags().keySet()) {
                List<Map<String, String>> more = new ArrayList<>();
                List<Double> moreChances = new ArrayList<>();
                for (int k = 0; k < kinds.size(); k++) {
                    Map<String, String> kind = kinds.get(k);
                    double chance = chances.get(k);
                    arrival.tags().get(tag).forEach((value, share) -> {
                        Map<String, String> both = new LinkedHashMap<>(kind);
                        both.put(tag, value);
                        more.add(both);
                        moreChances.add(chance * share);
                    });
                }
                kinds = more;
                chances = moreChances;
            }
            double sum = chances.getFirst();
            int k = 0;
            while (k < kinds.size() - 1 && sum <= u) {
                sum += chances.get(++k);
            }
            tags = kinds.get(k);
        }
        return new TwinPerson(base, personKey, tags);
    }
}

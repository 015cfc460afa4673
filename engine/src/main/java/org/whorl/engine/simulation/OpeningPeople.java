package org.whorl.engine.simulation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.whorl.engine.model.Duration;
import org.whorl.engine.model.Opening;
import org.whorl.engine.random.Sampler;
import org.whorl.engine.random.Streams;

/**
 * Brings in the people who are there when the clock starts. Nobody recorded which stream they came from, so they are
 * spread over the streams as the flow into their service is; those there for an unknown time get a length-biased residual
 * (a census meets long stays more often than short ones).
 */
final class OpeningPeople {

    private final Wiring wiring;
    private final Schedule schedule;
    private final Replication replication;

    OpeningPeople(Wiring wiring, Schedule schedule, Replication replication) {
        this.wiring = wiring;
        this.schedule = schedule;
        this.replication = replication;
    }

    void enter(long replicationKey) {
        List<Opening> openings = schedule.timeline.epochs().getFirst().model().opening();
        for (Opening opening : openings) {
            int service = wiring.model.indexOf(opening.service());
            long word = Wiring.word("opening", opening.service());
            // These stays began before any scenario did.
            Sampler stay = schedule.before.stay[service];
            Duration told = opening.rest();
            Sampler rest = told == null ? null : new Sampler(told.distribution());
            group(opening.inPlace(), replicationKey + word, service, (stream, key, elapsed) -> {
                long bits = Streams.mix(key + wiring.stayWord[service]);
                double residual = stay.residual(bits);
                double before = elapsed >= 0 ? elapsed : stay.lengthBiased(bits) - residual;
                double still =
                        rest != null ? rest.sample(bits) : elapsed >= 0 ? stay.remaining(bits, elapsed) : residual;
                replication.openInPlace(stream, key, service, before, still);
            });
            group(
                    opening.blocked(),
                    replicationKey + Streams.mix(word + 1),
                    service,
                    (stream, key, elapsed) -> replication.openBlocked(stream, key, service, Math.max(0, elapsed)));
        }
        // Only when every place is taken is it known who finds room to wait in.
        for (Opening opening : openings) {
            int service = wiring.model.indexOf(opening.service());
            long word = Wiring.word("opening", opening.service());
            group(
                    opening.waiting(),
                    replicationKey + Streams.mix(word + 2),
                    service,
                    (stream, key, elapsed) -> replication.openWaiting(stream, key, service, Math.max(0, elapsed)));
        }
    }

    private interface Entry {
        void enter(int stream, long key, double elapsed);
    }

    private void group(Opening.Group group, long groupKey, int service, Entry entry) {
        List<Double> elapsed = group.elapsed();
        int[] longestFirst = IntStream.range(0, group.people())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> i < elapsed.size() ? -elapsed.get(i) : 1))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i : longestFirst) {
            long key = Streams.child(groupKey, i);
            int stream = stream(service, Streams.uniform(Streams.mix(key ^ 0x9fb21c651e98df25L)));
            entry.enter(stream, key, i < elapsed.size() ? elapsed.get(i) : -1);
        }
    }

    /** A stream, with the chance its share of the flow into the service gives it. */
    private int stream(int service, double u) {
        double total = 0;
        for (double[] flow : schedule.mixOf) {
            total += flow[service];
        }
        double left = u * total;
        for (int a = 0; a < schedule.mixOf.length; a++) {
            left -= schedule.mixOf[a][service];
            if (left < 0) {
                return a;
            }
        }
        return 0;
    }
}

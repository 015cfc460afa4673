package org.whorl.engine.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Model;
import org.whorl.engine.random.Streams;

/** One person of the {@link PlainTwin}. */
final class TwinPerson {

    /** Where a person stands. */
    enum Stance {
        NEW,
        AT_HOME,
        OUTSIDE,
        SHELTERED,
        BLOCKED,
        STAYING
    }

    /** A person in a line: for a stay, or only for a place to wait in. */
    record Claim(TwinPerson person, boolean toStay, List<Claim> line, int urgency, double ready, long joined) {}

    final long key;
    final Map<String, String> tags;
    Stance stance = Stance.NEW;
    /** The service whose place is held. */
    int at = -1;

    int wants = -1;
    /** Whether they came from outside and the limit had room for them. */
    boolean admitted;

    double ready;
    /** Counts the queues joined and left, to know whether a plan made in one still holds. */
    int turn;

    /** When they last changed queues, and how many times at that moment. */
    double changed = -1;

    int changes;

    /** How many stays have ended, by service. */
    final Map<Integer, Integer> ended = new HashMap<>();

    @Nullable
    Claim line;

    @Nullable
    Claim outsideLine;

    Diary.@Nullable Stretch held;
    Diary.@Nullable Stretch there;
    Diary.@Nullable Stretch waits;

    private final Model model;

    TwinPerson(Model model, long key, Map<String, String> tags) {
        this.model = model;
        this.key = key;
        this.tags = tags;
    }

    /** The key word of a purpose at a service, an arrival stream or an opening. */
    static long word(String purpose, String id) {
        return Streams.child(Streams.child(0, purpose), id);
    }

    /** Whether they hold a place while they wait. */
    boolean holds() {
        return stance == Stance.SHELTERED || stance == Stance.BLOCKED;
    }

    long draw(String purpose, int service) {
        long word = word(purpose, model.services().get(service).id());
        return Streams.mix(key + word + ended.getOrDefault(service, 0) * 0xda942042e4dd58b5L);
    }

    long drawOfLastVisit(String purpose, int service) {
        long word = word(purpose, model.services().get(service).id());
        return Streams.mix(key + word + (ended.getOrDefault(service, 0) - 1) * 0xda942042e4dd58b5L);
    }

    double chance(String purpose, int service) {
        return Streams.uniform(draw(purpose, service));
    }
}

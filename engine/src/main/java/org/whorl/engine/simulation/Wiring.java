package org.whorl.engine.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.whorl.engine.model.Arrival;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Queue;
import org.whorl.engine.model.Route;
import org.whorl.engine.model.Service;
import org.whorl.engine.random.Streams;

/**
 * What no scenario changes: who is connected with whom, as plain arrays. Services are numbered in the order of the model;
 * an exit is {@link #EXIT}. A <em>kind</em> is one arrival stream with one combination of tags.
 */
final class Wiring {

    static final int EXIT = -1;
    static final int NOWHERE = -1;

    final Model model;
    final int services;
    final int streams;

    /** For each service where its routes lead; empty for a service people only wait in. */
    final int[][] routeTo;

    final int[] waitsIn;
    final int[] leaveTo;
    final int[] moveTo;
    final boolean[] lostOnOverflow;
    /** Whether people there are visited at all, and whether visits are what limits them. */
    final boolean[] makesVisits;

    final boolean[] countsVisits;

    /** Where each stream arrives. */
    final int[] arrivesAt;

    /** For each stream its kinds and the cumulative share of each. */
    final int[][] kindsOf;

    final double[][] kindShares;
    final int kinds;

    /** The tags of each kind. */
    final List<Map<String, String>> tagsOf = new ArrayList<>();

    /** For each service the queue class of each kind, 0 the most urgent. */
    final int[][] queueClass;

    final int[] queueClasses;

    /** For each service its first line; one line a class. */
    final int[] firstLine;

    /** Between the key words of one visit to a service and of the next. */
    static final long NEXT_VISIT = 0xda942042e4dd58b5L;

    /** For each service the line of those who may not even wait inside. */
    final int[] overflowLine;

    final int lines;

    /** Services on a circle of routes, numbered; -1 for a service a person can be at only once. */
    final int[] circular;

    final int circularServices;

    /** Key words that tell one service's draws from another's; they hang on the id, not on the order. */
    final long[] stayWord;

    final long[] routeWord;
    final long[] patienceWord;
    final long[] moveWord;
    final long[] handOverWord;
    /** For the visit just counted: people are asked how they go when the visit is over. */
    final long[] transferWord;

    final long[] doubleWord;
    final long[] streamWord;

    Wiring(Model model) {
        this.model = model;
        services = model.services().size();
        streams = model.arrivals().size();
        routeTo = new int[services][];
        waitsIn = new int[services];
        leaveTo = new int[services];
        moveTo = new int[services];
        lostOnOverflow = new boolean[services];
        makesVisits = new boolean[services];
        countsVisits = new boolean[services];
        stayWord = new long[services];
        routeWord = new long[services];
        patienceWord = new long[services];
        moveWord = new long[services];
        handOverWord = new long[services];
        transferWord = new long[services];
        doubleWord = new long[services];
        for (int s = 0; s < services; s++) {
            Service service = model.services().get(s);
            routeTo[s] = service.routes().isEmpty()
                    ? new int[] {EXIT}
                    : service.routes().stream()
                            .map(Route::to)
                            .mapToInt(model::indexOf)
                            .toArray();
            waitsIn[s] = service.waitsIn() == null ? NOWHERE : model.indexOf(service.waitsIn());
            String leave = service.queue().leaveTo();
            leaveTo[s] = leave == null ? EXIT : model.indexOf(leave);
            moveTo[s] = service.whileWaiting().moves() == null
                    ? NOWHERE
                    : model.indexOf(service.whileWaiting().moves().to());
            lostOnOverflow[s] = service.queue().overflow() == Queue.Overflow.LOST;
            makesVisits[s] = service.visits() != null;
            countsVisits[s] = service.capacity().countsVisits();
            stayWord[s] = word("stay", service.id());
            routeWord[s] = word("route", service.id());
            patienceWord[s] = word("patience", service.id());
            moveWord[s] = word("move", service.id());
            handOverWord[s] = word("hand-over", service.id());
            transferWord[s] = word("transfer", service.id());
            doubleWord[s] = word("double-handed", service.id());
        }
        arrivesAt = new int[streams];
        kindsOf = new int[streams][];
        kindShares = new double[streams][];
        streamWord = new long[streams];
        for (int a = 0; a < streams; a++) {
            Arrival arrival = model.arrivals().get(a);
            arrivesAt[a] = model.indexOf(arrival.to());
            streamWord[a] = word("arrival", arrival.id());
            nameKinds(a, arrival);
        }
        if (streams == 0) {
            tagsOf.add(Map.of());
        }
        kinds = tagsOf.size();
        queueClass = new int[services][kinds];
        queueClasses = new int[services];
        firstLine = new int[services];
        overflowLine = new int[services];
        int line = 0;
        for (int s = 0; s < services; s++) {
            queueClasses[s] = classify(s, model.services().get(s).queue().order());
            firstLine[s] = line;
            line += queueClasses[s];
            overflowLine[s] = line++;
        }
        lines = line;
        circular = new int[services];
        int count = 0;
        for (int s = 0; s < services; s++) {
            circular[s] = reaches(s, s) ? count++ : -1;
            transferWord[s] -= circular[s] < 0 ? 0 : NEXT_VISIT;
        }
        circularServices = count;
    }

    /** Which of the routes of a service leads to the next; -1 for none, and for an exit, of which there may be several. */
    int choice(int from, int to) {
        for (int i = 0; to >= 0 && i < routeTo[from].length; i++) {
            if (routeTo[from][i] == to) {
                return i;
            }
        }
        return -1;
    }

    static long word(String purpose, String id) {
        return Streams.child(Streams.child(0, purpose), id);
    }

    private void nameKinds(int stream, Arrival arrival) {
        List<Map<String, String>> tags = new ArrayList<>(List.of(Map.of()));
        List<Double> shares = new ArrayList<>(List.of(1.0));
        arrival.tags().forEach((tag, values) -> {
            List<Map<String, String>> moreTags = new ArrayList<>();
            List<Double> moreShares = new ArrayList<>();
            for (int i = 0; i < tags.size(); i++) {
                for (Map.Entry<String, Double> value : values.entrySet()) {
                    Map<String, String> combined = new LinkedHashMap<>(tags.get(i));
                    combined.put(tag, value.getKey());
                    moreTags.add(combined);
                    moreShares.add(shares.get(i) * value.getValue());
                }
            }
            tags.clear();
            tags.addAll(moreTags);
            shares.clear();
            shares.addAll(moreShares);
        });
        kindsOf[stream] = new int[tags.size()];
        kindShares[stream] = new double[tags.size()];
        double sum = 0;
        for (int i = 0; i < tags.size(); i++) {
            kindsOf[stream][i] = tagsOf.size();
            tagsOf.add(tags.get(i));
            sum += shares.get(i);
            kindShares[stream][i] = sum;
        }
    }

    private int classify(int service, Queue.Order order) {
        return switch (order) {
            case Queue.Order.Fifo _ -> 1;
            case Queue.Order.ByTag byTag -> {
                Map<String, Integer> rank = new HashMap<>();
                for (String value : byTag.first()) {
                    rank.putIfAbsent(value, rank.size());
                }
                for (int k = 0; k < kinds; k++) {
                    String value = tagsOf.get(k).get(byTag.tag());
                    queueClass[service][k] = rank.getOrDefault(value == null ? "" : value, rank.size());
                }
                yield rank.size() + 1;
            }
        };
    }

    /** Whether someone whose stay at {@code from} is over may come to be at, or wait for, {@code to} later. */
    boolean reaches(int from, int to) {
        boolean[] seen = new boolean[services];
        return search(from, to, seen);
    }

    private boolean search(int from, int to, boolean[] seen) {
        for (int next : onward(from)) {
            if (next == to) {
                return true;
            }
            if (next >= 0 && !seen[next]) {
                seen[next] = true;
                if (search(next, to, seen)) {
                    return true;
                }
            }
        }
        return false;
    }

    private int[] onward(int service) {
        int[] routes = routeTo[service];
        int[] all = java.util.Arrays.copyOf(routes, routes.length + 2);
        all[routes.length] = leaveTo[service];
        all[routes.length + 1] = moveTo[service];
        return all;
    }

    /** The kind of a person of this stream; of nobody's stream where nobody comes from outside. */
    int kind(int stream, long key) {
        if (streams == 0) {
            return 0;
        }
        double[] shares = kindShares[stream];
        if (shares.length == 1) {
            return kindsOf[stream][0];
        }
        double u = Streams.uniform(Streams.mix(key ^ 0x2545f4914f6cdd1dL));
        int i = 0;
        while (i < shares.length - 1 && shares[i] <= u) {
            i++;
        }
        return kindsOf[stream][i];
    }
}

package org.whorl.engine.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Distribution;
import org.whorl.engine.model.Duration;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Queue;
import org.whorl.engine.model.Service;
import org.whorl.engine.model.Timeline;
import org.whorl.engine.random.Sampler;
import org.whorl.engine.simulation.TwinPerson.Claim;

/** Who is where in the {@link PlainTwin}, and the questions its rules ask. */
class TwinState {

    record Happening(double when, long planned, Runnable what) {}

    final Diary diary;
    final List<List<Double>> waitsOfStarts = new ArrayList<>();
    final int[] lost;
    final int[] left;
    final int[] moved;
    int swaps;
    final int[][] startsOn;

    final Model base;
    final Timeline timeline;
    final long key;
    final int n;
    final PriorityQueue<Happening> todo =
            new PriorityQueue<>(Comparator.comparingDouble(Happening::when).thenComparingLong(Happening::planned));
    final List<List<Claim>> lines = new ArrayList<>();
    final List<List<Claim>> behindLimit = new ArrayList<>();
    final Deque<Integer> freed = new ArrayDeque<>();
    final Deque<int[]> suspects = new ArrayDeque<>();
    final int[] inPlace;
    final int[] admitted;
    final double[] places;
    final double[] credit;
    final double[] startsLeft;
    final TwinVisits visits;
    long planned;
    Model model;
    double now;

    TwinState(Model base, Timeline timeline, long key) {
        this.base = base;
        this.timeline = timeline;
        this.key = key;
        n = base.services().size();
        model = timeline.epochs().getFirst().model();
        diary = new Diary(base.time());
        lost = new int[n];
        left = new int[n];
        moved = new int[n];
        startsOn = new int[n][base.time().end()];
        inPlace = new int[n];
        admitted = new int[n];
        places = new double[n];
        credit = new double[n];
        startsLeft = new double[n];
        visits = new TwinVisits(this);
        for (int s = 0; s < n; s++) {
            lines.add(new ArrayList<>());
            behindLimit.add(new ArrayList<>());
            waitsOfStarts.add(new ArrayList<>());
        }
    }

    String id(int service) {
        return base.services().get(service).id();
    }

    Service service(int s) {
        return model.services().get(s);
    }

    int index(@Nullable String id) {
        return id == null ? -1 : base.indexOf(id);
    }

    int room(int s) {
        return index(service(s).waitsIn());
    }

    boolean measured() {
        return now >= base.time().warmUp();
    }

    void plan(double when, Runnable what) {
        todo.add(new Happening(when, planned++, what));
    }

    static double length(@Nullable Duration duration, long bits) {
        Distribution none = new Distribution.Constant(0);
        return new Sampler(duration == null ? none : duration.distribution()).sample(bits);
    }

    /** The model that holds on a day. */
    Model on(int day) {
        Model holds = timeline.epochs().getFirst().model();
        for (Timeline.Epoch epoch : timeline.epochs()) {
            holds = epoch.from() <= day ? epoch.model() : holds;
        }
        return holds;
    }

    void setPlacesAndStarts(int s, int day) {
        Service service = service(s);
        double amount = service.capacity().amount(base.time(), day);
        places[s] = Math.floor(amount + 1e-9);
        List<Double> shares = service.starts().factors();
        double share = shares.get(base.time().date(day).getDayOfWeek().getValue() - 1);
        startsLeft[s] = Double.POSITIVE_INFINITY;
        if (share < 1) {
            double flow = Flows.total(Flows.byStream(model), n)[s];
            boolean counted = !Double.isInfinite(amount) && !service.capacity().countsVisits();
            double stay = service.lengthOfStay() == null
                    ? 0
                    : service.lengthOfStay().distribution().mean();
            double usual =
                    counted && service.lengthOfStay() != null ? Math.min(flow, amount / Math.max(stay, 1e-9)) : flow;
            credit[s] = share * usual + credit[s] - Math.floor(credit[s]);
            startsLeft[s] = Math.floor(credit[s]);
        }
    }

    boolean hasRoom(int s) {
        return inPlace[s] < places[s];
    }

    boolean countsVisits(int s) {
        return service(s).capacity().countsVisits();
    }

    boolean mayStart(TwinPerson person, int s) {
        return startsLeft[s] > 0 && (countsVisits(s) ? visits.fit(person, s, stay(person, s)) : hasRoom(s));
    }

    double stay(TwinPerson person, int s) {
        double stay = length(service(s).lengthOfStay(), person.draw("stay", s));
        var grows = service(s).whileWaiting().stayGrows();
        return grows == null || grows.value() == 0 ? stay : stay * (1 + grows.value() * (now - person.ready));
    }

    double limit(int s) {
        return service(s).queue().limit() == null
                ? Double.POSITIVE_INFINITY
                : service(s).queue().limit().value();
    }

    boolean canShelter(int room) {
        boolean somebodyFirst = lines.get(room).stream().anyMatch(c -> !c.toStay() || startsLeft[room] > 0);
        return !somebodyFirst && hasRoom(room);
    }

    int urgency(TwinPerson person, int s) {
        if (!(base.services().get(s).queue().order() instanceof Queue.Order.ByTag(String tag, List<String> first))) {
            return 0;
        }
        int rank = first.indexOf(person.tags.getOrDefault(tag, ""));
        return rank < 0 ? first.size() : rank;
    }

    Claim join(List<Claim> line, TwinPerson person, boolean toStay, int urgency) {
        Claim claim = new Claim(person, toStay, line, urgency, person.ready, planned++);
        line.add(claim);
        line.sort(Comparator.comparingInt(Claim::urgency)
                .thenComparingDouble(Claim::ready)
                .thenComparingLong(Claim::joined));
        return claim;
    }

    static void leave(@Nullable Claim claim) {
        if (claim != null) {
            claim.line().remove(claim);
        }
    }

    /** A ring of people each of whom holds a place of one service and wants the next. */
    boolean findRing(int home, int here, int next, boolean[] seen, List<TwinPerson> ring) {
        if (seen[next] || places[next] == Double.POSITIVE_INFINITY || startsLeft[next] <= 0 || countsVisits(next)) {
            return false;
        }
        TwinPerson first = lines.get(next).stream()
                .filter(Claim::toStay)
                .map(Claim::person)
                .filter(p -> p.holds() && p.at == here)
                .findFirst()
                .orElse(null);
        if (first == null) {
            return false;
        }
        seen[next] = true;
        ring.add(first);
        if (next == home) {
            return true;
        }
        for (int onward = 0; onward < n; onward++) {
            if (findRing(home, next, onward, seen, ring)) {
                return true;
            }
        }
        ring.removeLast();
        return false;
    }
}

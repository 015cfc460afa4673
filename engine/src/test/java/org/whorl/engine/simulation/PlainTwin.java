package org.whorl.engine.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Arrival;
import org.whorl.engine.model.Distribution;
import org.whorl.engine.model.Duration;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Opening;
import org.whorl.engine.model.Queue;
import org.whorl.engine.model.Route;
import org.whorl.engine.model.Service;
import org.whorl.engine.model.Timeline;
import org.whorl.engine.model.Visits;
import org.whorl.engine.model.WhileWaiting;
import org.whorl.engine.random.CountTable;
import org.whorl.engine.random.Sampler;
import org.whorl.engine.random.Streams;

/**
 * The life of a person as docs/method/simulation.md tells it, played in the plainest way: objects, lists, a priority queue
 * of things to do, and no thought of speed. It draws the same chance by the same names as the engine, so the two must agree
 * on every single wait of every person.
 */
final class PlainTwin {

    /** Where a person stands. */
    private enum Stance {
        NEW,
        AT_HOME,
        OUTSIDE,
        SHELTERED,
        BLOCKED,
        STAYING
    }

    private final class Person {
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

        double changed = -1;
        int changes;
        final Map<Integer, Integer> ended = new HashMap<>();

        @Nullable
        Claim line;

        @Nullable
        Claim outsideLine;

        Diary.@Nullable Stretch held;
        Diary.@Nullable Stretch there;
        Diary.@Nullable Stretch waits;

        Person(long key, Map<String, String> tags) {
            this.key = key;
            this.tags = tags;
        }

        boolean holds() {
            return stance == Stance.SHELTERED || stance == Stance.BLOCKED;
        }

        long draw(String purpose, int service) {
            return Streams.mix(key + word(purpose, id(service)) + ended.getOrDefault(service, 0) * 0xda942042e4dd58b5L);
        }

        double chance(String purpose, int service) {
            return Streams.uniform(draw(purpose, service));
        }
    }

    /** A person in a line: for a stay, or only for a place to wait in. */
    private record Claim(Person person, boolean toStay, List<Claim> line, int urgency, double ready, long joined) {}

    private record Happening(double when, long planned, Runnable what) {}

    final Diary diary;
    final List<List<Double>> waitsOfStarts = new ArrayList<>();
    final int[] lost;
    final int[] left;
    final int[] moved;
    int swaps;
    final long[] visitsMade;
    final int[][] startsOn;

    private final Model base;
    private final Timeline timeline;
    private final long key;
    private final int n;
    private final PriorityQueue<Happening> todo =
            new PriorityQueue<>(Comparator.comparingDouble(Happening::when).thenComparingLong(Happening::planned));
    private final List<List<Claim>> lines = new ArrayList<>();
    private final List<List<Claim>> behindLimit = new ArrayList<>();
    private final Deque<Integer> freed = new ArrayDeque<>();
    private final Deque<int[]> suspects = new ArrayDeque<>();
    private final int[] inPlace;
    private final int[] admitted;
    private final double[] places;
    private final double[] credit;
    private final double[] startsLeft;
    private final int[][] booked;
    private long planned;
    private Model model;
    private double now;

    PlainTwin(Model base, Timeline timeline, long key) {
        this.base = base;
        this.timeline = timeline;
        this.key = key;
        n = base.services().size();
        model = timeline.epochs().getFirst().model();
        diary = new Diary(base.time());
        lost = new int[n];
        left = new int[n];
        moved = new int[n];
        visitsMade = new long[n];
        startsOn = new int[n][base.time().end()];
        inPlace = new int[n];
        admitted = new int[n];
        places = new double[n];
        credit = new double[n];
        startsLeft = new double[n];
        booked = new int[n][base.time().end()];
        for (int s = 0; s < n; s++) {
            lines.add(new ArrayList<>());
            behindLimit.add(new ArrayList<>());
            waitsOfStarts.add(new ArrayList<>());
        }
    }

    int visitsOn(int service, int day) {
        return booked[service][day];
    }

    static long word(String purpose, String id) {
        return Streams.child(Streams.child(0, purpose), id);
    }

    private String id(int service) {
        return base.services().get(service).id();
    }

    private Service service(int s) {
        return model.services().get(s);
    }

    private int index(@Nullable String id) {
        return id == null ? -1 : base.indexOf(id);
    }

    private int room(int s) {
        return index(service(s).waitsIn());
    }

    private boolean measured() {
        return now >= base.time().warmUp();
    }

    private void plan(double when, Runnable what) {
        todo.add(new Happening(when, planned++, what));
    }

    private static double length(@Nullable Duration duration, long bits) {
        Distribution none = new Distribution.Constant(0);
        return new Sampler(duration == null ? none : duration.distribution()).sample(bits);
    }

    // ---- the days ----

    void play() {
        for (int day = 0; day < base.time().end(); day++) {
            now = day;
            morning(day);
            while (!todo.isEmpty() && todo.peek().when() < day + 1) {
                Happening next = todo.remove();
                now = next.when();
                next.what().run();
                untilNothingMoves();
            }
            if (day >= base.time().warmUp()) {
                for (int s = 0; s < n; s++) {
                    visitsMade[s] += booked[s][day];
                }
            }
        }
    }

    private void morning(int day) {
        for (Timeline.Epoch epoch : timeline.epochs()) {
            model = epoch.from() <= day ? epoch.model() : model;
        }
        for (int s = 0; s < n; s++) {
            setPlacesAndStarts(s, day);
        }
        if (day == 0) {
            open();
        }
        for (int s = 0; s < n; s++) {
            letIn(s);
            freed.push(s);
            boolean limited = service(s).starts().factors().stream().anyMatch(f -> f < 1);
            if (limited && startsLeft[s] > 0 && lines.get(s).stream().anyMatch(Claim::toStay)) {
                for (int from = 0; from < n; from++) {
                    suspects.push(new int[] {from, s});
                }
            }
        }
        untilNothingMoves();
        for (Arrival arrival : model.arrivals()) {
            long dayKey = Streams.child(Streams.mix(key + word("arrival", arrival.id())), day);
            double mean = arrival.meanOn(base.time().date(day));
            int count = new CountTable(mean, arrival.dispersion().value()).count(dayKey);
            for (int i = 0; i < count; i++) {
                Person person = person(Streams.child(dayKey, i), arrival);
                plan(day + Streams.uniform(Streams.next(person.key)), () -> {
                    person.ready = now;
                    approach(person, index(arrival.to()));
                });
            }
        }
    }

    private void setPlacesAndStarts(int s, int day) {
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

    private Person person(long personKey, @Nullable Arrival arrival) {
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
        return new Person(personKey, tags);
    }

    // ---- rules 1 and 2 ----

    private boolean hasRoom(int s) {
        return inPlace[s] < places[s];
    }

    private boolean countsVisits(int s) {
        return service(s).capacity().countsVisits();
    }

    private boolean mayStart(Person person, int s) {
        return startsLeft[s] > 0 && (countsVisits(s) ? fits(person, s) : hasRoom(s));
    }

    private void approach(Person person, int s) {
        person.wants = s;
        if (lines.get(s).isEmpty() && mayStart(person, s)) {
            start(person, s);
            return;
        }
        if (service(s).queue().overflow() == Queue.Overflow.LOST
                && !(admitted[s] < limit(s) && (room(s) < 0 || canShelter(room(s))))) {
            lost[s] += measured() ? 1 : 0;
            return;
        }
        findShelter(person, s);
        wait(person, s);
    }

    private double limit(int s) {
        return service(s).queue().limit() == null
                ? Double.POSITIVE_INFINITY
                : service(s).queue().limit().value();
    }

    private boolean canShelter(int room) {
        boolean somebodyFirst = lines.get(room).stream().anyMatch(c -> !c.toStay() || startsLeft[room] > 0);
        return !somebodyFirst && hasRoom(room);
    }

    private void findShelter(Person person, int s) {
        person.stance = Stance.OUTSIDE;
        if (admitted[s] >= limit(s)) {
            person.outsideLine = join(behindLimit.get(s), person, false, 0);
            return;
        }
        admitted[s]++;
        person.admitted = true;
        if (room(s) < 0) {
            person.stance = Stance.AT_HOME;
        } else if (canShelter(room(s))) {
            shelter(person, room(s));
        } else {
            person.outsideLine = join(lines.get(room(s)), person, false, urgency(person, room(s)));
        }
    }

    private void shelter(Person person, int room) {
        person.stance = Stance.SHELTERED;
        hold(person, room);
    }

    private void hold(Person person, int s) {
        person.at = s;
        inPlace[s]++;
        person.held = diary.begin(new Diary.Stretch(Diary.Kind.HELD, person.tags, id(s), null, false, now, now));
        person.there = diary.begin(new Diary.Stretch(Diary.Kind.THERE, person.tags, id(s), null, false, now, now));
    }

    private int urgency(Person person, int s) {
        if (!(base.services().get(s).queue().order() instanceof Queue.Order.ByTag(String tag, List<String> first))) {
            return 0;
        }
        int rank = first.indexOf(person.tags.getOrDefault(tag, ""));
        return rank < 0 ? first.size() : rank;
    }

    private Claim join(List<Claim> line, Person person, boolean toStay, int urgency) {
        Claim claim = new Claim(person, toStay, line, urgency, person.ready, planned++);
        line.add(claim);
        line.sort(Comparator.comparingInt(Claim::urgency)
                .thenComparingDouble(Claim::ready)
                .thenComparingLong(Claim::joined));
        return claim;
    }

    private void wait(Person person, int s) {
        person.line = join(lines.get(s), person, true, urgency(person, s));
        beginWaiting(person);
        if (person.holds()) {
            suspects.push(new int[] {person.at, s});
        }
        int turn = ++person.turn;
        boolean mayGoOnAtOnce = (person.changed == now ? person.changes : 0) < n;
        Duration patience = service(s).queue().leaveAfter();
        if (patience != null) {
            double gone = now
                    + new Sampler(patience.distribution()).remaining(person.draw("patience", s), now - person.ready);
            if (gone > now || mayGoOnAtOnce) {
                plan(gone, () -> {
                    if (person.turn == turn) {
                        losePatience(person);
                    }
                });
            }
        }
        WhileWaiting.Moves moves = service(s).whileWaiting().moves();
        if (moves != null && person.chance("move", s) < moves.share().value()) {
            double when = person.ready + moves.after().value();
            if (when > now || (when == now && mayGoOnAtOnce)) {
                plan(when, () -> {
                    if (person.turn == turn) {
                        moved[person.wants] += measured() ? 1 : 0;
                        int next = index(base.services()
                                .get(person.wants)
                                .whileWaiting()
                                .moves()
                                .to());
                        stopWaiting(person);
                        redirect(person, next);
                    }
                });
            }
        }
    }

    private void beginWaiting(Person person) {
        String where = switch (person.stance) {
            case AT_HOME -> "home";
            case OUTSIDE -> "outside";
            default -> id(person.at);
        };
        boolean blocked = person.stance == Stance.BLOCKED;
        person.waits = diary.begin(
                new Diary.Stretch(Diary.Kind.WAITS, person.tags, where, id(person.wants), blocked, person.ready, now));
    }

    // ---- rule 3 ----

    private double stay(Person person, int s) {
        double stay = length(service(s).lengthOfStay(), person.draw("stay", s));
        var grows = service(s).whileWaiting().stayGrows();
        return grows == null || grows.value() == 0 ? stay : stay * (1 + grows.value() * (now - person.ready));
    }

    private void start(Person person, int s) {
        double stay = begin(person, s);
        leavePlace(person, s);
        person.stance = Stance.STAYING;
        hold(person, s);
        plan(now + stay, () -> stayOver(person));
    }

    private double begin(Person person, int s) {
        double stay = stay(person, s);
        Visits visits = service(s).visits();
        if (visits != null) {
            book(person, s, (int) now, stay, visits);
        }
        countStart(person, s);
        return stay;
    }

    private void countStart(Person person, int s) {
        if (startsLeft[s] < Double.POSITIVE_INFINITY) {
            startsLeft[s]--;
            credit[s]--;
        }
        startsOn[s][(int) now]++;
        if (measured()) {
            waitsOfStarts.get(s).add(now - person.ready);
        }
    }

    /** Gives up the place held, now or after the hand-over to the next service. */
    private void leavePlace(Person person, int next) {
        if (person.held == null || person.there == null) {
            return;
        }
        int old = person.at;
        Diary.Stretch held = person.held;
        person.there.to = now;
        person.held = null;
        Duration handOver = next < 0 ? null : service(next).handOver();
        double kept = handOver == null ? 0 : length(handOver, person.draw("hand-over", next));
        if (kept > 0) {
            plan(now + kept, () -> vacate(old, held));
        } else {
            vacate(old, held);
        }
    }

    private void vacate(int s, Diary.Stretch held) {
        held.to = now;
        inPlace[s]--;
        freed.push(s);
    }

    private void stayOver(Person person) {
        int here = person.at;
        String next = base.exits().getFirst();
        double u = person.chance("route", here);
        double sum = 0;
        for (Route route : service(here).routes()) {
            if (route.share().value() > 0 && sum <= u) {
                next = route.to();
            }
            sum += route.share().value();
        }
        person.ended.merge(here, 1, Integer::sum);
        int to = index(next);
        if (to < 0) {
            leavePlace(person, -1);
            return;
        }
        person.ready = now;
        person.wants = to;
        if (to == here && startsLeft[to] > 0 && !countsVisits(to)) {
            again(person, to);
        } else if (lines.get(to).isEmpty() && mayStart(person, to)) {
            start(person, to);
        } else {
            person.stance = Stance.BLOCKED;
            wait(person, to);
        }
    }

    private void again(Person person, int s) {
        person.stance = Stance.STAYING;
        double stay = begin(person, s);
        plan(now + stay, () -> stayOver(person));
    }

    // ---- rule 4 ----

    private void untilNothingMoves() {
        do {
            while (!freed.isEmpty()) {
                int s = freed.pop();
                while (serveNext(s)) {
                    // each turn serves one person
                }
            }
        } while (swapRing());
    }

    private boolean serveNext(int s) {
        if (!countsVisits(s) && !hasRoom(s)) {
            return false;
        }
        for (Claim claim : lines.get(s)) {
            Person person = claim.person();
            if (!claim.toStay()) {
                comeInside(person, s);
                return true;
            }
            if (startsLeft[s] > 0) {
                if (!mayStart(person, s)) {
                    return false;
                }
                stopWaiting(person);
                start(person, s);
                return true;
            }
        }
        return false;
    }

    private static void leave(@Nullable Claim claim) {
        if (claim != null) {
            claim.line().remove(claim);
        }
    }

    private void comeInside(Person person, int room) {
        leave(person.outsideLine);
        person.outsideLine = null;
        endWaiting(person);
        shelter(person, room);
        beginWaiting(person);
        suspects.push(new int[] {room, person.wants});
    }

    private void endWaiting(Person person) {
        if (person.waits != null) {
            person.waits.to = now;
        }
    }

    private void stopWaiting(Person person) {
        person.turn++;
        int s = person.wants;
        leave(person.line);
        endWaiting(person);
        leave(person.outsideLine);
        person.outsideLine = null;
        if (person.admitted) {
            person.admitted = false;
            admitted[s]--;
            letIn(s);
        }
    }

    private void letIn(int s) {
        while (!behindLimit.get(s).isEmpty() && admitted[s] < limit(s)) {
            Person person = behindLimit.get(s).getFirst().person();
            leave(person.outsideLine);
            person.outsideLine = null;
            endWaiting(person);
            findShelter(person, s);
            beginWaiting(person);
            if (person.stance == Stance.SHELTERED) {
                suspects.push(new int[] {person.at, s});
            }
        }
    }

    private boolean swapRing() {
        while (!suspects.isEmpty()) {
            int[] edge = suspects.peek();
            List<Person> ring = new ArrayList<>();
            if (findRing(edge[0], edge[0], edge[1], new boolean[n], ring)) {
                swaps += ring.size() > 1 ? 1 : 0;
                for (Person person : ring) {
                    int to = person.wants;
                    stopWaiting(person);
                    double stay = begin(person, to);
                    person.held.to = now;
                    person.there.to = now;
                    inPlace[person.at]--;
                    person.stance = Stance.STAYING;
                    hold(person, to);
                    plan(now + stay, () -> stayOver(person));
                }
                return true;
            }
            suspects.pop();
        }
        return false;
    }

    private boolean findRing(int home, int here, int next, boolean[] seen, List<Person> ring) {
        if (seen[next] || places[next] == Double.POSITIVE_INFINITY || startsLeft[next] <= 0 || countsVisits(next)) {
            return false;
        }
        Person first = lines.get(next).stream()
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

    // ---- rule 6 ----

    private void losePatience(Person person) {
        int s = person.wants;
        left[s] += measured() ? 1 : 0;
        stopWaiting(person);
        int next = index(base.services().get(s).queue().leaveTo());
        if (next < 0) {
            leavePlace(person, -1);
        } else {
            person.ready = now;
            redirect(person, next);
        }
    }

    private void redirect(Person person, int next) {
        person.changes = person.changed == now ? person.changes + 1 : 1;
        person.changed = now;
        person.wants = next;
        if (person.stance == Stance.OUTSIDE) {
            person.stance = Stance.NEW;
            approach(person, next);
        } else if (person.holds() && person.at == next && startsLeft[next] > 0 && !countsVisits(next)) {
            again(person, next);
        } else if (lines.get(next).isEmpty() && mayStart(person, next)) {
            start(person, next);
        } else {
            person.admitted = person.stance != Stance.BLOCKED;
            admitted[next] += person.admitted ? 1 : 0;
            wait(person, next);
        }
    }

    // ---- visits ----

    private boolean fits(Person person, int s) {
        Visits visits = service(s).visits();
        int days = days(stay(person, s));
        for (int k = 0; k < days && (int) now + k < booked[s].length; k++) {
            double most = Math.floor(service(s).capacity().amount(base.time(), (int) now + k) + 1e-9);
            for (Timeline.Epoch epoch : timeline.epochs()) {
                if (epoch.from() <= (int) now + k) {
                    most = Math.floor(
                            epoch.model().services().get(s).capacity().amount(base.time(), (int) now + k) + 1e-9);
                }
            }
            if (booked[s][(int) now + k] + visits(person, s, visits, k, days) > most) {
                return false;
            }
        }
        return true;
    }

    private void book(Person person, int s, int from, double stay, Visits visits) {
        int days = days(stay);
        for (int k = 0; k < days && from + k < booked[s].length; k++) {
            if (from + k >= 0) {
                booked[s][from + k] += visits(person, s, visits, k, days);
            }
        }
    }

    private static int days(double stay) {
        return (int) Math.max(1, Math.ceil(stay));
    }

    private int visits(Person person, int s, Visits visits, int k, int days) {
        double first = visits.first().value();
        double last = visits.last().value();
        long needed = Math.round(days == 1 ? first : first + (last - first) * k / (days - 1));
        boolean two = person.chance("double-handed", s) < visits.doubleHanded().value();
        return (int) needed * (two ? 2 : 1);
    }

    // ---- the opening ----

    private void open() {
        List<Opening> openings = timeline.epochs().getFirst().model().opening();
        for (Opening opening : openings) {
            int s = index(opening.service());
            long word = word("opening", opening.service());
            Duration length = base.services().get(s).lengthOfStay();
            Sampler stay = new Sampler(length == null ? new Distribution.Constant(0) : length.distribution());
            group(opening.inPlace(), s, key + word, (person, elapsed) -> {
                long bits = Streams.mix(person.key + word("stay", id(s)));
                double remaining = elapsed < 0 ? stay.residual(bits) : stay.remaining(bits, elapsed);
                double gone = elapsed < 0 ? stay.lengthBiased(bits) - remaining : elapsed;
                Visits visits = base.services().get(s).visits();
                if (visits != null) {
                    book(person, s, -(int) gone, gone + remaining, visits);
                }
                person.stance = Stance.STAYING;
                hold(person, s);
                plan(now + remaining, () -> stayOver(person));
            });
            group(opening.blocked(), s, key + Streams.mix(word + 1), (person, elapsed) -> {
                person.stance = Stance.BLOCKED;
                hold(person, s);
                person.ready = -Math.max(0, elapsed);
                person.wants = nextService(person, s);
                person.ended.merge(s, 1, Integer::sum);
                wait(person, person.wants);
            });
        }
        for (Opening opening : openings) {
            int s = index(opening.service());
            long word = word("opening", opening.service());
            group(opening.waiting(), s, key + Streams.mix(word + 2), (person, elapsed) -> {
                person.ready = -Math.max(0, elapsed);
                person.wants = s;
                findShelter(person, s);
                wait(person, s);
            });
        }
    }

    private interface Entry {
        void enter(Person person, double elapsed);
    }

    private void group(Opening.Group group, int s, long groupKey, Entry entry) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < group.people(); i++) {
            order.add(i);
        }
        if (!group.elapsed().isEmpty()) {
            order.sort(Comparator.comparingDouble(i -> -group.elapsed().get(i)));
        }
        double[][] flows = Flows.byStream(base);
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
            Arrival from = base.arrivals().isEmpty() ? null : base.arrivals().get(stream);
            entry.enter(
                    person(personKey, from),
                    group.elapsed().isEmpty() ? -1 : group.elapsed().get(i));
        }
    }

    /** The next step of somebody whose next step is known to be a service. */
    private int nextService(Person person, int here) {
        double total = 0;
        List<Route> routes = base.services().get(here).routes();
        for (Route route : routes) {
            total += index(route.to()) < 0 ? 0 : route.share().value();
        }
        double u = total * person.chance("route", here);
        int chosen = -1;
        for (Route route : routes) {
            if (index(route.to()) >= 0 && u >= 0) {
                chosen = index(route.to());
                u -= route.share().value();
            }
        }
        return chosen;
    }
}

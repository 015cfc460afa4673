package org.whorl.engine.simulation;

import java.util.ArrayList;
import java.util.List;
import org.whorl.engine.model.Arrival;
import org.whorl.engine.model.Duration;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Queue;
import org.whorl.engine.model.Route;
import org.whorl.engine.model.Timeline;
import org.whorl.engine.model.Visits;
import org.whorl.engine.model.WhileWaiting;
import org.whorl.engine.random.CountTable;
import org.whorl.engine.random.Sampler;
import org.whorl.engine.random.Streams;
import org.whorl.engine.simulation.TwinPerson.Claim;
import org.whorl.engine.simulation.TwinPerson.Stance;

/**
 * The life of a person as docs/method/simulation.md tells it, played in the plainest way: objects, lists, a priority queue
 * of things to do, and no thought of speed. It draws the same chance by the same names as the engine, so the two must agree
 * on every single wait of every person.
 */
final class PlainTwin extends TwinState {

    PlainTwin(Model base, Timeline timeline, long key) {
        super(base, timeline, key);
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
        }
    }

    private void morning(int day) {
        model = on(day);
        for (int s = 0; s < n; s++) {
            setPlacesAndStarts(s, day);
        }
        if (day == 0) {
            new TwinOpening(this).open();
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
            long dayKey = Streams.child(Streams.mix(key + TwinPerson.word("arrival", arrival.id())), day);
            double mean = arrival.meanOn(base.time().date(day));
            int count = new CountTable(mean, arrival.dispersion().value()).count(dayKey);
            for (int i = 0; i < count; i++) {
                TwinPerson person = TwinOpening.person(base, Streams.child(dayKey, i), arrival);
                plan(day + Streams.uniform(Streams.next(person.key)), () -> {
                    person.ready = now;
                    approach(person, index(arrival.to()));
                });
            }
        }
    }

    // ---- rules 1 and 2 ----

    private void approach(TwinPerson person, int s) {
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

    void findShelter(TwinPerson person, int s) {
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

    private void shelter(TwinPerson person, int room) {
        person.stance = Stance.SHELTERED;
        hold(person, room);
    }

    void hold(TwinPerson person, int s) {
        person.at = s;
        inPlace[s]++;
        person.held = diary.begin(new Diary.Stretch(Diary.Kind.HELD, person.tags, id(s), null, false, now, now));
        person.there = diary.begin(new Diary.Stretch(Diary.Kind.THERE, person.tags, id(s), null, false, now, now));
    }

    void wait(TwinPerson person, int s) {
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

    private void beginWaiting(TwinPerson person) {
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

    private void start(TwinPerson person, int s) {
        double stay = begin(person, s);
        double transfer = person.stance == Stance.SHELTERED ? 0 : transfer(person, id(s));
        leavePlace(person, s, transfer);
        person.stance = Stance.STAYING;
        hold(person, s);
        plan(now + (transfer + stay), () -> stayOver(person));
    }

    private double begin(TwinPerson person, int s) {
        double stay = stay(person, s);
        Visits needed = service(s).visits();
        if (needed != null) {
            visits.book(person, s, (int) now, stay, needed);
        }
        countStart(person, s);
        return stay;
    }

    private void countStart(TwinPerson person, int s) {
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
    private void leavePlace(TwinPerson person, int next, double transfer) {
        if (person.held == null || person.there == null) {
            return;
        }
        int old = person.at;
        Diary.Stretch held = person.held;
        person.there.to = now;
        person.held = null;
        Duration handOver = next < 0 ? null : service(next).handOver();
        double kept = transfer + (handOver == null ? 0 : length(handOver, person.draw("hand-over", next)));
        if (kept > 0) {
            plan(now + kept, () -> vacate(old, held));
        } else {
            vacate(old, held);
        }
    }

    /** How long a person takes to be gone from where they are to this service or exit. */
    private double transfer(TwinPerson person, String next) {
        if (person.held == null || person.there == null) {
            return 0;
        }
        Duration days = service(person.at).transfer().get(next);
        return days == null ? 0 : length(days, person.drawOfLastVisit("transfer", person.at));
    }

    private void vacate(int s, Diary.Stretch held) {
        held.to = now;
        inPlace[s]--;
        freed.push(s);
    }

    void stayOver(TwinPerson person) {
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
            double transfer = transfer(person, next);
            if (transfer > 0) {
                plan(now + transfer, () -> leavePlace(person, -1, 0));
            } else {
                leavePlace(person, -1, 0);
            }
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

    private void again(TwinPerson person, int s) {
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
            TwinPerson person = claim.person();
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

    private void comeInside(TwinPerson person, int room) {
        leave(person.outsideLine);
        person.outsideLine = null;
        endWaiting(person);
        shelter(person, room);
        beginWaiting(person);
        suspects.push(new int[] {room, person.wants});
    }

    private void endWaiting(TwinPerson person) {
        if (person.waits != null) {
            person.waits.to = now;
        }
    }

    private void stopWaiting(TwinPerson person) {
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
            TwinPerson person = behindLimit.get(s).getFirst().person();
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
            List<TwinPerson> ring = new ArrayList<>();
            if (findRing(edge[0], edge[0], edge[1], new boolean[n], ring)) {
                swaps += ring.size() > 1 ? 1 : 0;
                for (TwinPerson person : ring) {
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

    // ---- rule 6 ----

    private void losePatience(TwinPerson person) {
        int s = person.wants;
        left[s] += measured() ? 1 : 0;
        stopWaiting(person);
        int next = index(base.services().get(s).queue().leaveTo());
        if (next < 0) {
            leavePlace(person, -1, 0);
        } else {
            person.ready = now;
            redirect(person, next);
        }
    }

    private void redirect(TwinPerson person, int next) {
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
}

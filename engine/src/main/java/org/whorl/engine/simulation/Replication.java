package org.whorl.engine.simulation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.random.Sampler;
import org.whorl.engine.random.Streams;

/**
 * One year of many lives. The rules are those of docs/method/simulation.md, which numbers them; this class is where a
 * person arrives, waits, stays, is blocked and leaves.
 *
 * <p>Everything is an array and nothing is allocated while people are played: this is the one place of the engine where
 * speed comes before looks.
 */
final class Replication {

    private final Wiring wiring;
    private final Schedule schedule;
    private final EventList events;
    private final People people;
    private final Lines lines;
    private final Holders holders;
    private final Tally tally;
    private final VisitBook visitBook;
    private final Ring ring;

    /** The services that need no events; null for the others. */
    private final @Nullable LoneService[] alone;

    /** Services with a place that has just become free, still to be offered to who waits. */
    private int[] freed = new int[64];

    private int freedCount;

    /** Who holds a place of {@code suspects[i] / services} now waits for {@code suspects[i] % services}: a ring? */
    private int[] suspects = new int[16];

    private int suspectCount;

    private final int[] places;
    private final int[] waiting;

    /** People from outside for whom the limit has room, by the service they wait for; some may still stand outside. */
    private final int[] admitted;

    /** People who stand outside, in a service's line only to wait in one of its places. */
    private final int[] seekingRoom;

    private final double[] startCredit;
    private final int[] startsLeft;
    private Terms terms;
    private int day;
    private double now;
    private long replicationKey;
    private final long[] streamKey;

    Replication(Wiring wiring, Schedule schedule, Tally tally) {
        this(wiring, schedule, tally, Alone.find(wiring, schedule));
    }

    /** With some of the services that are alone played without events. */
    Replication(Wiring wiring, Schedule schedule, Tally tally, boolean[] withoutEvents) {
        this.wiring = wiring;
        this.schedule = schedule;
        this.tally = tally;
        events = new EventList(schedule.time.end(), schedule.eventsPerDay);
        people = new People(wiring.circularServices);
        lines = new Lines(wiring.lines);
        holders = new Holders(wiring);
        visitBook = new VisitBook(wiring, schedule);
        ring = new Ring(wiring);
        places = new int[wiring.services];
        waiting = new int[wiring.services];
        admitted = new int[wiring.services];
        seekingRoom = new int[wiring.services];
        startCredit = new double[wiring.services];
        startsLeft = new int[wiring.services];
        streamKey = new long[wiring.streams];
        terms = schedule.terms[0];
        alone = new LoneService[wiring.services];
        for (int s = 0; s < alone.length; s++) {
            alone[s] = withoutEvents[s] ? new LoneService(s, wiring, schedule, tally) : null;
        }
    }

    /** Plays the replication with this key from the first day to the last. */
    void play(long key) {
        replicationKey = key;
        for (int a = 0; a < streamKey.length; a++) {
            streamKey[a] = Streams.mix(key + wiring.streamWord[a]);
        }
        reset();
        for (day = 0; day < schedule.time.end(); day++) {
            openDay();
            while (events.advance()) {
                now = events.now();
                happen(events.kind(), events.who(), events.detail());
                untilNothingMoves();
            }
            now = day + 1.0;
            tally.closeDay(day, people, lines, holders, visitBook);
        }
        for (LoneService lone : alone) {
            if (lone != null) {
                lone.finish();
            }
        }
    }

    int peopleInside() {
        int inside = people.inside();
        for (LoneService lone : alone) {
            inside += lone == null ? 0 : lone.inside();
        }
        return inside;
    }

    private void reset() {
        now = 0;
        day = 0;
        terms = schedule.terms[0];
        events.clear();
        people.clear();
        Arrays.fill(people.version, 0);
        lines.clear();
        holders.clear();
        tally.clear();
        visitBook.clear();
        for (LoneService lone : alone) {
            if (lone != null) {
                lone.clear();
            }
        }
        freedCount = 0;
        suspectCount = 0;
        Arrays.fill(waiting, 0);
        Arrays.fill(admitted, 0);
        Arrays.fill(seekingRoom, 0);
        Arrays.fill(startCredit, 0);
    }

    // ---- the day ----

    private void openDay() {
        now = day;
        events.turnTo(day);
        for (LoneService lone : alone) {
            if (lone != null) {
                lone.open(day);
            }
        }
        if (schedule.opensAnew[day]) {
            openServices();
        }
        for (int a = 0; a < wiring.streams; a++) {
            bringArrivals(a);
        }
        for (LoneService lone : alone) {
            if (lone != null) {
                lone.serve();
            }
        }
    }

    /** Takes on the day's terms, places and starts; whoever may start at midnight starts. */
    private void openServices() {
        terms = schedule.terms[schedule.epochOf[day]];
        setPlacesAndStarts();
        if (day == 0) {
            new OpeningPeople(wiring, schedule, this).enter(replicationKey);
        }
        for (int s = 0; s < wiring.services; s++) {
            letIn(s);
            if (waiting[s] + seekingRoom[s] > 0) {
                free(s);
            }
            if (schedule.limitsStarts[s] && startsLeft[s] > 0 && waiting[s] > 0) {
                // A ring that could not swap while nobody might start may swap now.
                for (int from = 0; from < wiring.services; from++) {
                    suspect(from, s);
                }
            }
        }
        untilNothingMoves();
    }

    private void setPlacesAndStarts() {
        for (int s = 0; s < wiring.services; s++) {
            places[s] = schedule.places[s][day];
            double allowed = schedule.startsAllowed[s][day];
            if (allowed < 0) {
                startsLeft[s] = Integer.MAX_VALUE;
            } else {
                // What was not used yesterday is gone; only the part of a start is carried over.
                startCredit[s] = allowed + startCredit[s] - Math.floor(startCredit[s]);
                startsLeft[s] = (int) startCredit[s];
            }
        }
    }

    private void bringArrivals(int stream) {
        long dayKey = Streams.child(streamKey[stream], day);
        int count = schedule.arrivals[stream][day].count(dayKey);
        LoneService lone = alone[wiring.arrivesAt[stream]];
        for (int i = 0; i < count; i++) {
            long key = Streams.child(dayKey, i);
            double when = day + Streams.uniform(Streams.next(key));
            if (lone == null) {
                events.plan(when, EventList.ARRIVAL, admit(key, stream), stream);
            } else {
                tally.arrived();
                lone.come(when, key, wiring.kind(stream, key));
            }
        }
    }

    /** A new person, not anywhere yet. */
    private int admit(long key, int stream) {
        if (people.isFull()) {
            people.grow();
            lines.grow(2 * people.capacity());
            holders.grow(people.capacity());
        }
        return people.add(key, wiring.kind(stream, key));
    }

    private void happen(int kind, int who, int detail) {
        switch (kind) {
            case EventList.ARRIVAL -> {
                tally.arrived();
                people.ready[who] = now;
                approach(who, wiring.arrivesAt[detail]);
            }
            case EventList.STAY_OVER -> stayOver(who);
            case EventList.HAND_OVER -> vacate(who, detail);
            case EventList.GONE -> leaveAltogether(who);
            case EventList.PATIENCE_OVER -> {
                if (people.version[who] == detail) {
                    losePatience(who);
                }
            }
            case EventList.PATHWAY_CHANGE -> {
                if (people.version[who] == detail) {
                    changePathway(who);
                }
            }
            default -> throw new IllegalStateException("unknown kind of event " + kind);
        }
    }

    // ---- rules 1 and 2: coming to a service ----

    /** A person is ready for a service: they start, or they wait. */
    private void approach(int who, int service) {
        people.target[who] = service;
        if (waiting[service] == 0 && seekingRoom[service] == 0 && mayStart(who, service)) {
            start(who, service);
            return;
        }
        if (wiring.lostOnOverflow[service] && !canWaitInside(service)) {
            tally.lost(service);
            people.remove(who);
            return;
        }
        findShelter(who, service);
        wait(who, service);
    }

    /** Whether one more from outside may wait for a service and has somewhere to do so. */
    private boolean canWaitInside(int service) {
        int room = wiring.waitsIn[service];
        return admitted[service] < terms.limit[service] && (room < 0 || canShelter(room));
    }

    /** Whether a service has a place to wait in that nobody who stands in its line could use now. */
    private boolean canShelter(int room) {
        return seekingRoom[room] == 0 && (waiting[room] == 0 || startsLeft[room] <= 0) && hasRoom(room);
    }

    /** Finds somebody from outside a place to wait in; without one they stand outside. */
    private void findShelter(int who, int service) {
        int room = wiring.waitsIn[service];
        if (admitted[service] >= terms.limit[service]) {
            standOutside(who, service, Wiring.NOWHERE);
            return;
        }
        admitted[service]++;
        if (room < 0) {
            people.stance[who] = People.AT_HOME;
        } else if (canShelter(room)) {
            takeShelter(who, room);
        } else {
            standOutside(who, service, room);
        }
    }

    private void takeShelter(int who, int room) {
        people.stance[who] = People.SHELTERED;
        people.place[who] = room;
        holders.enter(room, who, now);
        tally.inPlace(room, people.kind[who], 1, now);
    }

    /** Outside, a person stands in the line of the room they would wait in, or behind the limit of the service itself. */
    private void standOutside(int who, int service, int room) {
        people.stance[who] = People.OUTSIDE;
        int line = room < 0
                ? wiring.overflowLine[service]
                : wiring.firstLine[room] + wiring.queueClass[room][people.kind[who]];
        if (room >= 0) {
            seekingRoom[room]++;
            people.place[who] = room;
        } else {
            people.place[who] = Wiring.NOWHERE;
        }
        lines.join(line, outsideNode(who), people.ready[who]);
    }

    private int outsideNode(int who) {
        return 2 * who + 1;
    }

    private void wait(int who, int service) {
        waiting[service]++;
        if (people.stance[who] >= People.SHELTERED) {
            suspect(people.place[who], service);
        }
        people.hereSince[who] = now;
        tally.waits(service, people, who, 1, now);
        lines.join(
                wiring.firstLine[service] + wiring.queueClass[service][people.kind[who]], 2 * who, people.ready[who]);
        int version = ++people.version[who];
        // Whoever has tried as many queues as there are at this very moment stays in the last of them.
        boolean mayGoOnAtOnce = people.changesAt(who, now) < wiring.services;
        Sampler patience = terms.patience[service];
        long key = people.key[who];
        if (patience != null) {
            // Who has waited so long without leaving has only the rest of their patience left to lose.
            double gone = now
                    + patience.remaining(
                            draw(key, wiring.patienceWord[service], who, service), now - people.ready[who]);
            if (gone > now || mayGoOnAtOnce) {
                events.plan(gone, EventList.PATIENCE_OVER, who, version);
            }
        }
        if (terms.moveShare[service] > 0
                && Streams.uniform(draw(key, wiring.moveWord[service], who, service)) < terms.moveShare[service]) {
            double when = people.ready[who] + terms.moveAfter[service];
            if (when > now || (when == now && mayGoOnAtOnce)) {
                events.plan(when, EventList.PATHWAY_CHANGE, who, version);
            }
        }
    }

    private long draw(long key, long word, int who, int service) {
        int times = people.timesAt(who, wiring.circular[service]);
        return Streams.mix(key + word + times * Wiring.NEXT_VISIT);
    }

    // ---- rule 3: staying and moving on ----

    private boolean hasRoom(int service) {
        return tally.inPlaceNow(service) < places[service] || places[service] == Schedule.UNLIMITED;
    }

    private boolean mayStart(int who, int service) {
        if (startsLeft[service] <= 0) {
            return false;
        }
        return wiring.countsVisits[service] ? visitsFit(who, service) : hasRoom(service);
    }

    private boolean visitsFit(int who, int service) {
        return visitBook.fits(service, day, stayOf(who, service), terms, doubled(who, service));
    }

    private boolean doubled(int who, int service) {
        return terms.doubleHanded[service] > 0
                && Streams.uniform(draw(people.key[who], wiring.doubleWord[service], who, service))
                        < terms.doubleHanded[service];
    }

    private double stayOf(int who, int service) {
        double stay = terms.stay[service].sample(draw(people.key[who], wiring.stayWord[service], who, service));
        double growth = terms.stayGrows[service];
        return growth == 0 ? stay : stay * (1 + growth * (now - people.ready[who]));
    }

    /** Starts a stay; whoever stood in a line has left it. */
    private void start(int who, int service) {
        double stay = begin(who, service);
        double transfer = leavePlace(who, service);
        settle(who, service, transfer + stay);
    }

    /** Counts a start and promises its visits; how long the stay will be. */
    private double begin(int who, int service) {
        double stay = stayOf(who, service);
        if (wiring.makesVisits[service]) {
            visitBook.book(service, day, stay, terms, doubled(who, service));
        }
        countStart(service, now - people.ready[who]);
        return stay;
    }

    private void countStart(int service, double waited) {
        if (startsLeft[service] != Integer.MAX_VALUE) {
            startsLeft[service]--;
            startCredit[service]--;
        }
        tally.started(service, waited);
    }

    private void settle(int who, int service, double stay) {
        people.stance[who] = People.STAYING;
        people.place[who] = service;
        holders.enter(service, who, now);
        tally.inPlace(service, people.kind[who], 1, now);
        events.plan(now + stay, EventList.STAY_OVER, who, 0);
    }

    /**
     * Gives up, now or after transfer and hand-over, whatever place a person holds on their way to {@code next}; how many
     * days the transfer takes.
     */
    private double leavePlace(int who, int next) {
        return switch (people.stance[who]) {
            case People.BLOCKED -> {
                tally.blocked(people.place[who], -1, now);
                yield release(who, next);
            }
            case People.STAYING, People.SHELTERED -> release(who, next);
            default -> 0;
        };
    }

    private double release(int who, int next) {
        int old = people.place[who];
        double transfer = people.stance[who] == People.SHELTERED ? 0 : transfer(who, old, wiring.choice(old, next));
        goFromPlace(who);
        Sampler handOver = next < 0 ? null : terms.handOver[next];
        double kept = transfer
                + (handOver == null ? 0 : handOver.sample(draw(people.key[who], wiring.handOverWord[next], who, next)));
        if (kept > 0) {
            events.plan(now + kept, EventList.HAND_OVER, old, people.kind[who]);
        } else {
            vacate(old, people.kind[who]);
        }
        return transfer;
    }

    /** Days between there being a place along this route and being gone; 0 where people go at once. */
    private double transfer(int who, int here, int choice) {
        @Nullable Sampler[] days = terms.transfer[here];
        Sampler sampler = days == null || choice < 0 ? null : days[choice];
        return sampler == null ? 0 : sampler.sample(draw(people.key[who], wiring.transferWord[here], who, here));
    }

    private void leaveAltogether(int who) {
        goFromPlace(who);
        vacate(people.place[who], people.kind[who]);
        depart(who);
    }

    /** The person is no longer where they were, even if the place is kept for a hand-over. */
    private void goFromPlace(int who) {
        if (holders.has(who)) {
            tally.went(people.place[who], people.kind[who], holders.since(who), now);
            holders.leave(who);
        }
    }

    private void vacate(int service, int kind) {
        tally.inPlace(service, kind, -1, now);
        free(service);
    }

    private void stayOver(int who) {
        int here = people.place[who];
        double[] shares = terms.routeShares[here];
        int[] to = wiring.routeTo[here];
        int choice = 0;
        if (shares.length > 1) {
            double u = Streams.uniform(draw(people.key[who], wiring.routeWord[here], who, here));
            while (shares[choice] <= u) {
                choice++;
            }
        }
        people.countVisit(who, wiring.circular[here]);
        int next = to[choice];
        if (next == Wiring.EXIT) {
            double transfer = transfer(who, here, choice);
            if (transfer > 0) {
                events.plan(now + transfer, EventList.GONE, who, 0);
            } else {
                leaveAltogether(who);
            }
            return;
        }
        people.ready[who] = now;
        if (next == here && startsLeft[here] > 0 && !wiring.countsVisits[here]) {
            again(who, here);
            return;
        }
        block(who, next);
    }

    /** Straight back into the place just left: a ring of one. */
    private void again(int who, int service) {
        events.plan(now + begin(who, service), EventList.STAY_OVER, who, 0);
    }

    /** A stay is over and the next service is {@code next}: go there, or keep the place, blocked. */
    private void block(int who, int next) {
        int here = people.place[who];
        if (waiting[next] == 0 && seekingRoom[next] == 0 && mayStart(who, next)) {
            people.target[who] = next;
            start(who, next);
            return;
        }
        people.stance[who] = People.BLOCKED;
        people.target[who] = next;
        tally.blocked(here, 1, now);
        wait(who, next);
    }

    /** Everyone in the ring just found goes to the next service at one instant. */
    private void swap() {
        if (ring.length() > 1) {
            tally.swapped();
        }
        for (int i = 0; i < ring.length(); i++) {
            int who = ring.person(i);
            int service = people.target[who];
            stopWaiting(who);
            double stay = begin(who, service);
            if (people.stance[who] == People.BLOCKED) {
                tally.blocked(people.place[who], -1, now);
            }
            tally.inPlace(people.place[who], people.kind[who], -1, now);
            goFromPlace(who);
            settle(who, service, stay);
        }
    }

    private void depart(int who) {
        tally.departed();
        people.remove(who);
    }

    // ---- rule 4: freed places ----

    private void free(int service) {
        if (freedCount == freed.length) {
            freed = Arrays.copyOf(freed, 2 * freedCount);
        }
        freed[freedCount++] = service;
    }

    /**
     * Gives freed places to who is first, which may free others; and when no place is free, swaps whatever full services
     * wait for each other in a ring.
     */
    private void untilNothingMoves() {
        do {
            offerFreedPlaces();
        } while (suspectCount > 0 && swapRing());
    }

    private void suspect(int from, int to) {
        if (ring.possible(from, to)) {
            if (suspectCount == suspects.length) {
                suspects = Arrays.copyOf(suspects, 2 * suspectCount);
            }
            suspects[suspectCount++] = from * wiring.services + to;
        }
    }

    /** Rule 4, last sentence: a ring of full services, each with somebody who wants the next, swaps at one instant. */
    private boolean swapRing() {
        while (suspectCount > 0) {
            int edge = suspects[suspectCount - 1];
            if (ring.find(edge / wiring.services, edge % wiring.services, lines, people, places, startsLeft)) {
                swap();
                return true;
            }
            suspectCount--;
        }
        return false;
    }

    private void offerFreedPlaces() {
        while (freedCount > 0) {
            int service = freed[--freedCount];
            while (waiting[service] + seekingRoom[service] > 0 && serveNext(service)) {
                // each turn serves one person
            }
        }
    }

    /** Serves the first in line who can be served; false if there is none. */
    private boolean serveNext(int service) {
        if (!wiring.countsVisits[service] && !hasRoom(service)) {
            return false;
        }
        boolean stayers = waiting[service] > 0 && startsLeft[service] > 0;
        for (int c = 0; c < wiring.queueClasses[service]; c++) {
            for (int node = lines.head(wiring.firstLine[service] + c); node >= 0; node = lines.after(node)) {
                int who = node >> 1;
                if ((node & 1) == 1) {
                    comeInside(who, service);
                    return true;
                }
                if (stayers) {
                    if (!mayStart(who, service)) {
                        return false;
                    }
                    stopWaiting(who);
                    start(who, service);
                    return true;
                }
                if (seekingRoom[service] == 0) {
                    return false;
                }
            }
        }
        return false;
    }

    /** Somebody who stood outside gets a place to wait in. */
    private void comeInside(int who, int room) {
        int service = people.target[who];
        lines.leave(outsideNode(who));
        seekingRoom[room]--;
        tally.waits(service, people, who, -1, now);
        takeShelter(who, room);
        suspect(room, service);
        people.hereSince[who] = now;
        tally.waits(service, people, who, 1, now);
    }

    // ---- the end of waiting ----

    /** Leaves the line of the target and, outside, the line of the room; keeps whatever place is held. */
    private void stopWaiting(int who) {
        int service = people.target[who];
        people.version[who]++;
        waiting[service]--;
        lines.leave(2 * who);
        tally.waits(service, people, who, -1, now);
        switch (people.stance[who]) {
            case People.OUTSIDE -> {
                lines.leave(outsideNode(who));
                if (people.place[who] >= 0) {
                    seekingRoom[people.place[who]]--;
                    admitted[service]--;
                    letIn(service);
                }
            }
            case People.AT_HOME, People.SHELTERED -> {
                admitted[service]--;
                letIn(service);
            }
            default -> {}
        }
    }

    /** As far as the limit of a service allows, those who stand behind it look for shelter, in their order. */
    private void letIn(int service) {
        int line = wiring.overflowLine[service];
        while (!lines.isEmpty(line) && admitted[service] < terms.limit[service]) {
            int who = lines.head(line) >> 1;
            lines.leave(outsideNode(who));
            tally.waits(service, people, who, -1, now);
            people.hereSince[who] = now;
            findShelter(who, service);
            tally.waits(service, people, who, 1, now);
            if (people.stance[who] == People.SHELTERED) {
                suspect(people.place[who], service);
            }
        }
    }

    // ---- rule 6: what waiting does ----

    private void losePatience(int who) {
        int service = people.target[who];
        stopWaiting(who);
        tally.left(service);
        int next = wiring.leaveTo[service];
        if (next == Wiring.EXIT) {
            leavePlace(who, Wiring.NOWHERE);
            depart(who);
        } else {
            people.ready[who] = now;
            redirect(who, next);
        }
    }

    private void changePathway(int who) {
        int service = people.target[who];
        stopWaiting(who);
        tally.moved(service);
        redirect(who, wiring.moveTo[service]);
    }

    /** Waits for, or starts at, another service; where they are does not change. */
    private void redirect(int who, int next) {
        people.countChange(who, now);
        byte stance = people.stance[who];
        if (stance == People.OUTSIDE) {
            people.stance[who] = People.GONE;
            approach(who, next);
            return;
        }
        people.target[who] = next;
        boolean holds = stance >= People.SHELTERED;
        if (holds && next == people.place[who] && startsLeft[next] > 0 && !wiring.countsVisits[next]) {
            if (stance == People.BLOCKED) {
                tally.blocked(next, -1, now);
            }
            people.stance[who] = People.STAYING;
            again(who, next);
        } else if (waiting[next] == 0 && seekingRoom[next] == 0 && mayStart(who, next)) {
            start(who, next);
        } else {
            if (stance != People.BLOCKED) {
                admitted[next]++;
            }
            wait(who, next);
        }
    }

    // ---- the opening state ----

    /** Somebody who has been here {@code elapsed} days of their stay when the clock starts. */
    void openInPlace(int stream, long key, int service, double elapsed, double remaining) {
        LoneService lone = alone[service];
        if (lone != null) {
            lone.openInPlace(wiring.kind(stream, key), remaining);
            return;
        }
        int who = admit(key, stream);
        if (wiring.makesVisits[service]) {
            visitBook.book(service, -(int) elapsed, elapsed + remaining, schedule.before, doubled(who, service));
        }
        settle(who, service, remaining);
    }

    /** Somebody who waits when the clock starts. */
    void openWaiting(int stream, long key, int service, double waited) {
        LoneService lone = alone[service];
        if (lone != null) {
            lone.openWaiting(waited, key, wiring.kind(stream, key));
            return;
        }
        int who = admit(key, stream);
        people.ready[who] = -waited;
        people.target[who] = service;
        findShelter(who, service);
        wait(who, service);
    }

    /** Somebody whose stay at {@code here} is over when the clock starts and whose next step is not an exit. */
    void openBlocked(int stream, long key, int here, double waited) {
        int who = admit(key, stream);
        people.place[who] = here;
        holders.enter(here, who, 0);
        tally.inPlace(here, people.kind[who], 1, 0);
        people.stance[who] = People.BLOCKED;
        people.ready[who] = -waited;
        int next = nextService(who, here);
        people.target[who] = next;
        people.countVisit(who, wiring.circular[here]);
        tally.blocked(here, 1, 0);
        wait(who, next);
    }

    private int nextService(int who, int here) {
        int[] to = wiring.routeTo[here];
        double[] shares = schedule.before.routeShares[here];
        double total = 0;
        for (int i = 0; i < to.length; i++) {
            total += to[i] < 0 ? 0 : shares[i] - (i == 0 ? 0 : shares[i - 1]);
        }
        double u = total * Streams.uniform(draw(people.key[who], wiring.routeWord[here], who, here));
        int chosen = Wiring.EXIT;
        for (int i = 0; i < to.length && u >= 0; i++) {
            if (to[i] >= 0) {
                chosen = to[i];
                u -= shares[i] - (i == 0 ? 0 : shares[i - 1]);
            }
        }
        return chosen;
    }
}

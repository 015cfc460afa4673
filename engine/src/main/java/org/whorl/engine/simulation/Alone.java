package org.whorl.engine.simulation;

import java.util.Arrays;
import org.whorl.engine.model.Service;

/**
 * Finds by structure the services whose people meet nobody else's: they come straight from outside, are served first come
 * first served for as long as they will wait, and leave for good. Where they wait there is always room. What happens at
 * such a service follows from its own people and places alone, and nothing follows from it elsewhere.
 */
final class Alone {

    private final Wiring wiring;
    private final Schedule schedule;

    private Alone(Wiring wiring, Schedule schedule) {
        this.wiring = wiring;
        this.schedule = schedule;
    }

    /** For each service whether it is such a one. */
    static boolean[] find(Wiring wiring, Schedule schedule) {
        Alone alone = new Alone(wiring, schedule);
        boolean[] found = new boolean[wiring.services];
        for (int s = 0; s < found.length; s++) {
            found[s] = alone.isServedInOrder(s) && alone.hasRoomToWait(s) && alone.isApart(s);
        }
        return found;
    }

    private boolean isServedInOrder(int s) {
        Service service = wiring.model.services().get(s);
        return service.lengthOfStay() != null
                && service.visits() == null
                && service.handOver() == null
                && service.transfer().isEmpty()
                && service.queue().limit() == null
                && service.queue().leaveAfter() == null
                && service.whileWaiting().moves() == null
                && service.whileWaiting().carers() == null
                && wiring.queueClasses[s] == 1
                && !schedule.limitsStarts[s];
    }

    private boolean hasRoomToWait(int s) {
        int room = wiring.waitsIn[s];
        return room < 0 || (isUnlimited(room) && !schedule.limitsStarts[room]);
    }

    private boolean isUnlimited(int s) {
        return wiring.model.services().get(s).capacity().isUnlimited();
    }

    /** Whether nobody comes here from another service, goes on from here to one, or waits for one in a place needed here. */
    private boolean isApart(int s) {
        boolean apart = Arrays.stream(wiring.routeTo[s]).allMatch(to -> to == Wiring.EXIT);
        for (int other = 0; other < wiring.services; other++) {
            apart &= Arrays.stream(wiring.routeTo[other]).noneMatch(to -> to == s)
                    && wiring.leaveTo[other] != s
                    && wiring.moveTo[other] != s
                    && (wiring.waitsIn[other] != s || isUnlimited(s));
        }
        return apart;
    }
}

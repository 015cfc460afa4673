package org.whorl.server.stories;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Where everything that is told comes in. Lines of one partnership's record follow one another, so those who tell at once
 * would wait for each other's transactions. Instead those who wait go together: one transaction, one write to the disk, and
 * nobody is answered before it.
 */
@Component
public class Intake {

    private static final int TOGETHER = 64;

    private final Stories stories;
    private final Map<UUID, Lane> lanes = new ConcurrentHashMap<>();

    Intake(Stories stories) {
        this.stories = stories;
    }

    /**
     * Takes it in; when this comes back it is on the disk.
     *
     * @return was it new? Sent again with the same code it is one story
     * @throws IllegalArgumentException if it is for people who may not hear it from somebody of that age
     */
    public boolean take(Where where, Telling telling) {
        return take(where, telling, Attached.NOTHING);
    }

    /**
     * The same with what comes beside the words, or in their place.
     *
     * @throws IllegalArgumentException also if there are neither words nor a recording
     */
    public boolean take(Where where, Telling telling, Attached attached) {
        Waits mine = new Waits(new Told(where.spiral(), telling, attached), new CompletableFuture<>());
        Lane lane = lanes.computeIfAbsent(where.partnership(), _ -> new Lane());
        if (lane.begins(mine)) {
            // Nobody else is there: what comes meanwhile waits, and goes with somebody who does nothing else.
            takeIn(where, List.of(mine));
            List<Waits> more = lane.next();
            if (!more.isEmpty()) {
                Thread.ofVirtual().name("intake").start(() -> goOn(where, lane, more));
            }
        }
        try {
            return mine.fresh().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void goOn(Where where, Lane lane, List<Waits> first) {
        for (List<Waits> all = first; !all.isEmpty(); all = lane.next()) {
            takeIn(where, all);
        }
    }

    private void takeIn(Where where, List<Waits> all) {
        try {
            List<Boolean> fresh = where.teller()
                    .doing(() -> stories.takeIn(all.stream().map(Waits::told).toList()));
            for (int i = 0; i < all.size(); i++) {
                all.get(i).fresh().complete(fresh.get(i));
            }
        } catch (RuntimeException | Error e) {
            if (all.size() > 1) {
                // One that cannot be kept spoils it for nobody else.
                all.forEach(each -> takeIn(where, List.of(each)));
            } else {
                all.getFirst().fresh().completeExceptionally(e);
            }
        }
    }

    /** Those of one partnership. */
    private static final class Lane {
        private final Queue<Waits> queue = new ArrayDeque<>();
        private boolean busy;

        /** Does this one begin, or wait? */
        synchronized boolean begins(Waits one) {
            if (busy) {
                queue.add(one);
                return false;
            }
            busy = true;
            return true;
        }

        /** Those who go next; with nobody, the lane is free. */
        synchronized List<Waits> next() {
            List<Waits> all = new ArrayList<>();
            while (all.size() < TOGETHER && !queue.isEmpty()) {
                all.add(queue.remove());
            }
            busy = !all.isEmpty();
            return all;
        }
    }

    /** One that waits, and whether it was new. */
    private record Waits(Told told, CompletableFuture<Boolean> fresh) {}
}

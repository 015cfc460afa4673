package org.whorl.server.models;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Lets those who move a slider go before those whose hand rests. Longer work asks in between whether it should wait a
 * moment; it never waits for long, so that it ends however many people move.
 */
@Component
class SlidersFirst {

    private static final Duration MOMENT = Duration.ofMillis(2);
    private static final int MOST_MOMENTS = 50;

    private final AtomicInteger moving = new AtomicInteger();

    /** Does what somebody waits for with a hand on a slider. */
    <T> T now(Supplier<T> work) {
        moving.incrementAndGet();
        try {
            return work.get();
        } finally {
            moving.decrementAndGet();
        }
    }

    /** Waits a moment if somebody moves a slider. */
    void giveWay() {
        try {
            for (int i = 0; i < MOST_MOMENTS && moving.get() > 0; i++) {
                Thread.sleep(MOMENT);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}

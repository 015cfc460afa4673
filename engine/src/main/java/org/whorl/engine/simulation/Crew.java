package org.whorl.engine.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** Several threads that share numbered pieces of work, the calling one among them; whoever is free takes the next. */
final class Crew {
    private Crew() {}

    /**
     * Does every piece once.
     *
     * @param threads how many at most; 1 is the calling thread alone
     * @param hand asked once by each thread: what it does with a piece
     * @param stopped looked at before every piece; once true, nobody takes another
     * @throws RuntimeException or an Error, the first that a piece threw; the others then stop too
     */
    static void each(int from, int to, int threads, Supplier<IntConsumer> hand, BooleanSupplier stopped) {
        AtomicInteger next = new AtomicInteger(from);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Runnable work = () -> {
            try {
                IntConsumer mine = hand.get();
                for (int piece = next.getAndIncrement(); piece < to; piece = next.getAndIncrement()) {
                    if (stopped.getAsBoolean() || failure.get() != null) {
                        return;
                    }
                    mine.accept(piece);
                }
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            }
        };
        List<Thread> helpers = new ArrayList<>();
        for (int i = 1; i < Math.min(threads, to - from); i++) {
            helpers.add(Thread.ofPlatform().daemon().name("whorl-" + i).start(work));
        }
        work.run();
        for (Thread helper : helpers) {
            join(helper);
        }
        switch (failure.get()) {
            case Error error -> throw error;
            case RuntimeException exception -> throw exception;
            case null, default -> {}
        }
    }

    private static void join(Thread thread) {
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

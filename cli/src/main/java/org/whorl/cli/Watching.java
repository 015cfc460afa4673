package org.whorl.cli;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.answer.Progress;

/**
 * Shows how far the work is, on standard error: a bar at a terminal, otherwise nothing between the first line and the
 * last. Ctrl-C asks the work to stop and waits until it has tidied up.
 */
final class Watching implements Progress, AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    private final CountDownLatch tidy = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "whorl-stop");
    private final @Nullable ProgressBar bar;
    private volatile boolean cancelled;

    private Watching(@Nullable ProgressBar bar) {
        this.bar = bar;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    static Watching begin(String task, PrintWriter err) {
        if (atTerminal()) {
            return new Watching(new ProgressBarBuilder()
                    .setTaskName(task)
                    .setConsumer(new ConsoleProgressBarConsumer(System.err))
                    .setUpdateIntervalMillis(200)
                    .build());
        }
        // Ready to be stopped before it says that it has begun.
        Watching watching = new Watching(null);
        err.println(task + " ...");
        err.flush();
        return watching;
    }

    /** Contrary to what Error Prone has heard, this java has no console when input or output is redirected. */
    @SuppressWarnings("SystemConsoleNull")
    static boolean atTerminal() {
        return System.console() != null && System.console().isTerminal();
    }

    @Override
    public void at(int done, int expected) {
        if (bar != null) {
            bar.maxHint(expected);
            bar.stepTo(done);
        }
    }

    @Override
    public boolean cancelled() {
        return cancelled;
    }

    private void stop() {
        cancelled = true;
        try {
            boolean tidied = tidy.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!tidied) {
                System.err.println("Stopped in the middle of a long replication.");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
        tidy.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The process is already going down: the hook is what brought us here.
        }
    }
}

package org.whorl.cluster;

import java.io.PrintStream;
import org.apache.spark.Success$;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/**
 * Tells how far the playing is, a line for each tenth: who runs on a cluster reads a log. The first stage Spark submits is the
 * playing; what it plays again is not counted twice.
 */
final class Watch extends SparkListener {

    private final PrintStream err;
    private final long begun;
    private int stage = -1;
    private int tasks;
    private final java.util.BitSet done = new java.util.BitSet();
    private int tenth;

    /**
     * Begins to watch.
     *
     * @param begun when, by {@link System#nanoTime()}
     */
    Watch(PrintStream err, long begun) {
        this.err = err;
        this.begun = begun;
    }

    @Override
    public synchronized void onStageSubmitted(SparkListenerStageSubmitted submitted) {
        if (stage < 0) {
            stage = submitted.stageInfo().stageId();
            tasks = submitted.stageInfo().numTasks();
        }
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
        if (end.stageId() != stage || !end.reason().equals(Success$.MODULE$)) {
            return;
        }
        done.set(end.taskInfo().index());
        int now = 10 * done.cardinality() / Math.max(1, tasks);
        if (now > tenth) {
            tenth = now;
            say("%d %% played after %d s".formatted(10 * now, (System.nanoTime() - begun) / 1_000_000_000));
        }
    }

    @Override
    public void onExecutorAdded(SparkListenerExecutorAdded added) {
        if (!added.executorId().equals("driver")) {
            say("%s on %s is ready"
                    .formatted(added.executorId(), added.executorInfo().executorHost()));
        }
    }

    @Override
    public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
        say("%s is lost; what it had is played again (%s)"
                .formatted(
                        removed.executorId(),
                        removed.reason().lines().findFirst().orElse("")));
    }

    private void say(String sentence) {
        err.println("  " + sentence);
        err.flush();
    }
}

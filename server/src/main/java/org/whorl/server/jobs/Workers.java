package org.whorl.server.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import org.whorl.server.platform.Ground;
import org.whorl.server.platform.Tenancy;
import org.whorl.server.trust.Viewer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does the jobs, a few at a time. What is to be done stands in the database alone, so nothing is forgotten when the plug
 * is pulled: a job that gives no sign of life is found by whoever looks next.
 */
@Component
class Workers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

    /** As many at once: the pages need the rest of the machine. */
    private static final int HANDS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private static final Duration BEAT = Duration.ofMillis(300);
    private static final Duration IDLE = Duration.ofSeconds(2);
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final Duration KEPT = Duration.ofDays(7);
    private static final Duration LAST_CALL = Duration.ofSeconds(5);

    private final UUID me = UUID.randomUUID();
    private final JsonMapper json = JsonMapper.builder().build();
    private final Semaphore bell = new Semaphore(0);
    private final Map<UUID, Run> running = new ConcurrentHashMap<>();
    private final JobStore store;
    private final ObjectProvider<JobKind<?>> kinds;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Path folder;
    private volatile boolean open;
    private ExecutorService hands = Executors.newCachedThreadPool();

    Workers(
            JobStore store,
            ObjectProvider<JobKind<?>> kinds,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Ground ground) {
        this.store = store;
        this.kinds = kinds;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.folder = ground.folder().resolve("jobs");
    }

    /** There is something new to do, or to stop. */
    void wake() {
        bell.release();
    }

    String written(Record parameters) {
        return json.writeValueAsString(parameters);
    }

    Path file(UUID job) {
        return folder.resolve(job.toString());
    }

    JobKind<?> kind(String key) {
        return kinds.stream()
                .filter(kind -> kind.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("this Whorl does no such work: " + key));
    }

    @Override
    public void start() {
        open = true;
        hands = Executors.newCachedThreadPool(
                Thread.ofPlatform().name("work-", 0).daemon().factory());
        Thread.ofPlatform().name("foreman").daemon().start(this::lookAfter);
    }

    @Override
    public void stop() {
        open = false;
        running.values().forEach(run -> run.stop(Run.Stop.STOPPING));
        wake();
        hands.shutdown();
        try {
            if (!hands.awaitTermination(LAST_CALL.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("work goes on; it will be found again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            across(() -> store.letGo(me)).forEach(this::tell);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("what was in hand could not be put down: {}", e.getClass().getSimpleName());
        }
    }

    @Override
    public boolean isRunning() {
        return open;
    }

    /** Gives signs of life for all that runs, finds what others have left, and hands out what waits. */
    private void lookAfter() {
        long looked = 0;
        while (open) {
            try {
                if (System.nanoTime() - looked > IDLE.toNanos() || looked == 0) {
                    across(() -> store.findAbandoned(SILENCE)).forEach(this::tell);
                    across(() -> store.forgetFiles(KEPT)).forEach(this::forget);
                    looked = System.nanoTime();
                }
                running.values().forEach(this::beat);
                while (open && running.size() < HANDS && begin()) {
                    LOG.debug("one more");
                }
            } catch (DataAccessException | TransactionException e) {
                LOG.warn(
                        "the jobs cannot be looked after just now: {}",
                        e.getClass().getSimpleName());
            }
            pause(running.isEmpty() ? IDLE : BEAT);
        }
    }

    private void pause(Duration time) {
        try {
            if (bell.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
                bell.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            open = false;
        }
    }

    private void beat(Run run) {
        Optional<Boolean> cancel = across(() -> store.beat(me, run.job(), run.where()));
        if (cancel.isEmpty() && running.containsKey(run.job())) {
            run.stop(Run.Stop.LOST);
        } else if (cancel.orElse(false)) {
            run.stop(Run.Stop.CANCELLED);
        }
    }

    private boolean begin() {
        Optional<Job> next = across(() -> store.take(me));
        next.ifPresent(job -> {
            Run run = new Run(job.id(), folder);
            running.put(job.id(), run);
            hands.execute(() -> {
                try {
                    end(job, run, went(job, run));
                } finally {
                    running.remove(job.id());
                    wake();
                }
            });
        });
        return next.isPresent();
    }

    /** How a run went. */
    private record Went(Job.State state, Outcome outcome) {}

    private Went went(Job job, Run run) {
        try {
            return new Went(Job.State.DONE, work(kind(job.kind()), job, run));
        } catch (CancellationException _) {
            return new Went(Job.State.CANCELLED, Outcome.page("", ""));
        } catch (Exception | LinkageError | OutOfMemoryError | StackOverflowError e) {
            LOG.error(
                    "a job failed: {} {} {}", job.kind(), job.id(), e.getClass().getName());
            return new Went(Job.State.FAILED, Outcome.page("", "job.failed"));
        }
    }

    private <P extends Record> Outcome work(JobKind<P> kind, Job job, Run run) throws Exception {
        P parameters = json.readValue(job.parameters(), kind.parameters());
        return Viewer.house(job.partnership()).doing(() -> kind.work().run(parameters, run));
    }

    private void end(Job job, Run run, Went went) {
        if (run.stop() == Run.Stop.LOST || (run.stop() == Run.Stop.STOPPING && went.state() != Job.State.DONE)) {
            return;
        }
        if (went.state() != Job.State.DONE) {
            forget(job.id());
        }
        // The database may be away for a moment; what was done is not to be lost for that.
        for (int i = 0; i < 20; i++) {
            try {
                across(() -> {
                    boolean ended = store.end(me, job.id(), went.state(), went.outcome());
                    if (ended) {
                        tell(job);
                    }
                    return ended;
                });
                return;
            } catch (DataAccessException | TransactionException e) {
                LOG.warn(
                        "a job's end cannot be noted just now: {}", e.getClass().getSimpleName());
                LockSupport.parkNanos(BEAT.toNanos());
            }
        }
    }

    private void tell(Job job) {
        across(() -> {
            events.publishEvent(new JobEnded(job.partnership(), job.member(), job.id()));
            return job;
        });
    }

    /** Deletes the file of a job. */
    void forget(UUID job) {
        try {
            Files.deleteIfExists(file(job));
        } catch (IOException e) {
            LOG.warn("a file that is no longer needed is still there: {}", job);
        }
    }

    private <T> T across(Supplier<T> work) {
        return Tenancy.acrossAll(() -> {
            T done = transaction.execute(_ -> work.get());
            if (done == null) {
                throw new IllegalStateException("a store answered with nothing");
            }
            return done;
        });
    }
}

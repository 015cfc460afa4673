package org.whorl.server.jobs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Refused;
import org.whorl.server.trust.Viewer;

/** The door to long work: starting it, seeing how far one's own is, stopping it, and fetching what came of it. */
@Door
public class Jobs {

    /** Whose jobs those are that belong to no partnership. */
    public static final UUID HOUSE = new UUID(0, 0);

    private static final int NEWEST = 20;

    private final JobStore store;
    private final Workers workers;

    Jobs(JobStore store, Workers workers) {
        this.store = store;
        this.workers = workers;
    }

    /**
     * Starts work, unless the very same is waiting or running already.
     *
     * @return which job it is
     */
    @Needs(Action.START_JOB)
    public <P extends Record> UUID start(JobKind<P> kind, P parameters) {
        Viewer viewer = Viewer.current();
        if (!viewer.may(kind.needs())) {
            throw new Refused(kind.needs());
        }
        Job job = new Job(
                viewer.partnership().orElse(HOUSE),
                UUID.randomUUID(),
                kind.key(),
                workers.written(parameters),
                Job.State.WAITING,
                viewer.member(),
                viewer.account(),
                Instant.EPOCH,
                Optional.empty(),
                0,
                0,
                List.of(),
                false,
                List.of(),
                "",
                "");
        UUID id = store.add(job, kind.resumes());
        Note.about("job", id, kind.key());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                workers.wake();
            }
        });
        return id;
    }

    /** What the viewer has started here, the newest first. */
    @Needs(Action.SEE_JOBS)
    public List<Job> listMine() {
        return store.list(here(), me(), NEWEST);
    }

    /** One that the viewer has started here. */
    @Needs(Action.SEE_JOBS)
    public Optional<Job> findMine(UUID id) {
        return store.find(here(), me(), id);
    }

    /** Stops one's own job; false if it has ended by itself. */
    @Needs(Action.CANCEL_JOB)
    public boolean cancel(UUID id) {
        Job job = mine(id);
        Note.about("job", id, job.kind());
        return store.cancel(job.partnership(), id);
    }

    /** The file that came of one's own job; that it was fetched stands in the record. */
    @Needs(Action.FETCH_RESULT)
    public Path fetch(UUID id) {
        Job job = mine(id);
        Action needs = workers.kind(job.kind()).needs();
        if (!Viewer.current().may(needs)) {
            throw new Refused(needs);
        }
        Path file = workers.file(id);
        if (job.file().isEmpty() || !Files.isRegularFile(file)) {
            throw new NoSuchElementException("nothing came of it, or it is no longer kept");
        }
        Note.about("job", id, job.kind());
        return file;
    }

    /**
     * The file that came of one's own job of a kind, for its page to show; empty where it has not ended or is no longer kept.
     */
    @Needs(Action.SEE_JOBS)
    public Optional<Path> findFile(UUID id, String kind) {
        return store.find(here(), me(), id)
                .filter(job -> job.kind().equals(kind) && !job.file().isEmpty())
                .map(job -> {
                    Action needs = workers.kind(job.kind()).needs();
                    if (!Viewer.current().may(needs)) {
                        throw new Refused(needs);
                    }
                    return workers.file(id);
                })
                .filter(Files::isRegularFile);
    }

    /**
     * Deletes the files that jobs of a kind have left in a partnership, whoever started them: they hold what is no longer to
     * be kept. They go before it is certain that all else went well: a file too few can be made again.
     */
    @Needs(Action.CHANGE_TOLD)
    public void forgetFiles(UUID partnership, String kind) {
        List<UUID> gone = store.forgetFiles(partnership, kind);
        Note.about("job-files", kind, Integer.toString(gone.size()));
        Note.in(partnership);
        gone.forEach(workers::forget);
    }

    private Job mine(UUID id) {
        return store.find(here(), me(), id).orElseThrow();
    }

    private static UUID here() {
        return Viewer.current().partnership().orElse(HOUSE);
    }

    private static UUID me() {
        return Viewer.current().account().orElseThrow();
    }
}

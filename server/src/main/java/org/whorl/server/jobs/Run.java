package org.whorl.server.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.whorl.engine.answer.Progress;
import org.whorl.server.platform.Course;

/**
 * One going at a job: the work says here how far it is, and asks whether it should stop. What is said is written down a
 * few times a second, however often it is said, and from however many threads.
 */
public final class Run implements Course, Progress {

    /** Why a run should stop. */
    enum Stop {
        NO,
        /** Somebody asked for it. */
        CANCELLED,
        /** Whorl is being stopped; the job may go on later. */
        STOPPING,
        /** Another Whorl has taken the job over. */
        LOST
    }

    /** How far it is. */
    record At(int done, int expected, List<String> step) {}

    private final UUID job;
    private final Path folder;
    private volatile At at = new At(0, 0, List.of());
    private volatile Stop stop = Stop.NO;

    Run(UUID job, Path folder) {
        this.job = job;
        this.folder = folder;
    }

    @Override
    public void at(int done, int expected) {
        at = new At(done, expected, at.step());
    }

    /** Says in a sentence what is being done; its parts hold no person's name or words. */
    public void says(String sentence, String... parts) {
        at = new At(at.done(), at.expected(), Sentence.of(sentence, List.of(parts)));
    }

    @Override
    public boolean cancelled() {
        return stop != Stop.NO;
    }

    /** An empty file for what comes of the job, that nobody else on this machine may read. It is kept for a week. */
    public Path file() throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(job.toString());
        Files.deleteIfExists(file);
        Files.createFile(file);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(
                    file, EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
        }
        return file;
    }

    UUID job() {
        return job;
    }

    /** Names what comes of it: the same however often it was begun again. */
    public UUID id() {
        return job;
    }

    At where() {
        return at;
    }

    Stop stop() {
        return stop;
    }

    void stop(Stop why) {
        if (stop == Stop.NO) {
            stop = why;
        }
    }
}

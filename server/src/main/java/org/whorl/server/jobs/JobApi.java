package org.whorl.server.jobs;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.whorl.server.design.Listed;
import org.whorl.server.design.Screen;

/** For programs: the long work of the key's owner here: how far it is, stopping it, and what came of it. */
@RestController
@RequestMapping("/api/v1/p/{slug}/jobs")
class JobApi {

    private final Jobs jobs;

    JobApi(Jobs jobs) {
        this.jobs = jobs;
    }

    /**
     * Long work, and how it stands.
     *
     * @param id which one
     * @param kind what kind of work
     * @param state waiting, running, done, failed, cancelled or interrupted
     * @param progress from 0 to 1; absent while nobody knows
     * @param step what is being done, in words
     * @param outcome what came of it, in words
     * @param page where it is to be seen, inside the partnership
     * @param file the name of the file that came of it; absent where there is none
     * @param madeAt when it was started
     * @param endedAt when it ended; absent while it goes on
     */
    record LongWork(
            UUID id,
            String kind,
            String state,
            Optional<Double> progress,
            String step,
            String outcome,
            String page,
            Optional<String> file,
            Instant madeAt,
            Optional<Instant> endedAt) {

        static LongWork of(Screen s, Job job) {
            ShownJob shown = ShownJob.on(s, job);
            return new LongWork(
                    job.id(),
                    job.kind(),
                    job.state().key(),
                    job.progress(),
                    shown.step(),
                    shown.outcome(),
                    job.link(),
                    Optional.of(job.file()).filter(name -> !name.isEmpty()),
                    job.madeAt(),
                    job.endedAt());
        }
    }

    @GetMapping
    Listed<LongWork> listJobs(
            Screen s, @RequestParam(defaultValue = "0") int from, @RequestParam(defaultValue = "50") int limit) {
        return Listed.of(
                s, jobs.listMine().stream().map(job -> LongWork.of(s, job)).toList(), from, limit);
    }

    @GetMapping("/{id}")
    LongWork getJob(Screen s, @PathVariable UUID id) {
        return LongWork.of(s, jobs.findMine(id).orElseThrow());
    }

    /** What has ended by itself stays as it is. */
    @PostMapping("/{id}/cancel")
    LongWork cancelJob(Screen s, @PathVariable UUID id) {
        jobs.cancel(id);
        return getJob(s, id);
    }

    /** That it was fetched stands in the record, therefore it is not a mere look. */
    @PostMapping(path = "/{id}/file", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<Resource> fetchResult(@PathVariable UUID id) {
        return JobFile.of(jobs, id);
    }
}

package org.whorl.server.jobs;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.whorl.server.design.Form;
import org.whorl.server.design.Here;
import org.whorl.server.design.Screen;

/** One's own long work: what can be started, how far it is, and what came of it. For a partnership, and for the house. */
@Controller
@RequestMapping({"/p/{slug}/jobs", "/house"})
class JobPages {

    private final Jobs jobs;
    private final ObjectProvider<Offer<?>> offers;

    JobPages(Jobs jobs, ObjectProvider<Offer<?>> offers) {
        this.jobs = jobs;
        this.offers = offers;
    }

    @GetMapping
    ResponseEntity<String> list(Screen s) {
        List<ShownJob> mine =
                jobs.listMine().stream().map(job -> ShownJob.on(s, job)).toList();
        return s.show(
                "jobs/jobs",
                Map.of(
                        "jobs",
                        mine,
                        "offers",
                        offered(s).stream().map(offer -> offer.kind().key()).toList(),
                        "base",
                        base(s)));
    }

    @PostMapping
    ResponseEntity<String> start(Screen s, Form form) {
        Offer<?> offer = offered(s).stream()
                .filter(each -> each.kind().key().equals(form.value("kind")))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no such work is offered here"));
        return s.leaveFor(base(s) + "/" + started(offer));
    }

    @GetMapping("/{id}")
    ResponseEntity<String> one(Screen s, @PathVariable UUID id) {
        Job job = jobs.findMine(id).orElseThrow();
        return s.show("jobs/job", Map.of("shown", ShownJob.on(s, job), "base", base(s)));
    }

    @PostMapping("/{id}/cancel")
    ResponseEntity<String> cancel(Screen s, @PathVariable UUID id) {
        return s.leaveFor(base(s) + "/" + id, jobs.cancel(id) ? "job.cancel-asked" : "job.ended-already");
    }

    @PostMapping("/{id}/file")
    ResponseEntity<Resource> fetch(@PathVariable UUID id) {
        return JobFile.of(jobs, id);
    }

    private <P extends Record> UUID started(Offer<P> offer) {
        return jobs.start(offer.kind(), offer.parameters());
    }

    private List<Offer<?>> offered(Screen s) {
        return offers.orderedStream()
                .filter(offer -> offer.house() == s.here().isEmpty()
                        && s.may(offer.kind().needs()))
                .toList();
    }

    private static String base(Screen s) {
        return s.here().map(Here::slug).map(slug -> "/p/" + slug + "/jobs").orElse("/house");
    }
}

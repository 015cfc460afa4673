package org.whorl.server.jobs;

import java.util.List;
import org.whorl.server.design.Screen;

/**
 * A job as it is shown.
 *
 * @param job which
 * @param title what kind of work it is, said
 * @param step what is being done, said; empty where nothing was
 * @param outcome what came of it, said; empty where nothing did
 */
public record ShownJob(Job job, String title, String step, String outcome) {

    /** A job as a page shows it. */
    public static ShownJob on(Screen s, Job job) {
        // A kind that another release of Whorl knew has no name here.
        String title = Sentence.said(s, List.of("job." + job.kind()));
        return new ShownJob(
                job,
                title.isEmpty() ? s.say("jobs.title") : title,
                Sentence.said(s, job.step()),
                Sentence.said(s, job.outcome()));
    }
}

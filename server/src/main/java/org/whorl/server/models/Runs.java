package org.whorl.server.models;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.whorl.engine.model.Name;
import org.whorl.engine.model.Scenario;
import org.whorl.server.jobs.Job;
import org.whorl.server.jobs.JobKind;
import org.whorl.server.jobs.Jobs;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Viewer;

/** The door to checking by simulation. */
@Door
public class Runs {

    /** Enough to see which way a change goes; more can be asked for from the command line. */
    private static final int REPLICATIONS = 100;

    private final RunStore store;
    private final Jobs jobs;
    private final ObjectProvider<JobKind<Asked>> simulation;

    Runs(RunStore store, Jobs jobs, ObjectProvider<JobKind<Asked>> simulation) {
        this.store = store;
        this.jobs = jobs;
        this.simulation = simulation;
    }

    /**
     * Has a version checked by simulation, beside the pages.
     *
     * @param change what is tried; empty for the model as it stands
     * @param name the model's
     * @param page where it was asked, inside the partnership
     * @return the job
     */
    @Needs(Action.CHECK_MODEL)
    public UUID check(UUID model, int version, Optional<Scenario> change, Name name, String page) {
        Note.about("model", model, "version " + version);
        return jobs.start(simulation.getObject(), Asked.of(model, version, change, name, page, REPLICATIONS));
    }

    /** One's own question that was asked on a page and is not answered yet. */
    @Needs(Action.SEE_JOBS)
    public Optional<Job> findUnderWay(String page) {
        return jobs.listMine().stream()
                .filter(job -> job.goesOn() && job.kind().equals(Asked.KIND))
                .filter(job -> Asked.read(job.parameters()).page().equals(page))
                .findFirst();
    }

    /** Keeps what was found. */
    @Needs(Action.CHECK_MODEL)
    public void keep(Found found, Asked asked, List<String> texts) {
        Note.about("run", found.id(), "");
        store.add(Viewer.current().partnership().orElseThrow(), found, asked.question(), texts);
    }

    /** The newest answer to that very question: the same version, and the same change of it. */
    @Needs(Action.LOOK)
    public Optional<Found> findAnswered(UUID model, int version, Scenario change) {
        return store.findAnswered(
                model,
                version,
                Asked.of(model, version, Optional.of(change), change.name(), "", REPLICATIONS)
                        .question());
    }

    /** The newest answer to whatever was asked on a page. */
    @Needs(Action.LOOK)
    public Optional<Found> findAskedOn(UUID model, String page) {
        return store.findAskedOn(model, page);
    }

    /** What was found about a model, the newest first. */
    @Needs(Action.LOOK)
    public List<Found> list(UUID model) {
        return store.list(model);
    }

    /** One run of a model. */
    @Needs(Action.LOOK)
    public Optional<Found> find(UUID model, UUID id) {
        return store.find(model, id);
    }

    /** What it found, as markup, in a language. */
    @Needs(Action.LOOK)
    public Optional<String> findSummary(UUID id, String language) {
        return store.text(id, language.equals("cy") ? RunStore.Text.SUMMARY_CY : RunStore.Text.SUMMARY_EN);
    }

    /** Its whole report, a page that needs nothing else, in a language. */
    @Needs(Action.LOOK)
    public Optional<String> findReport(UUID id, String language) {
        return store.text(id, language.equals("cy") ? RunStore.Text.REPORT_CY : RunStore.Text.REPORT_EN);
    }

    /** Its figures, as the command line prints them with --json. */
    @Needs(Action.LOOK)
    public Optional<String> findAnswer(UUID id) {
        return store.text(id, RunStore.Text.ANSWER);
    }
}

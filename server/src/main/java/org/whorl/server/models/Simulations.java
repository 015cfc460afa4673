package org.whorl.server.models;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.whorl.draw.Words;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.load.Preview;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Scenario;
import org.whorl.engine.simulation.Plan;
import org.whorl.engine.simulation.Simulation;
import org.whorl.files.AnswerJson;
import org.whorl.files.report.Excerpt;
import org.whorl.files.report.Report;
import org.whorl.server.jobs.JobKind;
import org.whorl.server.jobs.Outcome;
import org.whorl.server.trust.Action;

/** Checking by simulation: the exact tier, beside the pages, with its report. */
@Configuration(proxyBeanMethods = false)
class Simulations {

    /** The rest of the machine is for the pages. */
    private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    @Bean
    JobKind<Asked> simulation(Runs runs, Models models, Sureness sureness, Clock clock) {
        return new JobKind<>(Asked.KIND, Asked.class, Action.CHECK_MODEL, true, (asked, run) -> {
            Ready ready = models.ready(asked.model(), asked.version()).orElseThrow();
            Optional<Scenario> scenario = asked.scenario();
            Model model = scenario.map(ready.model()::with).orElse(ready.model());
            List<String> ids = scenario.map(Scenario::id).stream().toList();
            run.says("job.simulation.step", Integer.toString(asked.replications()));
            // With the notes the command line adds, so that its answer is the same to the byte.
            Answer exact = Simulation.run(
                            model,
                            new Plan(ids, Asked.SEED, new Plan.Stop.Replications(asked.replications()), THREADS),
                            run)
                    .with(Preview.shortHorizons(model));
            run.says("job.simulation.report");
            Answer instant = ready.prepared().answer(scenario.stream().toList());
            Answer unsure = sureness.of(ready, scenario.stream().toList(), run::cancelled);
            Report report = new Report(exact, instant, unsure, LocalDate.now(clock), "");
            UUID id = run.id();
            runs.keep(
                    new Found(
                            id,
                            asked.model(),
                            asked.version(),
                            asked.en(),
                            asked.cy(),
                            asked.page(),
                            exact.replications(),
                            exact.seed(),
                            Instant.EPOCH),
                    asked,
                    texts(exact, instant, unsure, report, ids));
            // What is tried on a picture is kept in its address alone, so that its answer has a page of its own.
            String page = asked.page().startsWith("/picture/")
                    ? "/picture/" + asked.model() + "/runs/" + id
                    : asked.page() + "#checked";
            return Outcome.page(page, "job.simulation.done");
        });
    }

    private static List<String> texts(Answer exact, Answer instant, Answer unsure, Report report, List<String> ids) {
        String scenario = ids.isEmpty() ? Scenario.BASE : ids.getFirst();
        List<String> texts = new ArrayList<>();
        for (Words words : List.of(Words.EN, Words.CY)) {
            texts.add(new Excerpt(exact, instant, unsure, words).checked(scenario));
        }
        Map<String, String> pages = report.pages();
        texts.add(pages.getOrDefault(Report.ENGLISH, ""));
        texts.add(pages.getOrDefault(Report.WELSH, ""));
        texts.add(AnswerJson.text(exact));
        return texts;
    }
}

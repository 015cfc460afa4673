package org.whorl.server.shifts;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.model.Model;
import org.whorl.optimise.Optimiser;
import org.whorl.optimise.Plans;
import org.whorl.server.jobs.JobKind;
import org.whorl.server.jobs.Outcome;
import org.whorl.server.models.Models;
import org.whorl.server.trust.Action;

/** Searching for plans, beside the pages. */
@Configuration(proxyBeanMethods = false)
class PlanSearch {

    /** The rest of the machine is for the pages. */
    private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private static final long SEED = 1;
    private static final double WITHIN = 0.03;
    private static final int PLANS = 5;
    private static final int TIMES = 100;

    @Bean
    JobKind<PlansAsked> searchForPlans(Models models) {
        return new JobKind<>(PlansAsked.KIND, PlansAsked.class, Action.CHECK_MODEL, true, (asked, run) -> {
            Model model = asked.limited(
                    models.ready(asked.model(), asked.version()).orElseThrow().model());
            run.says("job.plans.step", Integer.toString(asked.draws()));
            Plans plans;
            try (ForkJoinPool pool = new ForkJoinPool(THREADS)) {
                plans = pool.submit(() -> Optimiser.search(model, asked.draws(), SEED, WITHIN, PLANS, run))
                        .join();
            }
            run.says("job.plans.play", Integer.toString(TIMES));
            Optional<Answer> played = plans.plans().isEmpty()
                    ? Optional.empty()
                    : Optional.of(Optimiser.verify(model, plans.plans(), TIMES, SEED, THREADS, run));
            Files.writeString(
                    run.file(), PlansFound.of(asked, model, plans, played).json());
            return new Outcome("job.plans.done", List.of(), "/shifts/plans/" + run.id(), "plans.json");
        });
    }
}

package org.whorl.server.beliefs;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.whorl.server.decisions.Beside;
import org.whorl.server.design.Undoable;
import org.whorl.server.experiments.Experiment;
import org.whorl.server.experiments.Experiments;
import org.whorl.server.models.Taught;
import org.whorl.server.thread.Spun;

/** What of beliefs goes through the mechanisms all features share. */
@Configuration(proxyBeanMethods = false)
class BeliefParts {

    @Bean
    Undoable undoBelief(Beliefs beliefs) {
        return new Undoable(Learnt.VERSIONED.kind(), beliefs::undo);
    }

    @Bean
    Beside beliefsBeside(Beliefs beliefs, Experiments experiments) {
        return (s, decision) -> beliefs.list().stream()
                .filter(each -> each.decision().filter(decision::equals).isPresent())
                .map(each -> new Beside.Link(
                        s.say("belief.of", title(experiments, each)),
                        s.say(each.isLearnt() ? "belief.state.learnt" : "belief.state.waits"),
                        BeliefPages.path(each)))
                .toList();
    }

    @Bean
    Taught taughtByExperiments(Beliefs beliefs, Experiments experiments) {
        return (model, path) -> beliefs.list().stream()
                .filter(each -> each.model().equals(model)
                        && each.path().equals(path)
                        && each.learntVersion().isPresent())
                .map(each -> new Taught.By(
                        title(experiments, each),
                        BeliefPages.path(each),
                        each.learntVersion().orElseThrow(),
                        each.backVersion().isPresent()))
                .toList();
    }

    @Bean
    org.whorl.server.experiments.Learnt countOfWhatModelsLearnt(Beliefs beliefs) {
        return () -> {
            Beliefs.Learned learned = beliefs.countLearnt();
            return new org.whorl.server.experiments.Learnt.Count(learned.learnt(), learned.of());
        };
    }

    @Bean
    Spun spinBeliefs() {
        return BeliefThreadStore.SPUN;
    }

    private static String title(Experiments experiments, Learnt learnt) {
        return experiments.find(learnt.experiment()).map(Experiment::title).orElse("");
    }
}

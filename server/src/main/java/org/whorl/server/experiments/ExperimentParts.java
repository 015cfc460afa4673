package org.whorl.server.experiments;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.whorl.server.design.Undoable;
import org.whorl.server.search.Findable;

/** What of experiments goes through the mechanisms all features share. */
@Configuration(proxyBeanMethods = false)
class ExperimentParts {

    @Bean
    Undoable undoExperiment(Experiments experiments) {
        return new Undoable(Experiment.VERSIONED.kind(), experiments::undo);
    }

    @Bean
    Undoable undoExperimentTask(Alongside alongside) {
        return new Undoable(Task.VERSIONED.kind(), alongside::undoTask);
    }

    @Bean
    Findable findExperiments() {
        return ExperimentStore.FINDABLE;
    }
}

package org.whorl.server.decisions;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.whorl.server.design.Undoable;
import org.whorl.server.search.Findable;

/** What of decisions goes through the mechanisms all features share. */
@Configuration(proxyBeanMethods = false)
class DecisionParts {

    @Bean
    Undoable undoDecision(Decisions decisions) {
        return new Undoable(Decision.VERSIONED.kind(), decisions::undo);
    }

    @Bean
    Findable findDecisions() {
        return DecisionStore.MADE;
    }

    @Bean
    Findable findOpenDecisions() {
        return DecisionStore.OPEN;
    }
}

package org.whorl.server.decisions;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.whorl.server.design.Undoable;
import org.whorl.server.permissions.Permitting;
import org.whorl.server.search.Findable;
import org.whorl.server.thread.Spun;

/** What of decisions goes through the mechanisms all features share. */
@Configuration(proxyBeanMethods = false)
class DecisionParts {

    @Bean
    Undoable undoDecision(Decisions decisions) {
        return new Undoable(Decision.VERSIONED.kind(), decisions::undo);
    }

    /** The permissions to try that belong to a decision, with where the clock has them. */
    @Bean
    Beside permissionsBeside(Permitting permitting, Clock clock) {
        return (s, decision) -> permitting.listOf(decision).stream()
                .map(each -> new Beside.Link(
                        each.tries(),
                        s.say("permission.state." + each.state(clock.instant()).key()),
                        "/permissions/" + each.id()))
                .toList();
    }

    @Bean
    Findable findDecisions() {
        return DecisionStore.MADE;
    }

    @Bean
    Findable findOpenDecisions() {
        return DecisionStore.OPEN;
    }

    @Bean
    Spun spinDecision() {
        return DecisionThreadStore.SPUN;
    }
}

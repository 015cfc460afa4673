package org.whorl.server.decisions;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.whorl.server.design.Screen;
import org.whorl.server.design.Undoable;
import org.whorl.server.search.Findable;
import org.whorl.server.spirals.ForYou;
import org.whorl.server.thread.Spun;
import org.whorl.server.trust.Action;

/** What of decisions goes through the mechanisms all features share. */
@Configuration(proxyBeanMethods = false)
class DecisionParts {

    @Bean
    Undoable undoDecision(Decisions decisions) {
        return new Undoable(Decision.VERSIONED.kind(), decisions::undo);
    }

    /** The decisions that wait for the viewer's signature. */
    @Bean
    ForYou decisionsForYou(Decisions decisions) {
        return new ForYou() {
            @Override
            public List<Thing> list(Screen s) {
                return s.may(Action.SIGN_DECISION)
                        ? decisions.listToSign().stream()
                                .map(each -> new Thing(
                                        each.value(Field.QUESTION),
                                        each.language(),
                                        s.say("decision.waits-to-be-signed"),
                                        "/decisions/" + each.id()))
                                .toList()
                        : List.of();
            }

            @Override
            public int minutesAsked() {
                return 0;
            }
        };
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

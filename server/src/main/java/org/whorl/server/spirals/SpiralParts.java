package org.whorl.server.spirals;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.whorl.server.design.Undoable;
import org.whorl.server.search.Findable;

/** What of spirals goes through the mechanisms all features share. */
@Configuration(proxyBeanMethods = false)
class SpiralParts {

    @Bean
    Undoable undoSpiral(Spirals spirals) {
        return new Undoable(Spiral.VERSIONED.kind(), spirals::undo);
    }

    @Bean
    Undoable undoPlanStep(Plans plans) {
        return new Undoable(PlanStep.VERSIONED.kind(), plans::undo);
    }

    @Bean
    Undoable undoAsk(Asks asks) {
        return new Undoable(Ask.VERSIONED.kind(), asks::undo);
    }

    @Bean
    Findable findSpirals() {
        return SpiralStore.SPIRALS;
    }

    @Bean
    Findable findTurns() {
        return SpiralStore.TURNS;
    }

    @Bean
    Findable findSteps() {
        return PlanStore.STEPS;
    }

    @Bean
    Findable findAsks() {
        return AskStore.FOR_ANYBODY;
    }

    @Bean
    Findable findAsksOfSomebody() {
        return AskStore.FOR_SOMEBODY;
    }
}

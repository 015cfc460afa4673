package org.whorl.server.spirals;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.whorl.server.design.Undoable;
import org.whorl.server.search.Findable;
import org.whorl.server.thread.Spun;

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
    Undoable undoFirstAsk(Spirals spirals) {
        return new Undoable(FirstAsk.VERSIONED.kind(), spirals::undoFirstAsk);
    }

    @Bean
    Undoable undoFixed(Ties ties) {
        return undoTie(ties, Tie.Fixed.VERSIONED.kind());
    }

    @Bean
    Undoable undoWoven(Ties ties) {
        return undoTie(ties, Tie.Woven.VERSIONED.kind());
    }

    @Bean
    Undoable undoPulled(Ties ties) {
        return undoTie(ties, Tie.Pulled.VERSIONED.kind());
    }

    private static Undoable undoTie(Ties ties, String kind) {
        return new Undoable(kind, (id, version) -> ties.undo(kind, id, version));
    }

    @Bean
    Undoable undoAsk(Asks asks) {
        return new Undoable(Ask.VERSIONED.kind(), asks::undo);
    }

    @Bean
    Undoable undoCommitment(Commitments commitments) {
        return new Undoable(Commitment.VERSIONED.kind(), commitments::undo);
    }

    @Bean
    Findable findCommitments() {
        return CommitmentStore.COMMITMENTS;
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

    @Bean
    Spun spinSpiral() {
        return SpiralThreadStore.SPUN;
    }
}

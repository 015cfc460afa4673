package org.whorl.server.patterns;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.whorl.server.design.Undoable;
import org.whorl.server.search.Findable;
import org.whorl.server.thread.Spun;

/** What of making sense goes through the mechanisms all features share. */
@Configuration(proxyBeanMethods = false)
class SenseParts {

    @Bean
    Undoable undoClaim(Claims claims) {
        return new Undoable(Claim.VERSIONED.kind(), claims::undo);
    }

    @Bean
    Undoable undoCodeName(Coding coding) {
        return new Undoable(Code.VERSIONED.kind(), coding::undoName);
    }

    @Bean
    Undoable undoHabitName(Habits habits) {
        return new Undoable(Habit.VERSIONED.kind(), habits::undoName);
    }

    @Bean
    Undoable undoRoundName(Rounds rounds) {
        return new Undoable(Round.VERSIONED.kind(), rounds::undoName);
    }

    @Bean
    Findable findClaims() {
        return ClaimStore.PUBLISHED;
    }

    @Bean
    Spun spinSense() {
        return SenseThreadStore.SPUN;
    }
}

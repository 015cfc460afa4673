package org.whorl.server.shifts;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.whorl.server.design.Undoable;
import org.whorl.server.thread.Spun;

/** What of shifts goes through the mechanisms all features share. */
@Configuration(proxyBeanMethods = false)
class ShiftParts {

    @Bean
    Undoable undoShift(Shifts shifts) {
        return new Undoable(Shift.VERSIONED.kind(), shifts::undo);
    }

    @Bean
    Spun spinShift() {
        return ShiftThreadStore.SPUN;
    }
}

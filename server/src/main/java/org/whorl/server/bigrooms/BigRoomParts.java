package org.whorl.server.bigrooms;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.whorl.server.design.Undoable;

/** What of Big Rooms goes through the mechanisms all features share. */
@Configuration(proxyBeanMethods = false)
class BigRoomParts {

    @Bean
    Undoable undoBigRoom(BigRooms rooms) {
        return new Undoable(BigRoom.VERSIONED.kind(), rooms::undo);
    }

    @Bean
    Undoable undoBigRoomOutcome(BigRooms rooms) {
        return new Undoable(Outcome.VERSIONED.kind(), rooms::undoOutcome);
    }
}

package org.whorl.server.bigrooms;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.whorl.server.decisions.Charge;
import org.whorl.server.decisions.Charged;
import org.whorl.server.design.Undoable;
import org.whorl.server.thread.Spun;
import org.whorl.server.trust.Action;

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

    /** What somebody is to do after a Big Room stands on the map of who sees to what. */
    @Bean
    Charged chargedBigRooms(BigRooms rooms) {
        return s -> !s.may(Action.SEE_GATHERINGS)
                ? List.of()
                : rooms.listOpen().stream()
                        .map(each -> new Charge.Thing(
                                "big-room",
                                each.id().toString(),
                                each.words(),
                                each.language(),
                                each.owner(),
                                each.ownerName(),
                                "/big-rooms/weeks/" + each.week(),
                                "/big-rooms/weeks/" + each.week(),
                                each.dueOn()))
                        .toList();
    }

    @Bean
    Spun spinBigRoom() {
        return BigRoomThreadStore.SPUN;
    }
}

package org.whorl.server.circles;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.whorl.server.design.Undoable;

/** What of circles goes through the mechanisms all features share. */
@Configuration(proxyBeanMethods = false)
class CircleParts {

    @Bean
    Undoable undoCircle(Circles circles) {
        return new Undoable(Circle.VERSIONED.kind(), circles::undo);
    }

    @Bean
    Undoable undoItem(Items items) {
        return new Undoable(Item.VERSIONED.kind(), items::undo);
    }

    @Bean
    Undoable undoMeeting(Meetings meetings) {
        return new Undoable(Meeting.VERSIONED.kind(), meetings::undo);
    }
}

package org.whorl.server.circles;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.whorl.server.design.Screen;
import org.whorl.server.design.Undoable;
import org.whorl.server.spirals.ForYou;
import org.whorl.server.thread.Spun;
import org.whorl.server.trust.Action;

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

    @Bean
    ForYou circlesForYou(Items items, Circles circles) {
        return new ForYou() {
            @Override
            public List<Thing> list(Screen s) {
                return s.may(Action.SEE_CIRCLES)
                        ? items.listAskingMe().stream()
                                .map(each -> asked(s, each))
                                .toList()
                        : List.of();
            }

            @Override
            public int minutesAsked() {
                return circles.countAskedOfMe();
            }
        };
    }

    private static ForYou.Thing asked(Screen s, Sight sight) {
        Sight.Shown round = sight.going().orElseThrow();
        String what = sight.circle().name(s.language()) + ". "
                + s.say("sdmi.round." + round.kind().key());
        return new ForYou.Thing(
                sight.item().words().question(),
                sight.item().words().language(),
                round.until()
                        .map(until -> what + ", " + s.say("sdmi.until", s.moment(until)))
                        .orElse(what),
                "/items/" + sight.item().id());
    }

    @Bean
    Spun spinCircle() {
        return CircleThreadStore.SPUN;
    }
}

package org.whorl.server.stories;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.whorl.server.design.Undoable;
import org.whorl.server.search.Findable;
import org.whorl.server.thread.Spun;
import org.whorl.server.thread.Tie;

/** What of stories goes through the mechanisms all features share. */
@Configuration(proxyBeanMethods = false)
class StoryParts {

    @Bean
    Undoable undoPromise(Promises promises) {
        return new Undoable(Promise.VERSIONED.kind(), promises::undo);
    }

    @Bean
    Findable findStories() {
        return ReleasedStore.FOR_ANYBODY;
    }

    @Bean
    Findable findStoriesForMembers() {
        return ReleasedStore.FOR_MEMBERS;
    }

    @Bean
    Spun spinHeard() {
        return HeardThreadStore.SPUN;
    }

    /**
     * What was told about something, where a page asked for it, belongs to it as what was put there by hand does. It is asked for
     * at the gate, so that nothing held back is tied to anything.
     */
    @Bean
    Spun spinAbout(Heard heard) {
        return new Spun(
                List.of(),
                List.of(
                        new Tie.Derived(
                                "story",
                                "measure",
                                "at-a-point",
                                () -> heard.listAbout(About.MEASURE).stream()
                                        .map(each -> new Tie.Pair(
                                                each.story().toString(),
                                                each.thing().toString()))
                                        .toList()),
                        new Tie.Derived(
                                "experiment",
                                "story",
                                "told-beside",
                                () -> heard.listAbout(About.EXPERIMENT).stream()
                                        .map(each -> new Tie.Pair(
                                                each.thing().toString(),
                                                each.story().toString()))
                                        .toList())));
    }
}

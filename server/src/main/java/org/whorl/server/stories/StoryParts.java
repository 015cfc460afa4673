package org.whorl.server.stories;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.whorl.server.design.Undoable;
import org.whorl.server.search.Findable;
import org.whorl.server.thread.Spun;

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
}

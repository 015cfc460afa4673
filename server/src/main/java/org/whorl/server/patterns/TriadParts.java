package org.whorl.server.patterns;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.whorl.server.design.Undoable;
import org.whorl.server.stories.AfterTelling;

/** What of triads goes through the mechanisms that features share. */
@Configuration(proxyBeanMethods = false)
class TriadParts {

    @Bean
    Undoable undoTriad(TriadQuestions questions) {
        return new Undoable(Triad.VERSIONED.kind(), questions::undo);
    }

    @Bean
    AfterTelling triadsAfterTelling(TriadQuestions questions) {
        return () -> !questions.listAsked().isEmpty();
    }
}

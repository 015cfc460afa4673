package org.whorl.server.findings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.whorl.server.design.Undoable;
import org.whorl.server.search.Findable;
import org.whorl.server.thread.Spun;

/** What of findings goes through the mechanisms all features share. */
@Configuration(proxyBeanMethods = false)
class FindingParts {

    @Bean
    Undoable undoFinding(Findings findings) {
        return new Undoable(Finding.VERSIONED.kind(), findings::undo);
    }

    @Bean
    Findable findFindings() {
        return FindingStore.PUBLISHED;
    }

    @Bean
    Findable findDraftFindings() {
        return FindingStore.DRAFTS;
    }

    @Bean
    Spun spinFinding() {
        return FindingThreadStore.SPUN;
    }
}

package org.whorl.server.patterns;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.whorl.server.design.Undoable;
import org.whorl.server.search.Findable;

/** What of making sense goes through the mechanisms all features share. */
@Configuration(proxyBeanMethods = false)
class SenseParts {

    @Bean
    Undoable undoClaim(Claims claims) {
        return new Undoable(Claim.VERSIONED.kind(), claims::undo);
    }

    @Bean
    Findable findClaims() {
        return ClaimStore.PUBLISHED;
    }
}

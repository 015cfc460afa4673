package org.whorl.server.gatherings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.whorl.server.thread.Spun;

/** What of gatherings goes through the mechanisms all features share. */
@Configuration(proxyBeanMethods = false)
class GatheringParts {

    @Bean
    Spun spinGathering() {
        return GatheringThreadStore.SPUN;
    }
}

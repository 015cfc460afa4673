package org.whorl.server.permissions;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.whorl.server.design.Undoable;
import org.whorl.server.search.Findable;
import org.whorl.server.thread.Spun;

/** What of rules and permissions goes through the mechanisms all features share. */
@Configuration(proxyBeanMethods = false)
class PermissionParts {

    @Bean
    Undoable undoRule(Rules rules) {
        return new Undoable(Rule.VERSIONED.kind(), rules::undo);
    }

    @Bean
    Findable findRules() {
        return RuleStore.FINDABLE;
    }

    @Bean
    Findable findPermissions() {
        return PermissionStore.FINDABLE;
    }

    @Bean
    Spun spinPermission() {
        return PermissionThreadStore.SPUN;
    }
}

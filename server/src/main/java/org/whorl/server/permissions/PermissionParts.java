package org.whorl.server.permissions;

import java.time.Clock;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.whorl.server.decisions.Beside;
import org.whorl.server.decisions.Charge;
import org.whorl.server.decisions.Charged;
import org.whorl.server.design.Undoable;
import org.whorl.server.search.Findable;

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

    /** The permissions to try that belong to a decision stand on its page. */
    @Bean
    Beside permissionsBeside(Permitting permitting, Clock clock) {
        return (s, decision) -> permitting.listOf(decision).stream()
                .map(each -> new Beside.Link(
                        each.tries(),
                        s.say("permission.state." + each.state(clock.instant()).key()),
                        "/permissions/" + each.id()))
                .toList();
    }

    /** Somebody looks after each permission that is not over. */
    @Bean
    Charged chargedPermissions(Permitting permitting, Clock clock) {
        return _ -> permitting.list().stream()
                .filter(each -> !each.state(clock.instant()).isOver())
                .map(each -> new Charge.Thing(
                        "permission",
                        each.id().toString(),
                        each.tries(),
                        each.language(),
                        Optional.of(each.owner()),
                        each.ownerName(),
                        "/permissions/" + each.id(),
                        "/permissions/" + each.id(),
                        Optional.of(each.span().ends())))
                .toList();
    }
}

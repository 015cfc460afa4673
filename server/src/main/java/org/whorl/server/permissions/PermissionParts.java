package org.whorl.server.permissions;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.whorl.server.decisions.Beside;
import org.whorl.server.decisions.Charge;
import org.whorl.server.decisions.Charged;
import org.whorl.server.design.Screen;
import org.whorl.server.design.Undoable;
import org.whorl.server.search.Findable;
import org.whorl.server.spirals.ForYou;
import org.whorl.server.thread.Spun;
import org.whorl.server.trust.Action;

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

    /** Whoever may say who signs reads on the first page where nobody has, and whoever may stop one, that figures ask them to. */
    @Bean
    ForYou permissionsForYou(Permitting permitting, Watching watching, Clock clock) {
        return new ForYou() {
            @Override
            public List<Thing> list(Screen s) {
                Optional<UUID> me = s.viewer().member();
                return me.isEmpty()
                        ? List.of()
                        : permitting.list().stream()
                                .flatMap(each -> what(s, each).stream()
                                        .map(what -> new Thing(
                                                each.tries(),
                                                each.language(),
                                                s.say(what),
                                                "/permissions/" + each.id())))
                                .toList();
            }

            private Optional<String> what(Screen s, Permission permission) {
                boolean waits = permission.state(clock.instant()) == Permission.State.WAITING;
                if (waits && !permission.unnamed().isEmpty() && s.may(Action.NAME_SIGNATORIES)) {
                    return Optional.of("permission.sign.name");
                }
                boolean stops = s.may(Action.SEE_MEASURES)
                        && permission.isStoppedBy(s.viewer().member())
                        && !watching.list(permission).isEmpty();
                return stops ? Optional.of("permission.stop.for-you") : Optional.empty();
            }

            @Override
            public int minutesAsked() {
                return 0;
            }
        };
    }

    /** Somebody looks after each permission to try that is not over. */
    @Bean
    @Order(7)
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

    /** The permissions to try that belong to a decision, with where the clock has them. */
    @Bean
    Beside permissionsBeside(Permitting permitting, Clock clock) {
        return (s, decision) -> permitting.listOf(decision).stream()
                .map(each -> new Beside.Link(
                        each.tries(),
                        s.say("permission.state." + each.state(clock.instant()).key()),
                        "/permissions/" + each.id()))
                .toList();
    }

    @Bean
    Spun spinPermission() {
        return PermissionThreadStore.SPUN;
    }
}

package org.whorl.server.decisions;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.whorl.server.design.Screen;
import org.whorl.server.people.Community;
import org.whorl.server.people.Member;
import org.whorl.server.shifts.Proposals;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Disclosure;

/** Puts together what a page about a decision shows. */
@Component
class Showing {

    private static final ZoneId HERE = ZoneId.of("Europe/London");

    private final Decisions decisions;
    private final Signing signing;
    private final Rests rests;
    private final Proposals proposals;
    private final Community community;
    private final Charges charges;
    private final Clock clock;

    Showing(
            Decisions decisions,
            Signing signing,
            Rests rests,
            Proposals proposals,
            Community community,
            Charges charges,
            Clock clock) {
        this.decisions = decisions;
        this.signing = signing;
        this.rests = rests;
        this.proposals = proposals;
        this.community = community;
        this.charges = charges;
        this.clock = clock;
    }

    /** One that the reader may see. */
    Optional<Decision> find(Screen s, UUID id) {
        return s.may(Action.SEE_DRAFTS) ? decisions.find(id) : decisions.findMade(id);
    }

    DecisionShown of(Screen s, Decision decision) {
        Map<UUID, String> people = s.may(Action.SEE_PEOPLE)
                ? community.listMembers().stream().collect(Collectors.toMap(Member::id, Member::name))
                : Map.of();
        List<String> helpers = s.may(Action.SEE_PEOPLE)
                ? decisions.listHelpers(decision.id()).stream()
                        .map(id -> people.getOrDefault(id, ""))
                        .filter(name -> !name.isEmpty())
                        .toList()
                : List.of();
        return new DecisionShown(
                decision,
                rests.list(s, decisions.listEvidence(decision.id())),
                decision.shift().flatMap(id -> proposals.find(s, id)),
                signing.list(decision.id()),
                helpers,
                decisions.listDissent(decision.id()),
                decisions.listReviews(decision.id()),
                decision.value(Field.TOOK_PART).isEmpty()
                        ? Optional.empty()
                        : Optional.of(Disclosure.ofTakingPart(s.viewer())
                                .show(Integer.parseInt(decision.value(Field.TOOK_PART)))),
                people.entrySet().stream()
                        .collect(Collectors.toMap(each -> each.getKey().toString(), Map.Entry::getValue)),
                charges.isHandedBack("decision", decision.id().toString(), decision.owner()),
                new DecisionShown.May(
                        decisions.mayChange(decision.id()),
                        decisions.mayOpen(decision.id()),
                        decisions.mayReview(decision.id())),
                today());
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), HERE);
    }
}

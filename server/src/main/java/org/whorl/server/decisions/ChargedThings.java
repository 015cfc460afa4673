package org.whorl.server.decisions;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.whorl.engine.model.Parameter;
import org.whorl.server.circles.Item;
import org.whorl.server.circles.Items;
import org.whorl.server.design.Screen;
import org.whorl.server.findings.Findings;
import org.whorl.server.models.Kept;
import org.whorl.server.models.Models;
import org.whorl.server.people.Community;
import org.whorl.server.people.Member;
import org.whorl.server.spirals.Ask;
import org.whorl.server.spirals.Asks;
import org.whorl.server.spirals.Commitment;
import org.whorl.server.spirals.Commitments;
import org.whorl.server.spirals.PlanStep;
import org.whorl.server.spirals.Plans;
import org.whorl.server.spirals.Spiral;
import org.whorl.server.spirals.Spirals;
import org.whorl.server.stories.Promise;
import org.whorl.server.stories.Promises;
import org.whorl.server.trust.Action;

/** What of the features there are wants one owner: decisions, actions of findings, promises, asks, steps and numbers. */
@Configuration(proxyBeanMethods = false)
class ChargedThings {

    @Bean
    @Order(1)
    Charged chargedDecisions(Decisions decisions) {
        return s -> Stream.concat(
                        decisions.listMade().stream(),
                        s.may(Action.SEE_DRAFTS) ? decisions.listOpen().stream() : Stream.of())
                .map(each -> new Charge.Thing(
                        "decision",
                        each.id().toString(),
                        each.value(Field.QUESTION),
                        each.language(),
                        each.owner(),
                        each.ownerName(),
                        "/decisions/" + each.id(),
                        // Whoever may not name somebody for one that is made reads there who may.
                        decisions.mayChange(each.id())
                                ? "/decisions/" + each.id() + "/edit/care"
                                : "/decisions/" + each.id() + "#care",
                        each.reviewOn()))
                .toList();
    }

    @Bean
    @Order(2)
    Charged chargedFindings(Findings findings) {
        return s -> findings.listPublished().stream()
                .map(each -> new Charge.Thing(
                        "finding",
                        each.id().toString(),
                        each.line().which(),
                        each.language(),
                        each.owner(),
                        each.ownerName(),
                        "/findings/" + each.id(),
                        "/findings/" + each.id() + "/edit",
                        each.line().effectBy()))
                .toList();
    }

    @Bean
    @Order(3)
    Charged chargedPromises(Promises promises) {
        return s -> promises.list().stream()
                .filter(each -> each.state() == Promise.State.OPEN)
                .map(each -> new Charge.Thing(
                        "promise",
                        each.id().toString(),
                        each.what(),
                        each.language(),
                        each.by().member(),
                        each.by().name(),
                        "/promises/" + each.id(),
                        // What an organisation promises, somebody of it sees to.
                        each.by().member().isPresent() ? "/promises/" + each.id() : "",
                        Optional.of(each.dueOn())))
                .toList();
    }

    @Bean
    @Order(4)
    Charged chargedAsks(Spirals spirals, Asks asks) {
        return s -> spirals.listAll().stream()
                .flatMap(spiral -> asks.listOpen(spiral.id()).stream().map(ask -> ask(spiral, ask)))
                .toList();
    }

    private static Charge.Thing ask(Spiral spiral, Ask ask) {
        String page = "/asks?spiral=" + spiral.id() + "#ask-" + ask.id();
        return new Charge.Thing(
                "ask",
                ask.id().toString(),
                ask.what(),
                spiral.language(),
                ask.askedOf(),
                ask.askedOfName(),
                page,
                page,
                ask.wantedBy());
    }

    @Bean
    @Order(5)
    Charged chargedSteps(Spirals spirals, Plans plans) {
        return s -> spirals.listAll().stream()
                .flatMap(spiral -> plans.plan(spiral.id()).steps().stream().map(step -> step(spiral, step)))
                .toList();
    }

    private static Charge.Thing step(Spiral spiral, PlanStep step) {
        return new Charge.Thing(
                "step",
                step.id().toString(),
                step.name(),
                spiral.language(),
                Optional.empty(),
                "",
                "/plan?spiral=" + spiral.id(),
                "",
                step.throughout() ? Optional.empty() : Optional.of(step.last().atEndOfMonth()));
    }

    /** What a circle adopted and nobody has done yet: of whoever was named then, or of nobody until somebody is named on the map. */
    @Bean
    @Order(8)
    Charged chargedItems(Items items) {
        return s -> !s.may(Action.SEE_CIRCLES)
                ? List.of()
                : items.list().stream()
                        .filter(Item::isToDo)
                        .map(each -> item(each, each.end().orElseThrow()))
                        .toList();
    }

    private static Charge.Thing item(Item item, Item.End end) {
        return new Charge.Thing(
                "item",
                item.id().toString(),
                item.words().question() + " " + end.who(),
                item.words().language(),
                end.doer().map(Item.Doer::member),
                end.doer().map(Item.Doer::name).orElse(""),
                "/items/" + item.id(),
                "",
                end.by());
    }

    /** How people want to work differently, until they have looked at what came of it. */
    @Bean
    @Order(9)
    Charged chargedCommitments(Spirals spirals, Commitments commitments) {
        return _ -> spirals.listAll().stream()
                .flatMap(spiral -> commitments.list(spiral.id()).stream())
                .filter(Commitment::isOpen)
                .map(each -> new Charge.Thing(
                        "commitment",
                        each.id().toString(),
                        each.what(),
                        each.language(),
                        each.owner(),
                        each.ownerName(),
                        "/spirals/" + each.spiral() + "/commitments#commitment-" + each.id(),
                        "/spirals/" + each.spiral() + "/commitments/" + each.id(),
                        each.dueOn()))
                .toList();
    }

    /** The numbers of each model's latest version: those somebody answers for, by that name, and in one line those nobody does. */
    @Bean
    @Order(6)
    Charged chargedNumbers(Models models, Community community) {
        return s -> {
            List<Charge.Thing> things = new ArrayList<>();
            List<Member> members = s.may(Action.SEE_PEOPLE) ? community.listMembers() : List.of();
            for (Kept kept : models.listAll()) {
                List<String> owners = models.ready(kept.id(), kept.latest()).stream()
                        .flatMap(ready -> ready.model().parameters().values().stream())
                        .map(ChargedThings::owner)
                        .toList();
                String page = "/picture/" + kept.id() + "/numbers";
                owners.stream().distinct().sorted().forEach(owner -> {
                    long count = owners.stream().filter(owner::equals).count();
                    things.add(numbers(s, kept, owner, count, page, members));
                });
            }
            return things;
        };
    }

    private static String owner(Parameter parameter) {
        String owner = parameter.provenance().owner();
        return owner == null ? "" : owner.strip();
    }

    private static Charge.Thing numbers(
            Screen s, Kept kept, String owner, long count, String page, List<Member> members) {
        // A model names who answers for a number in words; where that is a member's name, it is that member.
        Optional<UUID> member = members.stream()
                .filter(each -> each.name().equals(owner))
                .map(Member::id)
                .findFirst();
        return new Charge.Thing(
                "numbers",
                UUID.nameUUIDFromBytes((kept.id() + "/" + owner).getBytes(StandardCharsets.UTF_8))
                        .toString(),
                s.count("charge.numbers", count) + " " + s.pick(kept.nameEn(), kept.nameCy()),
                "",
                member,
                owner,
                page,
                page,
                Optional.empty());
    }
}

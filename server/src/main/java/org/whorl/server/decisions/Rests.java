package org.whorl.server.decisions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.findings.Finding;
import org.whorl.server.findings.Findings;
import org.whorl.server.models.Kept;
import org.whorl.server.models.Models;
import org.whorl.server.opinions.Conversations;
import org.whorl.server.patterns.Claim;
import org.whorl.server.patterns.Claims;
import org.whorl.server.shifts.Shift;
import org.whorl.server.shifts.Shifts;
import org.whorl.server.stories.Heard;
import org.whorl.server.stories.Released;

/** What evidence is called and where it stands: asked of each feature anew, so that what was taken back is not told. */
@Component
public class Rests {

    private static final int SHORT = 90;

    private final Models models;
    private final Shifts shifts;
    private final Findings findings;
    private final Claims claims;
    private final Conversations conversations;
    private final Heard heard;

    Rests(Models models, Shifts shifts, Findings findings, Claims claims, Conversations conversations, Heard heard) {
        this.models = models;
        this.shifts = shifts;
        this.findings = findings;
        this.claims = claims;
        this.conversations = conversations;
        this.heard = heard;
    }

    /** Each with its name, as far as that reader may see it. */
    public List<Rest> list(Screen s, Collection<Evidence> all) {
        Set<UUID> kept = heard.listKept();
        return all.stream().map(each -> rest(s, each, kept)).toList();
    }

    private Rest rest(Screen s, Evidence evidence, Set<UUID> kept) {
        UUID id = evidence.target();
        return switch (evidence.kind()) {
            case MODEL ->
                named(
                        evidence,
                        models.find(id)
                                .map(model -> s.say(
                                        "decision.rests.model",
                                        s.pick(model.nameEn(), model.nameCy()),
                                        evidence.number())),
                        "",
                        "/picture/" + id + "?version=" + evidence.number());
            case SHIFT ->
                named(
                        evidence,
                        shifts.find(id).map(shift -> shift.name(s.language().code())),
                        "",
                        "/shifts/" + id);
            case FINDING -> {
                Optional<Finding> finding = findings.findPublished(id);
                yield named(
                        evidence,
                        finding.map(Finding::name),
                        finding.map(Finding::language).orElse(""),
                        "/findings/" + id);
            }
            case CLAIM -> {
                Optional<Claim> claim = claims.listPublished().stream()
                        .filter(each -> each.id().equals(id))
                        .findFirst();
                yield named(
                        evidence,
                        claim.map(Claim::sentence),
                        claim.map(Claim::language).orElse(""),
                        "/patterns/claims/" + id);
            }
            case VOTES ->
                named(
                        evidence,
                        conversations.find(id).map(each -> each.question(s.language())),
                        "",
                        "/patterns/opinions/" + id);
            case STORY -> {
                Optional<Released> story = heard.find(id);
                yield story.isPresent()
                        ? named(
                                evidence,
                                story.map(each -> cut(each.words().isBlank() ? each.strength() : each.words())),
                                story.map(Released::language).orElse(""),
                                "/stories/" + id)
                        : kept.contains(id) ? Rest.notForYou(evidence) : Rest.takenBack(evidence);
            }
        };
    }

    private static Rest named(Evidence evidence, Optional<String> name, String language, String path) {
        return name.map(each -> new Rest(evidence, Rest.State.THERE, each, language, path))
                .orElseGet(() -> Rest.takenBack(evidence));
    }

    /** What that reader could name, kind by kind; the value is the kind and the id. */
    public List<Choice> choices(Screen s) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(
                Evidence.Kind.MODEL,
                models.listAll().stream()
                        .map(model -> option(
                                Evidence.Kind.MODEL,
                                model.id(),
                                s.say("decision.rests.model", s.pick(model.nameEn(), model.nameCy()), model.latest())))
                        .toList()));
        choices.add(new Choice(
                Evidence.Kind.SHIFT,
                shifts.listAll().stream()
                        .map(shift -> option(
                                Evidence.Kind.SHIFT,
                                shift.id(),
                                shift.name(s.language().code())))
                        .toList()));
        choices.add(new Choice(
                Evidence.Kind.FINDING,
                findings.listPublished().stream()
                        .map(finding -> option(Evidence.Kind.FINDING, finding.id(), finding.name()))
                        .toList()));
        choices.add(new Choice(
                Evidence.Kind.CLAIM,
                claims.listPublished().stream()
                        .map(claim -> option(Evidence.Kind.CLAIM, claim.id(), claim.sentence()))
                        .toList()));
        choices.add(new Choice(
                Evidence.Kind.VOTES,
                conversations.list().stream()
                        .map(each -> option(Evidence.Kind.VOTES, each.id(), each.question(s.language())))
                        .toList()));
        choices.add(new Choice(
                Evidence.Kind.STORY,
                heard.list().stream()
                        .map(story -> option(
                                Evidence.Kind.STORY,
                                story.id(),
                                story.words().isBlank() ? story.strength() : story.words()))
                        .toList()));
        return choices.stream().filter(choice -> !choice.options().isEmpty()).toList();
    }

    /**
     * What can be named of one kind.
     *
     * @param kind which
     * @param options each by its id
     */
    public record Choice(Evidence.Kind kind, List<Option> options) {

        public Choice {
            options = List.copyOf(options);
        }
    }

    /** The evidence that is chosen there, if that reader may name it; of a model its latest version. */
    public Optional<Evidence> chosen(Screen s, Evidence.Kind kind, String id) {
        boolean there = choices(s).stream()
                .filter(choice -> choice.kind() == kind)
                .flatMap(choice -> choice.options().stream())
                .anyMatch(option -> option.value().equals(id));
        if (!there) {
            return Optional.empty();
        }
        UUID target = UUID.fromString(id);
        int number = kind == Evidence.Kind.MODEL
                ? models.find(target).map(Kept::latest).orElse(0)
                : kind == Evidence.Kind.SHIFT
                        ? shifts.find(target).map(Shift::modelVersion).orElse(0)
                        : 0;
        return Optional.of(new Evidence(UUID.randomUUID(), kind, target, number));
    }

    private static Option option(Evidence.Kind kind, UUID id, String name) {
        return new Option(id.toString(), kind == Evidence.Kind.STORY ? cut(name) : name);
    }

    private static String cut(String text) {
        String line = text.lines().findFirst().orElse("").strip();
        return line.length() <= SHORT ? line : line.substring(0, SHORT).strip() + "…";
    }
}

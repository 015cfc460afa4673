package org.whorl.server.experiments;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.whorl.server.decisions.Evidence;
import org.whorl.server.decisions.Rests;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.findings.Findings;
import org.whorl.server.measures.Measures;
import org.whorl.server.people.Community;
import org.whorl.server.people.Member;
import org.whorl.server.permissions.Permitting;
import org.whorl.server.spirals.Spirals;
import org.whorl.server.stories.Heard;
import org.whorl.server.stories.Released;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Viewer;

/** Gathers all that stands on the page of an experiment. */
@Component
class Overview {

    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final int SHORT = 90;

    private final Experiments experiments;
    private final Alongside alongside;
    private final Rests rests;
    private final Heard heard;
    private final Spirals spirals;
    private final Community community;
    private final Permitting permitting;
    private final Findings findings;
    private final Measures measures;
    private final Picturing picturing;
    private final Asking asking;
    private final Clock clock;

    Overview(
            Experiments experiments,
            Alongside alongside,
            Rests rests,
            Heard heard,
            Spirals spirals,
            Community community,
            Permitting permitting,
            Findings findings,
            Measures measures,
            Picturing picturing,
            Asking asking,
            Clock clock) {
        this.experiments = experiments;
        this.alongside = alongside;
        this.rests = rests;
        this.heard = heard;
        this.spirals = spirals;
        this.community = community;
        this.permitting = permitting;
        this.findings = findings;
        this.measures = measures;
        this.picturing = picturing;
        this.asking = asking;
        this.clock = clock;
    }

    /** Its page. */
    ResponseEntity<String> page(Screen s, Form form, Experiment experiment) {
        return page(s, form, experiment, "");
    }

    /** Its page, with the chart of that place where it has one. */
    ResponseEntity<String> page(Screen s, Form form, Experiment experiment, String site) {
        Map<String, Object> parts = Map.of("form", form, "shown", of(s, experiment, site));
        if (!s.refusal().isEmpty() || !form.isRight()) {
            return s.at(s.to("/experiments/" + experiment.id())).again("experiments/experiment", parts);
        }
        return s.show("experiments/experiment", parts);
    }

    /** What it lacks before it begins. */
    List<Gap> gaps(Experiment experiment) {
        return experiment.state() == Experiment.State.DRAFT ? Gap.of(experiment, measured(experiment)) : List.of();
    }

    /** For whom there is a measure among those it looks at: people, community, staff. */
    private Set<String> measured(Experiment experiment) {
        return looked(experiment).stream()
                .map(each -> each.measure().serves().key())
                .collect(Collectors.toSet());
    }

    /** The measures it looks at, its own first, with what each is looked at for. */
    List<Looked> looked(Experiment experiment) {
        if (!Viewer.current().may(Action.SEE_MEASURES)) {
            return List.of();
        }
        return Stream.concat(
                        experiment.measure().stream().map(id -> Map.entry(id, "main")),
                        experiment.looks().stream()
                                .map(look ->
                                        Map.entry(look.measure(), look.part().key())))
                .flatMap(each ->
                        measures.find(each.getKey()).map(measure -> new Looked(measure, each.getValue())).stream())
                .toList();
    }

    /** The stories that could be put beside one. */
    List<Released> stories() {
        return heard.list();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), HERE);
    }

    /** What was tried before and may be nearly the same as what that text says. */
    List<Similar> similar(String text, Collection<Experiment> among) {
        return Similar.to(text, among);
    }

    private Shown of(Screen s, Experiment experiment, String site) {
        boolean keeps = s.may(Action.KEEP_EXPERIMENT);
        boolean draft = experiment.state() == Experiment.State.DRAFT;
        List<Member> members = s.may(Action.SEE_PEOPLE) ? community.listMembers() : List.of();
        Optional<Pictured> pictured = picturing.find(s, experiment, site);
        List<Pictured.Told> stories =
                pictured.isPresent() ? List.of() : picturing.told(experiment.id(), Optional.empty());
        List<Pictured.Told> beside = pictured.map(Pictured::told).orElse(stories);
        return new Shown(
                experiment,
                clauses(s, experiment),
                experiment.spiral().flatMap(spirals::find),
                experiment.follows().flatMap(experiments::find),
                stands(s, experiment),
                gaps(experiment),
                draft
                        ? similar(
                                Similar.text(experiment),
                                experiments.list().stream()
                                        .filter(each -> !each.id().equals(experiment.id()))
                                        .toList())
                        : List.of(),
                Wizard.suggested(experiment.said()),
                experiments.chance(experiment),
                s.may(Action.SEE_PEOPLE) ? helpers(experiment, members) : List.of(),
                looked(experiment),
                alongside.listTasks(experiment.id()),
                alongside.listEntries(experiment.id()),
                asking.find(s, experiment),
                pictured,
                stories,
                keeps
                        ? stories().stream()
                                .filter(each -> beside.stream()
                                        .noneMatch(there -> there.story().id().equals(each.id())))
                                .map(each -> new Option(each.id().toString(), cut(each)))
                                .toList()
                        : List.of(),
                keeps
                        ? members.stream()
                                .map(each -> new Option(each.id().toString(), each.name()))
                                .toList()
                        : List.of(),
                today());
    }

    private List<Told> clauses(Screen s, Experiment experiment) {
        Map<Clause, List<Evidence>> named = alongside.listEvidence(experiment.id());
        Map<Clause, Clause.Strength> strengths = new EnumMap<>(Clause.class);
        for (Clause clause : Clause.values()) {
            strengths.put(
                    clause,
                    Clause.Strength.of(named.getOrDefault(clause, List.of()).stream()
                            .map(Evidence::kind)
                            .toList()));
        }
        List<Clause> weakest = Clause.weakest(strengths);
        return Arrays.stream(Clause.values())
                .filter(clause -> !experiment.value(clause.field()).isEmpty())
                .map(clause -> new Told(
                        clause,
                        experiment.value(clause.field()),
                        rests.list(s, named.getOrDefault(clause, List.of())),
                        strengths.getOrDefault(clause, Clause.Strength.GUESS),
                        weakest.contains(clause)))
                .toList();
    }

    private List<String> helpers(Experiment experiment, List<Member> members) {
        List<UUID> ids = alongside.listHelpers(experiment.id());
        return members.stream()
                .filter(each -> ids.contains(each.id()))
                .map(Member::name)
                .toList();
    }

    /** What it stands on, as far as that reader may see it. */
    private List<Stands> stands(Screen s, Experiment experiment) {
        return List.of(
                        experiment
                                .decision()
                                .filter(permitting::isDecisionSeen)
                                .map(id -> new Stands(s.say("experiment.on.decision"), "/decisions/" + id)),
                        experiment
                                .permission()
                                .flatMap(permitting::find)
                                .map(each -> new Stands(each.tries(), "/permissions/" + each.id())),
                        experiment
                                .finding()
                                .flatMap(findings::findPublished)
                                .map(each -> new Stands(each.name(), "/findings/" + each.id())))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static String cut(Released story) {
        String text = story.words().isBlank() ? story.strength() : story.words();
        String line = text.lines().findFirst().orElse("").strip();
        return line.length() <= SHORT ? line : line.substring(0, SHORT).strip() + "…";
    }
}

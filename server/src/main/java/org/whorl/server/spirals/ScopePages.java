package org.whorl.server.spirals;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.whorl.server.design.Form;
import org.whorl.server.design.Merge;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.people.Community;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Saved;

/** Question and scope of a spiral, and what becomes of two people's changes. */
@Controller
@RequestMapping("/p/{slug}/spirals/{id}/scope")
class ScopePages {

    private static final List<Merge.Field> FIELDS = List.of(
            new Merge.Field("question", "question", "start.question"),
            new Merge.Field("translation", "translation", "scope.translation"),
            new Merge.Field("population", "population", "start.population"),
            new Merge.Field("place", "place", "start.place"),
            new Merge.Field("out", "out_of_scope", "scope.out"),
            new Merge.Field("widen", "widen_when", "scope.widen"));

    private final Spirals spirals;
    private final Community community;

    ScopePages(Spirals spirals, Community community) {
        this.spirals = spirals;
        this.community = community;
    }

    @GetMapping
    ResponseEntity<String> scope(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.CHANGE_SCOPE);
        Spiral spiral = spirals.find(id).orElseThrow();
        form.preset("version", Integer.toString(spiral.version()))
                .preset("question", spiral.question())
                .preset("translation", spiral.translation())
                .preset("population", spiral.scope().population())
                .preset("place", spiral.scope().place().toString())
                .preset("out", spiral.scope().out())
                .preset("widen", spiral.scope().widen());
        return s.show("spirals/scope", scoping(s, form, spiral, Optional.empty()));
    }

    @PostMapping
    ResponseEntity<String> changeScope(Screen s, Form form, @PathVariable UUID id) {
        Spiral spiral = spirals.find(id).orElseThrow();
        form.require("question", "start.question.blank");
        form.require("population", "start.population.blank");
        form.require("why", "scope.why.blank");
        Optional<UUID> place = Forms.place(form, community);
        if (place.isEmpty()) {
            form.refuse("place", "start.place.blank");
        }
        if (!form.isRight()) {
            return s.again("spirals/scope", scoping(s, form, spiral, Optional.empty()));
        }
        Spiral.Scope scope = new Spiral.Scope(
                form.value("population"), place.orElseThrow(), "", "", form.value("out"), form.value("widen"));
        String language = form.value("question").equals(spiral.question())
                ? spiral.language()
                : s.language().code();
        Spiral wanted = new Spiral(
                id,
                spiral.parent(),
                form.value("question"),
                language,
                form.value("translation"),
                scope,
                spiral.afresh(),
                spiral.startedOn(),
                form.number("version").orElse(0));
        String direction = Decision.DIRECTIONS.contains(form.value("direction")) ? form.value("direction") : "same";
        return switch (spirals.changeScope(wanted, direction, form.value("why"))) {
            case Saved.Yes yes ->
                s.leaveFor(s.to("/spirals/" + id), "saved", Spiral.VERSIONED.kind(), id, yes.version());
            case Saved.Conflict conflict -> {
                Merge merge = Merge.of(form, conflict, FIELDS, UnaryOperator.identity());
                yield s.again(
                        "spirals/scope",
                        scoping(s, merge.form(), spirals.find(id).orElseThrow(), Optional.of(merge)));
            }
            case Saved.Gone _ -> throw new NoSuchElementException("no such spiral");
        };
    }

    private Map<String, Object> scoping(Screen s, Form form, Spiral spiral, Optional<Merge> merge) {
        form.preset("direction", "same");
        List<Option> directions = Decision.DIRECTIONS.stream()
                .map(direction -> new Option(direction, s.say("scope.direction." + direction)))
                .toList();
        return Map.of(
                "form", form,
                "places", Forms.places(s, community),
                "directions", directions,
                "spiral", spiral,
                "merge", merge);
    }
}

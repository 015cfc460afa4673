package org.whorl.server.experiments;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.server.design.Form;
import org.whorl.server.design.Merge;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.findings.Findings;
import org.whorl.server.measures.Measures;
import org.whorl.server.people.Community;
import org.whorl.server.permissions.Permitting;
import org.whorl.server.spirals.Spiral;
import org.whorl.server.spirals.Spirals;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Saved;

/** Try and learn: the list of experiments, one of them, writing it part by part, beginning it, and saying what came. */
@Controller
@RequestMapping("/p/{slug}/experiments")
class ExperimentPages {

    /** So many earlier ones are shown before somebody writes another. */
    private static final int SHOWN_BEFORE = 5;

    private static final int LONGEST = 3_000;

    private final Experiments experiments;
    private final Spirals spirals;
    private final Community community;
    private final Permitting permitting;
    private final Findings findings;
    private final Measures measures;
    private final Overview overview;
    private final Stopping stopping;
    private final Asking asking;

    ExperimentPages(
            Experiments experiments,
            Spirals spirals,
            Community community,
            Permitting permitting,
            Findings findings,
            Measures measures,
            Overview overview,
            Stopping stopping,
            Asking asking) {
        this.experiments = experiments;
        this.spirals = spirals;
        this.community = community;
        this.permitting = permitting;
        this.findings = findings;
        this.measures = measures;
        this.overview = overview;
        this.stopping = stopping;
        this.asking = asking;
    }

    @GetMapping
    ResponseEntity<String> all(Screen s, @RequestParam Optional<UUID> spiral) {
        List<Experiment> all = experiments.list().stream()
                .filter(each -> spiral.isEmpty() || spiral.equals(each.spiral()))
                .toList();
        return s.show(
                "experiments/all",
                Map.of(
                        "all",
                        all,
                        "today",
                        overview.today(),
                        "spiral",
                        spiral.flatMap(spirals::find),
                        "gaps",
                        gaps(all)));
    }

    private Map<UUID, Integer> gaps(List<Experiment> all) {
        Map<UUID, Integer> gaps = new HashMap<>();
        all.forEach(each -> gaps.put(each.id(), (int)
                overview.gaps(each).stream().filter(gap -> !gap.isAsked()).count()));
        return gaps;
    }

    @GetMapping("/new")
    ResponseEntity<String> start(Screen s, Form form, @RequestParam Map<String, String> put) {
        s.refuseUnless(Action.KEEP_EXPERIMENT);
        form.presetAll(put);
        return s.show("experiments/new", beginning(s, form));
    }

    @PostMapping("/new")
    ResponseEntity<String> begin(Screen s, Form form) {
        s.refuseUnless(Action.KEEP_EXPERIMENT);
        Optional<UUID> spiral = form.chosen("spiral", spirals.listAll(), Spiral::id);
        Map<Field, String> said = ExperimentForm.blank();
        said.putAll(new ExperimentForm(form, Map.of()).said(Part.IDEA));
        s.viewer().member().ifPresent(member -> said.put(Field.OWNER, member.toString()));
        if (!form.isRight()) {
            return s.again("experiments/new", beginning(s, form));
        }
        Optional<Experiment> before = named(form, "follows").flatMap(experiments::find);
        Experiment begun = new Experiment(
                UUID.randomUUID(),
                spiral,
                Experiment.State.DRAFT,
                before.map(each -> each.number() + 1).orElse(1),
                before.map(Experiment::id),
                named(form, "decision").filter(permitting::isDecisionSeen),
                named(form, "permission").filter(id -> permitting.find(id).isPresent()),
                named(form, "finding").filter(id -> findings.findPublished(id).isPresent()),
                said,
                Experiment.Kept.NONE,
                Experiment.Names.NONE,
                s.language().code(),
                overview.today(),
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                1);
        experiments.begin(begun, named(form, "noted"));
        return s.leaveFor(s.to("/experiments/" + begun.id()), "experiment.begun");
    }

    private Map<String, Object> beginning(Screen s, Form form) {
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put(
                "spirals",
                spirals.listAll().stream()
                        .map(each -> new Option(each.id().toString(), question(s, each)))
                        .toList());
        parts.put("options", choices(s));
        parts.put(
                "before",
                experiments.list().stream()
                        .filter(each -> each.state() != Experiment.State.DRAFT)
                        .limit(SHOWN_BEFORE)
                        .toList());
        parts.put("today", overview.today());
        return parts;
    }

    @GetMapping("/{id}")
    ResponseEntity<String> show(
            Screen s, Form form, @PathVariable UUID id, @RequestParam(defaultValue = "") String site) {
        return overview.page(s, form, experiments.find(id).orElseThrow(), site);
    }

    @GetMapping("/{id}/edit/{part}")
    ResponseEntity<String> edit(Screen s, @PathVariable UUID id, @PathVariable String part) {
        s.refuseUnless(Action.KEEP_EXPERIMENT);
        Part which = Part.find(part).orElseThrow();
        Experiment experiment = experiments.find(id).orElseThrow();
        if (!experiment.isOpen(which)) {
            return s.refused("experiment.closed", s.to("/experiments/" + id));
        }
        Form form = ExperimentForm.of(experiment, which);
        if (which == Part.END) {
            // Whoever stops it because of a figure need not write the figure down again.
            asking.find(s, experiment).ifPresent(each -> form.replace(Field.EARLY_WHY.key(), each.told()));
        }
        return edit(s, form, experiment, which, Optional.empty());
    }

    @PostMapping("/{id}/go-on")
    ResponseEntity<String> goOn(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.KEEP_EXPERIMENT);
        form.require("go-on", "experiment.go-on.blank");
        if (form.value("go-on").length() > LONGEST) {
            form.refuse("go-on", "experiment.too-long");
        }
        if (!form.isRight()) {
            return overview.page(s, form, experiments.find(id).orElseThrow());
        }
        return stopping.goOn(
                        id,
                        form.value("figures"),
                        form.value("go-on"),
                        s.language().code())
                ? s.leaveFor(s.to("/experiments/" + id) + "#notes", "experiment.went-on")
                : s.refused("experiment.go-on.other", s.to("/experiments/" + id));
    }

    @PostMapping("/{id}/edit/{part}")
    ResponseEntity<String> doEdit(Screen s, Form form, @PathVariable UUID id, @PathVariable String part) {
        s.refuseUnless(Action.KEEP_EXPERIMENT);
        Part which = Part.find(part).orElseThrow();
        Experiment before = experiments.find(id).orElseThrow();
        if (!before.isOpen(which)) {
            return s.refused("experiment.closed", s.to("/experiments/" + id));
        }
        ExperimentForm put = new ExperimentForm(form, options(s));
        Map<Field, String> said = put.said(which);
        if (which == Part.END) {
            put.requireEnd(said, before.isBeforeItsDay(overview.today()));
        } else if (which == Part.WHO && before.state() == Experiment.State.RUNNING) {
            put.requireStarted(said);
        } else if (which == Part.DESIGN) {
            put.choose(said);
        }
        if (!form.isRight()) {
            return edit(s, form, before, which, Optional.empty());
        }
        int version = form.number("version").orElse(0);
        Saved saved =
                which == Part.END ? experiments.end(id, version, said) : experiments.change(id, version, which, said);
        return switch (saved) {
            case Saved.Yes yes ->
                s.leaveFor(
                        s.to("/experiments/" + id + "#" + which.key()),
                        which == Part.END ? "experiment.ended" : "experiment.kept",
                        Experiment.VERSIONED.kind(),
                        id,
                        yes.version());
            case Saved.Conflict conflict -> {
                Merge merge = Merge.of(form, conflict, ExperimentForm.merged(which), UnaryOperator.identity());
                yield edit(s, ExperimentForm.spread(merge.form(), which), before, which, Optional.of(merge));
            }
            case Saved.Gone _ -> s.refused("experiment.closed", s.to("/experiments/" + id));
        };
    }

    private ResponseEntity<String> edit(Screen s, Form form, Experiment experiment, Part part, Optional<Merge> merge) {
        Map<String, Object> parts = new HashMap<>();
        Map<Field, List<Option>> options = options(s);
        Map<String, String> names = new HashMap<>();
        options.values().forEach(each -> names.putAll(Option.names(each)));
        parts.put("form", form);
        parts.put("experiment", experiment);
        parts.put("part", part);
        parts.put("merge", merge);
        parts.put("options", options);
        parts.put("early", part == Part.END && experiment.isBeforeItsDay(overview.today()));
        parts.put("names", names);
        boolean right = form.isRight() && merge.isEmpty();
        return right ? s.show("experiments/edit", parts) : s.again("experiments/edit", parts);
    }

    @PostMapping("/{id}/start")
    ResponseEntity<String> doStart(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.KEEP_EXPERIMENT);
        Experiment experiment = experiments.find(id).orElseThrow();
        if (experiment.state() != Experiment.State.DRAFT) {
            return s.refused("experiment.closed", s.to("/experiments/" + id));
        }
        if (Gap.hold(overview.gaps(experiment), experiment)) {
            s.refuse("experiment.held", s.to("/experiments/" + id));
            return overview.page(s, form, experiment);
        }
        return moved(
                s,
                id,
                "experiment.started",
                experiments.start(id, form.number("version").orElse(0)));
    }

    @PostMapping("/{id}/still")
    ResponseEntity<String> sayStill(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.KEEP_EXPERIMENT);
        Experiment experiment = experiments.find(id).orElseThrow();
        if (!List.of("yes", "no").contains(form.value("still"))) {
            form.refuse("still", "experiment.still.blank");
        }
        form.require("still-words", "experiment.still.words.blank");
        if (!form.isRight()) {
            return overview.page(s, form, experiment);
        }
        Saved saved = experiments.sayStill(
                id,
                form.number("version").orElse(0),
                form.value("still").equals("yes"),
                form.value("still-words"),
                s.language().code());
        return moved(s, id, "experiment.note.kept", saved);
    }

    @PostMapping("/{id}/set-aside")
    ResponseEntity<String> setAside(Screen s, Form form, @PathVariable UUID id) {
        Saved saved = experiments.setAside(id, form.number("version").orElse(0));
        return saved instanceof Saved.Yes yes
                ? s.leaveFor(s.to("/experiments"), "experiment.aside", Experiment.VERSIONED.kind(), id, yes.version())
                : moved(s, id, "experiment.aside", saved);
    }

    private static ResponseEntity<String> moved(Screen s, UUID id, String notice, Saved saved) {
        return switch (saved) {
            case Saved.Yes _ -> s.leaveFor(s.to("/experiments/" + id), notice);
            case Saved.Conflict _, Saved.Gone _ -> s.refused("experiment.changed-first", s.to("/experiments/" + id));
        };
    }

    private Map<Field, List<Option>> options(Screen s) {
        Map<Field, List<Option>> options = choices(s);
        List<Option> members = community.listMembers().stream()
                .map(member -> new Option(member.id().toString(), member.name()))
                .toList();
        options.put(Field.OWNER, members);
        options.put(Field.STOPPER, members);
        List<Option> measured = s.may(Action.SEE_MEASURES)
                ? measures.listAll().stream()
                        .map(each -> new Option(each.id().toString(), each.name()))
                        .toList()
                : List.of();
        options.put(Field.MEASURE, measured);
        options.put(Field.STOP_MEASURE, measured);
        options.put(Field.LOOKS, measured);
        return options;
    }

    private static Map<Field, List<Option>> choices(Screen s) {
        Map<Field, List<Option>> options = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            if (field.kind() == Field.Kind.CHOICE) {
                options.put(
                        field,
                        field.choices().stream()
                                .map(each -> new Option(each, s.say("experiment." + field.key() + "." + each)))
                                .toList());
            }
        }
        return options;
    }

    private static String question(Screen s, Spiral spiral) {
        return spiral.isTranslatedFor(s.language().code()) ? spiral.translation() : spiral.question();
    }

    private static Optional<UUID> named(Form form, String field) {
        try {
            return form.value(field).isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(form.value(field)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}

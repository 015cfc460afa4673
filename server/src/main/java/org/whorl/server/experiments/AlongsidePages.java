package org.whorl.server.experiments;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.whorl.server.decisions.Evidence;
import org.whorl.server.decisions.Rest;
import org.whorl.server.decisions.Rests;
import org.whorl.server.design.Form;
import org.whorl.server.design.Screen;
import org.whorl.server.people.Community;
import org.whorl.server.people.Member;
import org.whorl.server.stories.Released;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Saved;

/** What goes along with an experiment: what each clause rests on, who helps and does what, what was noted, and stories. */
@Controller
@RequestMapping("/p/{slug}/experiments/{id}")
class AlongsidePages {

    private static final int LONGEST = 3_000;

    private final Experiments experiments;
    private final Alongside alongside;
    private final Overview overview;
    private final Rests rests;
    private final Community community;

    AlongsidePages(Experiments experiments, Alongside alongside, Overview overview, Rests rests, Community community) {
        this.experiments = experiments;
        this.alongside = alongside;
        this.overview = overview;
        this.rests = rests;
        this.community = community;
    }

    @GetMapping("/evidence/{clause}")
    ResponseEntity<String> evidence(Screen s, Form form, @PathVariable UUID id, @PathVariable String clause) {
        s.refuseUnless(Action.KEEP_EXPERIMENT);
        return evidence(
                s, form, experiments.find(id).orElseThrow(), Clause.find(clause).orElseThrow());
    }

    private ResponseEntity<String> evidence(Screen s, Form form, Experiment experiment, Clause clause) {
        List<Rest> named = rests.list(s, alongside.listEvidence(experiment.id()).getOrDefault(clause, List.of()));
        Map<String, Object> parts = Map.of(
                "form", form, "experiment", experiment, "clause", clause, "rests", named, "choices", rests.choices(s));
        return form.isRight() ? s.show("experiments/evidence", parts) : s.again("experiments/evidence", parts);
    }

    @PostMapping("/evidence/{clause}")
    ResponseEntity<String> addEvidence(Screen s, Form form, @PathVariable UUID id, @PathVariable String clause) {
        s.refuseUnless(Action.KEEP_EXPERIMENT);
        Experiment experiment = experiments.find(id).orElseThrow();
        Clause which = Clause.find(clause).orElseThrow();
        List<Evidence> chosen = List.of(Evidence.Kind.values()).stream()
                .flatMap(kind -> rests.chosen(s, kind, form.value(kind.key())).stream())
                .toList();
        if (chosen.isEmpty()) {
            form.refuse(
                    rests.choices(s).stream()
                            .findFirst()
                            .map(each -> each.kind().key())
                            .orElse("model"),
                    "decision.rests.blank");
            return evidence(s, form, experiment, which);
        }
        boolean added = true;
        for (Evidence each : chosen) {
            added &= alongside.addEvidence(id, which, each);
        }
        return added
                ? s.leaveFor(back(s, id) + "#idea", "decision.rests.added")
                : s.refused("experiment.closed", back(s, id));
    }

    @PostMapping("/evidence/{clause}/{evidence}/remove")
    ResponseEntity<String> removeEvidence(
            Screen s, @PathVariable UUID id, @PathVariable String clause, @PathVariable UUID evidence) {
        boolean removed = alongside.removeEvidence(id, evidence);
        return removed
                ? s.leaveFor(
                        back(s, id) + "/evidence/"
                                + Clause.find(clause).orElseThrow().key(),
                        "decision.rests.removed")
                : s.refused("experiment.closed", back(s, id));
    }

    @PostMapping("/helpers")
    ResponseEntity<String> help(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.KEEP_EXPERIMENT);
        Optional<UUID> member = form.chosen("helper", community.listMembers(), Member::id);
        if (member.isEmpty()) {
            form.refuse("helper", "experiment.helper.blank");
            return overview.page(s, form, experiments.find(id).orElseThrow());
        }
        alongside.help(id, member.get(), !form.value("no-longer").equals("yes"));
        return s.leaveFor(back(s, id) + "#who", "experiment.kept");
    }

    @PostMapping("/tasks")
    ResponseEntity<String> add(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.KEEP_EXPERIMENT);
        form.require("task", "experiment.task.blank");
        Optional<LocalDate> due = form.day("task-due", "day.wrong");
        tooLong(form, "task");
        if (!form.isRight()) {
            return overview.page(s, form, experiments.find(id).orElseThrow());
        }
        alongside.add(new Task(
                UUID.randomUUID(),
                id,
                form.value("task"),
                form.chosen("task-owner", community.listMembers(), Member::id),
                "",
                due,
                Optional.empty(),
                s.language().code(),
                1));
        return s.leaveFor(back(s, id) + "#tasks", "experiment.kept");
    }

    @PostMapping("/tasks/{task}/done")
    ResponseEntity<String> done(Screen s, Form form, @PathVariable UUID id, @PathVariable UUID task) {
        return switch (alongside.done(task, form.number("version").orElse(0))) {
            case Saved.Yes yes ->
                s.leaveFor(back(s, id) + "#tasks", "experiment.kept", Task.VERSIONED.kind(), task, yes.version());
            case Saved.Conflict _, Saved.Gone _ -> s.refused("experiment.changed-first", back(s, id));
        };
    }

    @PostMapping("/notes")
    ResponseEntity<String> note(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.KEEP_EXPERIMENT);
        Optional<Entry.Kind> kind = Entry.Kind.find(form.value("note-kind"));
        if (kind.isEmpty()) {
            form.refuse("note-kind", "experiment.note.kind.blank");
        }
        form.require("note", "experiment.note.blank");
        tooLong(form, "note");
        if (!form.isRight()) {
            return overview.page(s, form, experiments.find(id).orElseThrow());
        }
        return alongside.note(
                        id, kind.orElseThrow(), form.value("note"), s.language().code())
                ? s.leaveFor(back(s, id) + "#notes", "experiment.note.kept")
                : s.refused("experiment.closed", back(s, id));
    }

    @PostMapping("/stories")
    ResponseEntity<String> pin(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.KEEP_EXPERIMENT);
        Optional<UUID> story = form.chosen("story", overview.stories(), Released::id);
        if (story.isEmpty()) {
            form.refuse("story", "experiment.story.blank");
            return overview.page(s, form, experiments.find(id).orElseThrow());
        }
        return alongside.pin(id, story.get())
                ? s.leaveFor(back(s, id) + "#stories", "experiment.kept")
                : s.refused("experiment.story.blank", back(s, id));
    }

    @PostMapping("/stories/{story}/remove")
    ResponseEntity<String> unpin(Screen s, @PathVariable UUID id, @PathVariable UUID story) {
        alongside.unpin(id, story);
        return s.leaveFor(back(s, id) + "#stories", "experiment.kept");
    }

    private static void tooLong(Form form, String field) {
        if (form.value(field).length() > LONGEST) {
            form.refuse(field, "experiment.too-long");
        }
    }

    private static String back(Screen s, UUID id) {
        return s.to("/experiments/" + id);
    }
}

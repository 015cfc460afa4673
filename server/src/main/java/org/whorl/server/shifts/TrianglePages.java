package org.whorl.server.shifts;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.whorl.draw.Triangles;
import org.whorl.engine.allocation.Frontier;
import org.whorl.engine.allocation.ValueTriangle;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Subject;
import org.whorl.server.design.Form;
import org.whorl.server.design.Screen;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Saved;

/** Value for money: what a panel thinks of each proposal, drawn as triangles, and the frontier they make. */
@Controller
@RequestMapping("/p/{slug}/shifts")
class TrianglePages {

    private final Shifts shifts;
    private final Effects effects;
    private final Clock clock;

    TrianglePages(Shifts shifts, Effects effects, Clock clock) {
        this.shifts = shifts;
        this.effects = effects;
        this.clock = clock;
    }

    @GetMapping("/triangles")
    ResponseEntity<String> triangles(Screen s) {
        return s.show("shifts/triangles", Map.of("shown", shown(s)));
    }

    private TrianglesShown shown(Screen s) {
        Map<UUID, Judgement> judgements = shifts.listJudgements();
        Map<String, TrianglesShown.Judged> costing = new HashMap<>();
        List<TrianglesShown.Judged> free = new ArrayList<>();
        List<Shift> unjudged = new ArrayList<>();
        List<ValueTriangle> triangles = new ArrayList<>();
        for (Shift shift : shifts.listAll()) {
            Judgement judgement = judgements.get(shift.id());
            if (judgement == null) {
                unjudged.add(shift);
                continue;
            }
            double pounds = judgement.pounds() > 0 ? judgement.pounds() : cash(s, shift);
            TrianglesShown.Judged judged = new TrianglesShown.Judged(shift, judgement, pounds);
            // Not a number where nobody can tell: that is no triangle either.
            if (pounds > 0) {
                String id = shift.id().toString();
                costing.put(id, judged);
                triangles.add(new ValueTriangle(
                        id, judgement.reached(), judgement.inReferences(), judgement.chance(), pounds));
            } else {
                free.add(judged);
            }
        }
        List<TrianglesShown.Row> rows = Frontier.of(triangles).points().stream()
                .map(point -> new TrianglesShown.Row(
                        Optional.ofNullable(costing.get(point.triangle().id())).orElseThrow(), point))
                .toList();
        return new TrianglesShown(
                rows,
                free,
                unjudged,
                rows.isEmpty() ? "" : chart(s, rows),
                judgements.values().stream()
                        .map(judgement -> judgement.reference().strip())
                        .distinct()
                        .toList());
    }

    /** What all partners pay more together, payments to others among it. */
    private double cash(Screen s, Shift shift) {
        Effect effect = effects.of(shift, false, s.language().words());
        double used = Optional.ofNullable(effect.shown().answer().differences().get(Shift.SCENARIO))
                .flatMap(change -> change.find(Subject.system(), Field.CASH))
                .map(Estimate::mean)
                .orElse(0.0);
        return used
                + Effect.paid(shift, effect.shown().ready().model()).values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum();
    }

    private static String chart(Screen s, List<TrianglesShown.Row> rows) {
        String language = s.language().code();
        List<Triangles.Triangle> triangles = rows.stream()
                .map(row -> new Triangles.Triangle(
                        row.judged().shift().name(language),
                        row.point().triangle().pounds(),
                        row.point().triangle().benefit()))
                .toList();
        return new Triangles(
                        s.language().words(),
                        s.say("triangle.chart"),
                        s.say(
                                "triangle.said",
                                triangles.stream()
                                        .map(triangle -> "%s (%s)"
                                                .formatted(
                                                        triangle.name(),
                                                        s.language().words().number(triangle.slope())))
                                        .collect(Collectors.joining("; "))),
                        s.say("triangle.up"),
                        s.say("triangle.across"),
                        triangles)
                .figure("triangles");
    }

    @GetMapping("/{id}/judge")
    ResponseEntity<String> judge(Screen s, @PathVariable UUID id) {
        s.refuseUnless(Action.KEEP_OPTION);
        Shift shift = shifts.find(id).orElseThrow();
        Map<UUID, Judgement> all = shifts.listJudgements();
        Form form = Optional.ofNullable(all.get(id))
                .map(judgement -> JudgementForm.of(judgement, shift.version()))
                .orElseGet(() -> Form.empty()
                        .replace("version", String.valueOf(shift.version()))
                        .replace("on", LocalDate.now(clock).toString())
                        // One panel measures all proposals by the same.
                        .replace(
                                "reference",
                                all.values().stream()
                                        .findFirst()
                                        .map(Judgement::reference)
                                        .orElse("")));
        return s.show("shifts/judge", Map.of("shift", shift, "form", form));
    }

    @PostMapping("/{id}/judge")
    ResponseEntity<String> doJudge(Screen s, @PathVariable UUID id, Form form) {
        s.refuseUnless(Action.KEEP_OPTION);
        Shift shift = shifts.find(id).orElseThrow();
        Optional<Judgement> judgement = new JudgementForm(form).read();
        if (judgement.isEmpty()) {
            return s.again("shifts/judge", Map.of("shift", shift, "form", form));
        }
        return switch (shifts.judge(id, form.number("version").orElse(0), judgement.get())) {
            case Saved.Yes yes ->
                s.leaveFor(s.to("/shifts/triangles"), "triangle.kept", Shift.VERSIONED.kind(), id, yes.version());
            case Saved.Conflict conflict -> {
                // What was written stays in the form; sent again, it comes after the other's change.
                form.replace("version", String.valueOf(conflict.version()));
                form.refuse("people", "triangle.changed-first");
                yield s.again("shifts/judge", Map.of("shift", shift, "form", form));
            }
            case Saved.Gone _ -> s.leaveFor(s.to("/shifts"), "shift.gone");
        };
    }
}

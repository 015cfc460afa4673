package org.whorl.server.measures;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.engine.spc.ControlChart;
import org.whorl.server.decisions.Decision;
import org.whorl.server.decisions.Decisions;
import org.whorl.server.decisions.Field;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.stories.Heard;
import org.whorl.server.stories.Released;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Saved;

/** What belongs beside a chart: counting anew, with a reason; a story put to a point; and the figures to take away. */
@Controller
@RequestMapping("/p/{slug}/measures/{id}")
class BesideChartPages {

    private static final int LONGEST = 500;

    private final Measures measures;
    private final Decisions decisions;
    private final Heard heard;
    private final Clock clock;

    BesideChartPages(Measures measures, Decisions decisions, Heard heard, Clock clock) {
        this.measures = measures;
        this.decisions = decisions;
        this.heard = heard;
        this.clock = clock;
    }

    @GetMapping("/rebase")
    ResponseEntity<String> rebase(Screen s, Form form, @PathVariable UUID id, @RequestParam Map<String, String> put) {
        s.refuseUnless(Action.REBASE_MEASURE);
        form.presetAll(put);
        return s.show("measures/rebase", rebasing(form, id));
    }

    @PostMapping("/rebase")
    ResponseEntity<String> doRebase(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.REBASE_MEASURE);
        Measure measure = measures.find(id).orElseThrow();
        Optional<LocalDate> day =
                form.pastDay("day", "measure.day.blank", LocalDate.ofInstant(clock.instant(), MeasurePages.HERE));
        form.require("why", "measure.why.blank");
        if (form.value("why").length() > LONGEST) {
            form.refuse("why", "measure.why.long");
        }
        String site = form.value("site");
        if (!site.isEmpty() && !measures.listSites(id).contains(site)) {
            form.refuse("site", "measure.site.unknown");
        }
        Optional<UUID> decision = form.chosen("decision", decisions.listMade(), Decision::id);
        if (decision.isEmpty() && !form.value("decision").isEmpty()) {
            form.refuse("decision", "measure.decision.wrong");
        }
        if (!form.isRight()) {
            return s.again("measures/rebase", rebasing(form, id));
        }
        Rebase rebase = new Rebase(
                UUID.randomUUID(),
                measure.id(),
                site,
                day.orElseThrow(),
                form.value("why"),
                s.language().code(),
                decision,
                "",
                day.orElseThrow(),
                1);
        if (!measures.rebase(rebase)) {
            form.refuse("decision", "measure.decision.wrong");
            return s.again("measures/rebase", rebasing(form, id));
        }
        return s.leaveFor(s.to("/measures/" + id + ChartPiece.where(site)), "measure.rebased");
    }

    @PostMapping("/rebase/{rebase}/back")
    ResponseEntity<String> takeBack(Screen s, Form form, @PathVariable UUID id, @PathVariable UUID rebase) {
        s.refuseUnless(Action.REBASE_MEASURE);
        return measures.takeBackRebase(rebase, form.number("version").orElse(0)) instanceof Saved.Yes yes
                ? s.leaveFor(
                        s.to("/measures/" + id), "measure.rebase.back", Rebase.VERSIONED.kind(), rebase, yes.version())
                : s.refused("measure.rebase.gone", s.to("/measures/" + id));
    }

    private Map<String, Object> rebasing(Form form, UUID id) {
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put("measure", measures.find(id).orElseThrow());
        parts.put(
                "sites",
                measures.listSites(id).stream()
                        .filter(each -> !each.isEmpty())
                        .map(each -> new Option(each, each))
                        .toList());
        parts.put(
                "decisions",
                decisions.listMade().stream()
                        .map(each -> new Option(each.id().toString(), name(each)))
                        .toList());
        return parts;
    }

    private static String name(Decision decision) {
        return beginning(decision.said().getOrDefault(Field.QUESTION, ""));
    }

    /** Puts a story that may be heard beside a point. */
    @GetMapping("/story")
    ResponseEntity<String> story(Screen s, Form form, @PathVariable UUID id, @RequestParam Map<String, String> put) {
        s.refuseUnless(Action.KEEP_MEASURE);
        form.presetAll(put);
        return s.show("measures/story", pinning(s, form, id));
    }

    @PostMapping("/story")
    ResponseEntity<String> pin(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.KEEP_MEASURE);
        String site = form.value("site");
        Optional<LocalDate> day = form.day("day")
                .filter(each ->
                        points(id, site).stream().anyMatch(point -> point.date().equals(each)));
        if (day.isEmpty()) {
            form.refuse("day", "measure.story.day");
        }
        Optional<UUID> story = form.chosen("story", heard.list(), Released::id);
        if (story.isEmpty()) {
            form.refuse("story", "measure.story.blank");
        }
        if (!form.isRight()) {
            return s.again("measures/story", pinning(s, form, id));
        }
        measures.pin(id, site, day.orElseThrow(), story.orElseThrow());
        return s.leaveFor(s.to("/measures/" + id + ChartPiece.where(site) + "#told"), "measure.story.put");
    }

    private List<ControlChart.Point> points(UUID id, String site) {
        return measures.findChart(id, site).map(each -> each.chart().points()).orElse(List.of());
    }

    private Map<String, Object> pinning(Screen s, Form form, UUID id) {
        return Map.of(
                "form",
                form,
                "measure",
                measures.find(id).orElseThrow(),
                "days",
                points(id, form.value("site")).reversed().stream()
                        .map(each -> new Option(each.date().toString(), s.date(each.date())))
                        .toList(),
                "stories",
                heard.list().stream()
                        .map(each -> new Option(each.id().toString(), beginning(each.words())))
                        .toList());
    }

    @GetMapping("/figures.csv")
    ResponseEntity<byte[]> figures(Screen s, @PathVariable UUID id) {
        s.refuseUnless(Action.SEE_MEASURES);
        Measure measure = measures.find(id).orElseThrow();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=utf-8"))
                .header("Content-Disposition", "attachment; filename=\"figures.csv\"")
                .body(FigureTable.csv(
                        measure,
                        measures.listSites(id).stream()
                                .flatMap(site -> measures.findChart(id, site).stream())
                                .toList()));
    }

    private static String beginning(String words) {
        return words.length() <= 100 ? words : words.substring(0, 100) + "…";
    }
}

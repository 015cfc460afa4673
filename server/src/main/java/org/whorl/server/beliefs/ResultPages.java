package org.whorl.server.beliefs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
import org.whorl.draw.Unit;
import org.whorl.engine.evidence.Panel;
import org.whorl.engine.spc.ChartKind;
import org.whorl.engine.spc.ControlChart;
import org.whorl.server.design.Screen;
import org.whorl.server.design.Written;
import org.whorl.server.experiments.Experiment;
import org.whorl.server.experiments.Experiments;
import org.whorl.server.experiments.Look;
import org.whorl.server.measures.ChartPiece;
import org.whorl.server.measures.Charted;
import org.whorl.server.measures.Measure;
import org.whorl.server.measures.Measures;
import org.whorl.server.trust.Action;

/** What an experiment came to: in words, with its interval, and with the numbers it rests on. */
@Controller
@RequestMapping("/p/{slug}/experiments/{id}/result")
class ResultPages {

    private final Beliefs beliefs;
    private final Experiments experiments;
    private final Measures measures;

    ResultPages(Beliefs beliefs, Experiments experiments, Measures measures) {
        this.beliefs = beliefs;
        this.experiments = experiments;
        this.measures = measures;
    }

    @GetMapping
    ResponseEntity<String> show(Screen s, @PathVariable UUID id) {
        s.refuseUnless(Action.SEE_MEASURES);
        Experiment experiment = experiments.find(id).orElseThrow();
        List<Reading> readings = beliefs.listReadings(id);
        Optional<Reading> newest = readings.stream().findFirst();
        Optional<Measure> measure =
                newest.map(Reading::measure).or(experiment::measure).flatMap(measures::find);
        String unit = measure.map(Measure::unit).orElse("");
        Map<String, Object> parts = new HashMap<>();
        parts.put("experiment", experiment);
        parts.put("askable", beliefs.askable(experiment));
        parts.put("measure", measure);
        parts.put("readings", readings);
        parts.put("newest", newest);
        parts.put("said", newest.map(each -> each.said(unit)));
        // Few people are not shown, neither as they are nor as something they could be worked out from.
        boolean open = measure.filter(Measure::people).isEmpty();
        parts.put("open", open);
        parts.put("places", open ? newest.map(Reading::places).orElse(List.of()) : List.of());
        parts.put(
                "picture",
                open ? newest.map(each -> Told.picture(s, each, unit)).orElse("") : "");
        parts.put("leading", leading(s, experiment));
        parts.put("balances", newest.isPresent() ? beliefs.listBalances(experiment) : List.of());
        parts.put(
                "beliefs",
                beliefs.list().stream()
                        .filter(each -> each.experiment().equals(id))
                        .toList());
        return s.show("beliefs/result", parts);
    }

    private List<Early> leading(Screen s, Experiment experiment) {
        List<Early> leading = new ArrayList<>();
        experiment.looks().stream()
                .filter(look -> look.part() == Look.Role.LEADING)
                .flatMap(look -> measures.find(look.measure()).stream())
                .forEach(measure -> leading.add(early(s, experiment, measure, leading.size() + 1)));
        return leading;
    }

    private Early early(Screen s, Experiment experiment, Measure measure, int number) {
        List<String> sites = measures.listSites(measure.id());
        Optional<Charted> charted = sites.stream()
                .filter(name -> experiment.sites().stream()
                        .anyMatch(site ->
                                !site.isComparison() && site.name().strip().equalsIgnoreCase(name.strip())))
                .findFirst()
                .or(() -> sites.stream().findFirst())
                .flatMap(site -> measures.findChart(measure.id(), site));
        Optional<ControlChart.Point> newest = charted.flatMap(each -> each.chart().points().stream()
                .filter(ControlChart.Point::isKnown)
                .reduce((_, later) -> later));
        return new Early(
                measure,
                newest.map(point -> s.say(
                                "result.leading.newest",
                                s.language()
                                        .words()
                                        .value(measure.kind() == ChartKind.P ? Unit.SHARE : Unit.NUMBER, point.value()),
                                s.date(point.date())))
                        .orElseGet(() -> s.say("result.leading.nothing")),
                newest.isEmpty() ? "" : ChartPiece.html(s, charted.orElseThrow(), "leading-" + number));
    }

    @PostMapping
    ResponseEntity<String> ask(Screen s, @PathVariable UUID id) {
        s.refuseUnless(Action.KEEP_BELIEF);
        return beliefs.ask(id) instanceof Beliefs.Askable.Yes
                ? s.leaveFor(s.to("/experiments/" + id + "/result"), "result.asked")
                : show(s.refuse("result.not-yet", s.to("/experiments/" + id + "/result")), id);
    }

    /** The numbers of the newest reading, as {@code whorl learn} reads them. */
    @GetMapping("/figures.csv")
    ResponseEntity<byte[]> figures(Screen s, @PathVariable UUID id) {
        s.refuseUnless(Action.SEE_MEASURES);
        Reading reading = beliefs.listReadings(id).stream().findFirst().orElseThrow();
        if (measures.find(reading.measure()).filter(Measure::people).isPresent()) {
            return ResponseEntity.notFound().build();
        }
        boolean exposed = reading.scale() == Panel.Scale.RATES;
        StringBuilder csv =
                new StringBuilder(exposed ? "site,period,number,exposure,tried\n" : "site,period,number,tried\n");
        for (Figure each : reading.figures()) {
            csv.append('"')
                    .append(safe(each.site()).replace("\"", "\"\""))
                    .append("\",")
                    .append(each.day())
                    .append(',')
                    .append(Written.plain(each.number()));
            if (exposed) {
                csv.append(',').append(Written.plain(each.exposure()));
            }
            csv.append(each.tried() ? ",yes\n" : ",no\n");
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"figures.csv\"")
                .body(csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A name that a spreadsheet would take for a formula is text. */
    private static String safe(String name) {
        return !name.isEmpty() && "=+-@\t\r".indexOf(name.charAt(0)) >= 0 ? "'" + name : name;
    }
}

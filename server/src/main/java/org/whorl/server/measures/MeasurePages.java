package org.whorl.server.measures;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.engine.spc.ChartKind;
import org.whorl.engine.spc.ControlChart;
import org.whorl.engine.spc.Improvement;
import org.whorl.engine.spc.Signal;
import org.whorl.server.decisions.Decision;
import org.whorl.server.decisions.Decisions;
import org.whorl.server.design.Form;
import org.whorl.server.design.Merge;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.people.Community;
import org.whorl.server.people.Member;
import org.whorl.server.spirals.Spiral;
import org.whorl.server.spirals.Spirals;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Saved;

/** What is measured: the list, beginning one and changing what is said about it. */
@Controller
@RequestMapping("/p/{slug}/measures")
class MeasurePages {

    static final ZoneId HERE = ZoneId.of("Europe/London");

    /** More questions at once nobody answers. */
    private static final int MOST_ASKED = 4;

    private final Measures measures;
    private final Decisions decisions;
    private final Spirals spirals;
    private final Community community;
    private final Clock clock;

    MeasurePages(Measures measures, Decisions decisions, Spirals spirals, Community community, Clock clock) {
        this.measures = measures;
        this.decisions = decisions;
        this.spirals = spirals;
        this.community = community;
        this.clock = clock;
    }

    @GetMapping
    ResponseEntity<String> list(Screen s, @RequestParam Optional<UUID> spiral) {
        s.refuseUnless(Action.SEE_MEASURES);
        List<Measure> all = spiral.map(measures::list).orElseGet(measures::listAll);
        return s.show(
                "measures/list",
                Map.of(
                        "measures",
                        all,
                        "spiral",
                        spiral.flatMap(this::find),
                        "questions",
                        spirals.listAll().stream().collect(Collectors.toMap(Spiral::id, Spiral::question))));
    }

    @GetMapping("/new")
    ResponseEntity<String> start(Screen s, Form form, @RequestParam Map<String, String> put) {
        s.refuseUnless(Action.KEEP_MEASURE);
        form.presetAll(put);
        form.preset("kind", ChartKind.XMR.word());
        return s.show("measures/write", writing(s, form, Optional.empty(), Optional.empty()));
    }

    @PostMapping("/new")
    ResponseEntity<String> begin(Screen s, Form form) {
        s.refuseUnless(Action.KEEP_MEASURE);
        Optional<Measure> measure = read(s, form, Optional.empty());
        if (measure.isEmpty()) {
            return s.again("measures/write", writing(s, form, Optional.empty(), Optional.empty()));
        }
        measures.begin(measure.get());
        return s.leaveFor(s.to("/measures/" + measure.get().id()), "measure.is-begun");
    }

    @GetMapping("/{id}")
    ResponseEntity<String> show(Screen s, @PathVariable UUID id, @RequestParam(defaultValue = "") String site) {
        s.refuseUnless(Action.SEE_MEASURES);
        Measure measure = measures.find(id).orElseThrow();
        List<String> sites = measures.listSites(id);
        String here = sites.contains(site) || sites.isEmpty() ? site : sites.getFirst();
        Charted charted = measures.findChart(id, here).orElseThrow();
        Map<String, Object> parts = new HashMap<>();
        parts.put("measure", measure);
        parts.put("sites", sites);
        parts.put("charted", charted);
        parts.put("chart", charted.chart().points().isEmpty() ? "" : ChartPiece.html(s, charted, "chart"));
        parts.put(
                "points",
                measures.listPoints(id).stream()
                        .filter(each -> each.site().equals(here))
                        .toList()
                        .reversed());
        parts.put("signals", signals(charted));
        parts.put(
                "decided",
                charted.rebases().stream()
                        .flatMap(each -> each.decision().flatMap(decisions::findMade).stream())
                        .collect(Collectors.toMap(Decision::id, Function.identity(), (one, _) -> one)));
        return s.show("measures/measure", parts);
    }

    /** The newest points that ask for a story: one for each run of the same rule, the newest first. */
    private static List<ControlChart.Point> signals(Charted charted) {
        List<ControlChart.Point> asked = new ArrayList<>();
        Optional<Signal> before = Optional.empty();
        for (ControlChart.Point point : charted.chart().points().reversed()) {
            if (point.signal().isPresent() && !point.signal().equals(before)) {
                asked.add(point);
            }
            before = point.signal();
        }
        return asked.subList(0, Math.min(MOST_ASKED, asked.size()));
    }

    @GetMapping("/{id}/edit")
    ResponseEntity<String> change(Screen s, @PathVariable UUID id) {
        s.refuseUnless(Action.KEEP_MEASURE);
        Measure measure = measures.find(id).orElseThrow();
        return s.show("measures/write", writing(s, MeasureForm.of(measure), Optional.of(measure), Optional.empty()));
    }

    @PostMapping("/{id}/edit")
    ResponseEntity<String> doChange(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.KEEP_MEASURE);
        Optional<Measure> before = Optional.of(measures.find(id).orElseThrow());
        Optional<Measure> wanted = read(s, form, before);
        if (wanted.isEmpty()) {
            return s.again("measures/write", writing(s, form, before, Optional.empty()));
        }
        return switch (measures.change(wanted.get())) {
            case Saved.Yes yes ->
                s.leaveFor(s.to("/measures/" + id), "saved", Measure.VERSIONED.kind(), id, yes.version());
            case Saved.Conflict conflict -> {
                Merge merge = Merge.of(form, conflict, MeasureForm.FIELDS, UnaryOperator.identity());
                yield s.again("measures/write", writing(s, merge.form(), before, Optional.of(merge)));
            }
            case Saved.Gone _ -> throw new NoSuchElementException("no such measure");
        };
    }

    private Optional<Measure> read(Screen s, Form form, Optional<Measure> before) {
        return new MeasureForm(form)
                .read(
                        before,
                        spirals.listAll().stream().map(Spiral::id).toList(),
                        community.listMembers().stream().map(Member::id).toList(),
                        s.language().code(),
                        LocalDate.ofInstant(clock.instant(), HERE));
    }

    private Map<String, Object> writing(Screen s, Form form, Optional<Measure> measure, Optional<Merge> merge) {
        List<Option> members = community.listMembers().stream()
                .map(each -> new Option(each.id().toString(), each.name()))
                .toList();
        List<Option> better = options(
                s, "measure.better.", Arrays.stream(Improvement.values()).map(Improvement::word));
        List<Option> kinds =
                options(s, "measure.kind.", Arrays.stream(ChartKind.values()).map(ChartKind::word));
        List<Option> serves = options(
                s, "measure.serves.", Arrays.stream(Measure.Serves.values()).map(Measure.Serves::key));
        List<Option> modes =
                options(s, "measure.mode.", Arrays.stream(Measure.Mode.values()).map(Measure.Mode::key));
        Map<String, String> names = new HashMap<>();
        Stream.of(members, better, kinds, serves, modes).forEach(each -> names.putAll(Option.names(each)));
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put("measure", measure);
        parts.put("merge", merge);
        parts.put("members", members);
        parts.put(
                "spirals",
                spirals.listAll().stream()
                        .map(each -> new Option(each.id().toString(), each.question()))
                        .toList());
        parts.put("better", better);
        parts.put("kinds", kinds);
        parts.put("serves", serves);
        parts.put("modes", modes);
        parts.put("names", names);
        return parts;
    }

    private static List<Option> options(Screen s, String prefix, Stream<String> keys) {
        return keys.map(each -> new Option(each, s.say(prefix + each))).toList();
    }

    private Optional<Spiral> find(UUID id) {
        return spirals.listAll().stream().filter(each -> each.id().equals(id)).findFirst();
    }
}

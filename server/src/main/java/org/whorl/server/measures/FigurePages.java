package org.whorl.server.measures;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.whorl.engine.spc.Observed;
import org.whorl.files.Fault;
import org.whorl.files.SeriesFile;
import org.whorl.server.design.Form;
import org.whorl.server.design.Screen;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Saved;

/** Writing figures down: this week's for each place, a whole sheet at once, and correcting one. */
@Controller
@RequestMapping("/p/{slug}/measures/{id}")
class FigurePages {

    private static final int LONGEST_SITE = 60;
    private static final int LONGEST_SHEET = 200_000;
    /** What a sheet is called where a line of it is wrong. */
    private static final String SHEET = "figures";

    private final Measures measures;
    private final Clock clock;

    FigurePages(Measures measures, Clock clock) {
        this.measures = measures;
        this.clock = clock;
    }

    @GetMapping("/week")
    ResponseEntity<String> week(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.KEEP_MEASURE);
        form.preset(
                "day",
                today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toString());
        return s.show("measures/week", week(form, id));
    }

    @PostMapping("/week")
    ResponseEntity<String> writeWeek(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.KEEP_MEASURE);
        Measure measure = measures.find(id).orElseThrow();
        Optional<LocalDate> day = form.pastDay("day", "measure.day.blank", today());
        if (day.isPresent() && day.get().isBefore(SeriesFile.EARLIEST)) {
            form.refuse("day", "measure.day.old");
        }
        List<Entry> entries = new ArrayList<>();
        for (WeekRow row : rows(id)) {
            entry(form, measure, row.site(), Integer.toString(row.number()), day)
                    .ifPresent(entries::add);
        }
        String site = form.value("site-new");
        if (site.length() > LONGEST_SITE) {
            form.refuse("site-new", "measure.site.long");
        }
        Optional<Entry> more = entry(form, measure, site, "new", day);
        if (more.isPresent() && site.isEmpty() && !rows(id).isEmpty()) {
            form.refuse("site-new", "measure.site.blank");
        }
        more.ifPresent(entries::add);
        if (entries.isEmpty() && form.isRight()) {
            form.refuse(rows(id).isEmpty() ? "value-new" : "value-0", "measure.value.blank");
        }
        if (!form.isRight()) {
            return s.again("measures/week", week(form, id));
        }
        return switch (measures.write(id, entries)) {
            case Wrote.Yes _ -> s.leaveFor(s.to("/measures/" + id + about(entries)), "measure.written");
            case Wrote.There _ -> refusedWeek(s, form, id, "day", "measure.there");
            case Wrote.TooManySites _ -> refusedWeek(s, form, id, "site-new", "measure.sites.many");
            case Wrote.NoPlace _ -> refusedWeek(s, form, id, "day", "measure.no-place");
        };
    }

    private ResponseEntity<String> refusedWeek(Screen s, Form form, UUID id, String field, String why) {
        form.refuse(field, why);
        return s.again("measures/week", week(form, id));
    }

    /** One figure of the form, if something was put in. */
    private static Optional<Entry> entry(
            Form form, Measure measure, String site, String number, Optional<LocalDate> day) {
        String field = "value-" + number;
        String of = "of-" + number;
        if (form.value(field).isEmpty() && form.value(of).isEmpty()) {
            return Optional.empty();
        }
        return figure(form, measure, field, of)
                .flatMap(figure -> day.map(each -> new Entry(site, each, figure.value(), figure.exposure())));
    }

    private record Figured(double value, Optional<Double> exposure) {}

    private static Optional<Figured> figure(Form form, Measure measure, String field, String of) {
        Optional<Double> value = Numbers.read(form.value(field));
        Optional<Double> exposure = measure.kind().hasExposure() ? Numbers.read(form.value(of)) : Optional.empty();
        if (value.isEmpty()) {
            form.refuse(field, "measure.value.wrong");
        } else if (measure.kind().hasExposure() && exposure.isEmpty()) {
            form.refuse(of, "measure.of.wrong");
        } else if (!Measures.hasPlace(measure, value.get(), exposure)) {
            form.refuse(field, measure.people() ? "measure.no-place.people" : "measure.no-place");
        } else {
            return Optional.of(new Figured(value.get(), exposure));
        }
        return Optional.empty();
    }

    private List<WeekRow> rows(UUID id) {
        Map<String, List<Seen>> points = measures.listPoints(id).stream().collect(Collectors.groupingBy(Seen::site));
        List<WeekRow> rows = new ArrayList<>();
        for (String site : measures.listSites(id)) {
            rows.add(new WeekRow(
                    rows.size(),
                    site,
                    points.getOrDefault(site, List.of()).stream().reduce((_, last) -> last)));
        }
        return rows;
    }

    private Map<String, Object> week(Form form, UUID id) {
        return Map.of("form", form, "measure", measures.find(id).orElseThrow(), "rows", rows(id));
    }

    @GetMapping("/bring")
    ResponseEntity<String> bring(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.KEEP_MEASURE);
        return s.show("measures/bring", bringing(form, id, List.of(), List.of()));
    }

    /** Brings a sheet in: the whole of it, or nothing. */
    @PostMapping("/bring")
    ResponseEntity<String> doBring(
            Screen s,
            Form form,
            @PathVariable UUID id,
            @RequestParam(name = "files", required = false) Optional<MultipartFile> sent)
            throws IOException {
        s.refuseUnless(Action.KEEP_MEASURE);
        Measure measure = measures.find(id).orElseThrow();
        byte[] bytes = sent.isPresent() ? sent.get().getBytes() : new byte[0];
        String text = bytes.length > 0 ? new String(bytes, StandardCharsets.UTF_8) : form.value("figures");
        if (text.isBlank()) {
            form.refuse("figures", "measure.figures.blank");
        } else if (text.length() > LONGEST_SHEET) {
            form.refuse("figures", "measure.figures.long");
        }
        if (!form.isRight()) {
            return s.again("measures/bring", bringing(form, id, List.of(), List.of()));
        }
        return switch (read(text, measure)) {
            case SeriesFile.Bad bad -> s.again("measures/bring", bringing(form, id, bad.faults(), List.of()));
            case SeriesFile.Good good -> brought(s, form, measure, good);
        };
    }

    private ResponseEntity<String> brought(Screen s, Form form, Measure measure, SeriesFile.Good good) {
        List<Entry> entries = new ArrayList<>();
        good.series()
                .forEach((site, series) -> series.stream()
                        .filter(Observed::isKnown)
                        .forEach(each -> entries.add(new Entry(
                                site,
                                each.date(),
                                each.value(),
                                measure.kind().hasExposure() ? Optional.of(each.of()) : Optional.empty()))));
        List<Fault> faults = entries.stream()
                .filter(each -> each.site().length() > LONGEST_SITE)
                .map(each -> new Fault(
                        SHEET,
                        good.line(each.site(), each.day()),
                        "site",
                        "the name of the place is too long",
                        "write %d characters or fewer".formatted(LONGEST_SITE)))
                .toList();
        if (entries.isEmpty()) {
            form.refuse("figures", "measure.figures.blank");
        }
        if (!form.isRight() || !faults.isEmpty()) {
            return s.again("measures/bring", bringing(form, measure.id(), faults, List.of()));
        }
        return switch (measures.write(measure.id(), entries)) {
            case Wrote.Yes _ -> s.leaveFor(s.to("/measures/" + measure.id() + about(entries)), "measure.written");
            case Wrote.There there -> {
                form.refuse("figures", "measure.figures.there");
                yield s.again("measures/bring", bringing(form, measure.id(), List.of(), lines(s, good, there.there())));
            }
            case Wrote.TooManySites _ -> {
                form.refuse("figures", "measure.sites.many");
                yield s.again("measures/bring", bringing(form, measure.id(), List.of(), List.of()));
            }
            case Wrote.NoPlace _ -> {
                form.refuse("figures", measure.people() ? "measure.no-place.people" : "measure.no-place");
                yield s.again("measures/bring", bringing(form, measure.id(), List.of(), List.of()));
            }
        };
    }

    /** In which line, on which day and where, in a few words each. */
    private static List<String> lines(Screen s, SeriesFile.Good good, List<Entry> there) {
        return there.stream()
                .sorted(Comparator.comparingInt((Entry each) -> good.line(each.site(), each.day())))
                .map(each -> s.say(
                        each.site().isEmpty() ? "measure.figures.line" : "measure.figures.line.site",
                        s.number(good.line(each.site(), each.day())),
                        s.date(each.day()),
                        each.site()))
                .toList();
    }

    /** Cells of a spreadsheet come with tabs between them. */
    private SeriesFile.Outcome read(String text, Measure measure) throws IOException {
        String csv = text.contains("\t")
                ? text.lines()
                        .map(line -> List.of(line.split("\t", -1)).stream()
                                .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                                .collect(Collectors.joining(",")))
                        .collect(Collectors.joining("\n"))
                : text;
        Path folder = Files.createTempDirectory(SHEET);
        Path file = folder.resolve(SHEET);
        try {
            Files.writeString(file, csv);
            return SeriesFile.read(file, SeriesFile.Columns.pasted(measure.kind(), measure.people(), today()));
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private Map<String, Object> bringing(Form form, UUID id, List<Fault> faults, List<String> there) {
        return Map.of("form", form, "measure", measures.find(id).orElseThrow(), "faults", faults, "there", there);
    }

    @GetMapping("/points/{point}")
    ResponseEntity<String> correct(Screen s, @PathVariable UUID id, @PathVariable UUID point) {
        s.refuseUnless(Action.KEEP_MEASURE);
        Seen seen = measures.findPoint(id, point).orElseThrow();
        Map<String, String> values = new HashMap<>();
        values.put("version", Integer.toString(seen.version()));
        seen.value().ifPresent(each -> values.put("value", Numbers.plain(each)));
        seen.exposure().ifPresent(each -> values.put("of", Numbers.plain(each)));
        return s.show("measures/point", correcting(new Form(values), id, seen));
    }

    @PostMapping("/points/{point}")
    ResponseEntity<String> doCorrect(Screen s, Form form, @PathVariable UUID id, @PathVariable UUID point) {
        s.refuseUnless(Action.KEEP_MEASURE);
        Measure measure = measures.find(id).orElseThrow();
        Seen seen = measures.findPoint(id, point).orElseThrow();
        int version = form.number("version").orElse(0);
        Saved saved;
        if (form.ticked("gone")) {
            saved = measures.takeAway(point, version);
        } else {
            Optional<Figured> figure = figure(form, measure, "value", "of");
            if (figure.isEmpty()) {
                return s.again("measures/point", correcting(form, id, seen));
            }
            saved = measures.correct(
                    point, version, figure.get().value(), figure.get().exposure());
        }
        if (saved instanceof Saved.Yes yes) {
            return s.leaveFor(
                    s.to("/measures/" + id + ChartPiece.where(seen.site())),
                    "saved",
                    Point.VERSIONED.kind(),
                    point,
                    yes.version());
        }
        form.refuse("value", "measure.value.changed");
        form.replace("version", Integer.toString(seen.version()));
        return s.again("measures/point", correcting(form, id, seen));
    }

    private Map<String, Object> correcting(Form form, UUID id, Seen seen) {
        return Map.of("form", form, "measure", measures.find(id).orElseThrow(), "seen", seen);
    }

    private static String about(List<Entry> entries) {
        return ChartPiece.where(entries.getFirst().site());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), MeasurePages.HERE);
    }
}

package org.whorl.server.experiments;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.server.design.Screen;
import org.whorl.server.pulses.Confidence;
import org.whorl.server.pulses.Trend;
import org.whorl.server.spirals.Commitment;
import org.whorl.server.spirals.Spiral;
import org.whorl.server.spirals.Spirals;
import org.whorl.server.spirals.Turn;

/** How the loop of learning goes: drafted by itself, with what each figure is counted from, to print and as a file. */
@Controller
@RequestMapping("/p/{slug}/learning")
class LearningPages {

    private final Learning learning;
    private final Spirals spirals;
    private final Overview overview;

    LearningPages(Learning learning, Spirals spirals, Overview overview) {
        this.learning = learning;
        this.spirals = spirals;
        this.overview = overview;
    }

    @GetMapping
    ResponseEntity<String> show(Screen s, @RequestParam Optional<UUID> spiral) {
        Optional<Spiral> of = spiral.flatMap(spirals::find);
        List<Turn> turns = of.map(each -> spirals.listTurns(each.id())).orElse(List.of());
        return s.show(
                "experiments/learning",
                Map.of(
                        "rows",
                        learning.list(of).stream().map(each -> row(s, each)).toList(),
                        "spiral",
                        of,
                        "spirals",
                        spirals.listAll(),
                        "turns",
                        turns,
                        "today",
                        overview.today()));
    }

    @GetMapping("/figures.csv")
    ResponseEntity<byte[]> figures(Screen s, @RequestParam Optional<UUID> spiral) {
        Optional<Spiral> of = spiral.flatMap(spirals::find);
        StringBuilder csv = new StringBuilder("\"what\",\"figure\",\"counted_from\",\"on\"\r\n");
        List<LearningRow> rows = new ArrayList<>(
                learning.list(of).stream().map(each -> row(s, each)).toList());
        of.ifPresent(each -> spirals.listTurns(each.id())
                .forEach(turn -> rows.add(new LearningRow(
                        s.say("learning.turn", turn.number()),
                        s.number(turn.people()),
                        s.say("learning.turn.source")))));
        rows.forEach(each -> csv.append("\"%s\",\"%s\",\"%s\",\"%s\"\r\n"
                .formatted(quoted(each.what()), quoted(each.figure()), quoted(each.source()), overview.today())));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=utf-8"))
                .header("Content-Disposition", "attachment; filename=\"learning-%s.csv\"".formatted(overview.today()))
                .body(csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static LearningRow row(Screen s, Loop loop) {
        return new LearningRow(
                s.say("learning." + loop.key()), figure(s, loop), s.say("learning." + loop.key() + ".source"));
    }

    private static String figure(Screen s, Loop loop) {
        return switch (loop) {
            case Loop.Untold _ -> s.say("learning.cannot-tell");
            case Loop.Minutes minutes -> s.number(minutes.number());
            case Loop.Sure sure -> sure(s, sure.change());
            case Loop.Kept kept -> kept(s, kept.tally());
            case Loop.Mean mean -> s.say("learning.mean", mean.value(), mean.low(), mean.high());
            case Loop.Days days ->
                s.say(
                        "learning.days",
                        tenth(days.median().orElse(0.0)),
                        days.days().getFirst(),
                        days.days().getLast(),
                        days.days().size());
            case Loop.Part part -> part(s, part);
            case Loop.Hits hits ->
                part(s, new Loop.Part(hits.key(), hits.some(), hits.of()))
                        + " "
                        + s.say("learning.hit.beside", hits.unanswered(), hits.late());
        };
    }

    private static String part(Screen s, Loop.Part part) {
        return part.share()
                .map(share -> s.say("learning.part", part.some(), part.of(), share.low(), share.high()))
                .orElseGet(() -> s.say("learning.cannot-tell"));
    }

    private static String kept(Screen s, Commitment.Tally tally) {
        return s.say("learning.kept", tally.kept(), tally.partly(), tally.notKept(), tally.waiting());
    }

    private static String sure(Screen s, Confidence.Change change) {
        return s.say(
                "learning.sure",
                change.before().turn(),
                point(s, change.before()),
                point(s, change.after()),
                s.say("confidence.way." + change.way().key()));
    }

    private static String point(Screen s, Trend.Point point) {
        return point.mean()
                .map(each -> s.say("learning.mean", tenth(each.mean()), tenth(each.low()), tenth(each.high())))
                .orElseGet(() -> s.say("learning.cannot-tell"));
    }

    private static String tenth(double days) {
        return days == Math.rint(days) ? Long.toString((long) days) : String.format(Locale.ROOT, "%.1f", days);
    }

    private static String quoted(String cell) {
        return cell.replace("\"", "\"\"");
    }
}

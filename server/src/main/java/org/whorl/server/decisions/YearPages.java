package org.whorl.server.decisions;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.server.design.Screen;
import org.whorl.server.shifts.Movement;
import org.whorl.server.shifts.Proposals;

/** For a partnership's annual report: what was decided in a year, and what it moves in pooled funds and between partners. */
@Controller
@RequestMapping("/p/{slug}/decisions")
public class YearPages {

    private final Decisions decisions;
    private final Proposals proposals;
    private final Showing showing;

    YearPages(Decisions decisions, Proposals proposals, Showing showing) {
        this.decisions = decisions;
        this.proposals = proposals;
        this.showing = showing;
    }

    /**
     * A decision of the year, and what it moves.
     *
     * @param decision which one
     * @param days over how many days of its model the sums are; 0 where it moves nothing
     * @param movements line by line
     */
    public record Entry(Decision decision, int days, List<Movement> movements) {

        /** Keeps a copy. */
        public Entry {
            movements = List.copyOf(movements);
        }
    }

    @GetMapping("/year")
    ResponseEntity<String> year(Screen s, @RequestParam Optional<Integer> from) {
        int year = chosen(from);
        return s.show(
                "decisions/year",
                Map.of(
                        "year",
                        year,
                        "entries",
                        entries(s, year),
                        "now",
                        FinancialYear.of(showing.today()).from()));
    }

    @GetMapping("/year.csv")
    ResponseEntity<byte[]> file(Screen s, @RequestParam Optional<Integer> from) {
        int year = chosen(from);
        StringBuilder csv = new StringBuilder();
        line(
                csv,
                List.of(
                        "decision",
                        "made_on",
                        "kind",
                        "agreement",
                        "from",
                        "to",
                        "days",
                        "pounds_before",
                        "pounds_after",
                        "pounds_change"));
        for (Entry entry : entries(s, year)) {
            String question = entry.decision().value(Field.QUESTION);
            String on = entry.decision().madeOn().map(LocalDate::toString).orElse("");
            if (entry.movements().isEmpty()) {
                line(csv, List.of(question, on, "none", "", "", "", "", "", "", ""));
            }
            for (Movement each : entry.movements()) {
                line(
                        csv,
                        List.of(
                                question,
                                on,
                                each.kind(),
                                each.about(),
                                each.from(),
                                each.to(),
                                Integer.toString(entry.days()),
                                each.before().toString(),
                                each.after().toString(),
                                each.change().toString()));
            }
        }
        return PackPages.file(
                "text/csv;charset=utf-8",
                "decisions-%d-%02d.csv".formatted(year, (year + 1) % 100),
                csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    private List<Entry> entries(Screen s, int year) {
        List<Entry> entries = new ArrayList<>();
        for (Decision decision : decisions.listMade()) {
            if (decision.madeOn().filter(new FinancialYear(year)::holds).isPresent()) {
                entries.add(decision.shift()
                        .flatMap(id -> proposals.find(s, id))
                        .map(proposal -> new Entry(
                                decision,
                                proposal.effect().shown().ready().model().time().days(),
                                proposals.movements(s, proposal)))
                        .orElseGet(() -> new Entry(decision, 0, List.of())));
            }
        }
        return entries;
    }

    private int chosen(Optional<Integer> from) {
        return from.filter(year -> new FinancialYear(year).isSensible())
                .orElseGet(() -> FinancialYear.of(showing.today()).from());
    }

    /** A cell that a table would take for a sum to work out is kept a text. */
    private static void line(StringBuilder csv, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            String safe = cell.matches("^[=+@\\t\\r].*") || cell.matches("^-[^0-9£].*") ? "'" + cell : cell;
            csv.append(i == 0 ? "" : ",")
                    .append('"')
                    .append(safe.replace("\"", "\"\""))
                    .append('"');
        }
        csv.append("\r\n");
    }
}

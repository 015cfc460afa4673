package org.whorl.server.experiments;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.whorl.server.decisions.Decision;
import org.whorl.server.decisions.Decisions;
import org.whorl.server.decisions.Field;
import org.whorl.server.decisions.FinancialYear;
import org.whorl.server.decisions.Review;
import org.whorl.server.design.Screen;
import org.whorl.server.measures.ChartPiece;
import org.whorl.server.measures.Measure;
import org.whorl.server.measures.Measures;
import org.whorl.server.trust.Action;

/**
 * A draft of the year's report on quality: what was decided, measured and tried, by the four parts of managing quality and by the
 * domains it was about. Governance, IG-24.
 */
@Controller
@RequestMapping("/p/{slug}/quality")
public class QualityPages {

    private final Decisions decisions;
    private final Measures measures;
    private final Experiments experiments;
    private final Overview overview;

    QualityPages(Decisions decisions, Measures measures, Experiments experiments, Overview overview) {
        this.decisions = decisions;
        this.measures = measures;
        this.experiments = experiments;
        this.overview = overview;
    }

    /**
     * What was done for one part of managing quality.
     *
     * @param mode which part
     * @param decisions what was decided for it in the year
     * @param measured what is measured for it
     * @param tried what was tried in the year; experiments belong to improving
     */
    public record Work(Measure.Mode mode, List<Decided> decisions, List<Measured> measured, List<Experiment> tried) {

        /** Keeps copies. */
        public Work {
            decisions = List.copyOf(decisions);
            measured = List.copyOf(measured);
            tried = List.copyOf(tried);
        }

        /** Is there nothing of it? */
        public boolean isEmpty() {
            return decisions.isEmpty() && measured.isEmpty() && tried.isEmpty();
        }
    }

    /**
     * A decision of the year.
     *
     * @param decision which one
     * @param newest what came of looking at it last; none where nobody has
     */
    public record Decided(Decision decision, Optional<Review> newest) {}

    /**
     * Something measured.
     *
     * @param measure which one
     * @param says what its chart says, place by place, in the reader's language
     */
    public record Measured(Measure measure, List<String> says) {

        /** Keeps a copy. */
        public Measured {
            says = List.copyOf(says);
        }
    }

    @GetMapping
    ResponseEntity<String> show(Screen s, @RequestParam Optional<Integer> from) {
        FinancialYear now = FinancialYear.of(overview.today());
        FinancialYear year =
                from.map(FinancialYear::new).filter(FinancialYear::isSensible).orElse(now);
        List<Decided> made = decisions.listMade().stream()
                .filter(each -> each.madeOn().filter(year::holds).isPresent())
                .map(each -> new Decided(
                        each,
                        decisions.listReviews(each.id()).reversed().stream().findFirst()))
                .toList();
        List<Measured> measured = s.may(Action.SEE_MEASURES)
                ? measures.listAll().stream().map(each -> measured(s, each)).toList()
                : List.of();
        List<Experiment> tried =
                experiments.list().stream().filter(each -> wasTried(each, year)).toList();
        List<Work> works = Stream.of(Measure.Mode.values())
                .map(mode -> new Work(
                        mode,
                        made.stream()
                                .filter(each ->
                                        each.decision().value(Field.MODE).equals(mode.key()))
                                .toList(),
                        measured.stream()
                                .filter(each -> each.measure().mode() == mode)
                                .toList(),
                        mode == Measure.Mode.IMPROVEMENT ? tried : List.of()))
                .toList();
        return s.show(
                "experiments/quality",
                Map.of(
                        "year", year,
                        "now", now,
                        "works", works,
                        "made", made,
                        "sees", s.may(Action.SEE_MEASURES),
                        "today", overview.today()));
    }

    private Measured measured(Screen s, Measure measure) {
        return new Measured(
                measure,
                measures.listSites(measure.id()).stream()
                        .flatMap(site -> measures.findChart(measure.id(), site).stream()
                                .map(chart -> site.isBlank()
                                        ? ChartPiece.sentence(s, chart)
                                        : site + ": " + ChartPiece.sentence(s, chart)))
                        .toList());
    }

    private static boolean wasTried(Experiment experiment, FinancialYear year) {
        return experiment.startedOn().filter(day -> !day.isAfter(year.last())).isPresent()
                && experiment
                        .endedOn()
                        .filter(day -> day.isBefore(year.first()))
                        .isEmpty();
    }
}

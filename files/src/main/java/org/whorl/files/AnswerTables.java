package org.whorl.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Outcome;
import org.whorl.engine.answer.Series;
import org.whorl.engine.answer.Sources;
import org.whorl.engine.model.Distribution;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Parameter;
import org.whorl.engine.model.Spread;

/** An answer as CSV tables, for spreadsheets and for whoever wants to check it. */
public final class AnswerTables {
    /** Averages over the measured time, for every scenario. */
    public static final String SUMMARY = "summary.csv";
    /** Counts through the days, for every scenario. */
    public static final String SERIES = "series.csv";
    /** Scenario minus base. */
    public static final String DIFFERENCES = "differences.csv";
    /** Every number of the model, with where it comes from. */
    public static final String PARAMETERS = "parameters.csv";

    /** Where the uncertainty of headline figures comes from; only where numbers were drawn and people played with each draw. */
    public static final String UNCERTAINTY = "uncertainty.csv";

    private AnswerTables() {}

    /** Writes all tables. */
    public static void write(Answer answer, OutputFolder out) throws IOException {
        try (CsvWriter csv = TableWriter.open(SUMMARY, out)) {
            figuresHeader(csv);
            answer.scenarios().forEach((id, outcome) -> figures(csv, id, outcome.figures()));
        }
        try (CsvWriter csv = TableWriter.open(DIFFERENCES, out)) {
            figuresHeader(csv);
            answer.differences().forEach((id, figures) -> figures(csv, id, figures));
        }
        try (CsvWriter csv = TableWriter.open(SERIES, out)) {
            csv.writeRecord(
                    "scenario", "group", "id", "field", "day", "date", "mean", "p5", "p25", "p50", "p75", "p95");
            for (Outcome outcome : answer.scenarios().values()) {
                for (Series series : outcome.series()) {
                    series(csv, answer.model(), outcome.scenario(), series);
                }
            }
        }
        try (CsvWriter csv = TableWriter.open(PARAMETERS, out)) {
            parameters(csv, answer.model());
        }
        if (!answer.sources().isEmpty()) {
            try (CsvWriter csv = TableWriter.open(UNCERTAINTY, out)) {
                uncertainty(csv, answer.sources());
            }
        }
    }

    private static void uncertainty(CsvWriter csv, Sources sources) {
        csv.writeRecord(
                "scenario",
                "change",
                "group",
                "id",
                "field",
                "unit",
                "kind",
                "mean",
                "low",
                "high",
                "level",
                "variance",
                "share",
                "share-low",
                "share-high");
        for (List<Sources.Whole> wholes : List.of(sources.figures(), sources.across())) {
            for (Sources.Whole whole : wholes) {
                source(csv, whole, whole.total(), whole.variance(), Estimate.exact(1));
                whole.parts().forEach(part -> source(csv, whole, part.interval(), part.variance(), part.share()));
            }
        }
    }

    private static void source(CsvWriter csv, Sources.Whole whole, Estimate interval, double variance, Estimate share) {
        csv.writeRecord(
                whole.scenario(),
                Boolean.toString(whole.change()),
                whole.subject().group().word(),
                whole.subject().id(),
                whole.field().word(),
                whole.field().unit(),
                kind(interval),
                number(interval.mean()),
                number(interval.low()),
                number(interval.high()),
                number(interval.level()),
                number(variance),
                number(share.mean()),
                number(share.low()),
                number(share.high()));
    }

    private static void figuresHeader(CsvWriter csv) {
        csv.writeRecord("scenario", "group", "id", "field", "unit", "mean", "low", "high", "level", "kind");
    }

    private static void figures(CsvWriter csv, String scenario, Figures figures) {
        figures.estimates()
                .forEach((subject, fields) -> fields.forEach((field, estimate) -> csv.writeRecord(
                        scenario,
                        subject.group().word(),
                        subject.id(),
                        field.word(),
                        field.unit(),
                        number(estimate.mean()),
                        number(estimate.low()),
                        number(estimate.high()),
                        number(estimate.level()),
                        kind(estimate))));
    }

    private static String kind(Estimate estimate) {
        return estimate.kind().word();
    }

    private static void series(CsvWriter csv, Model model, String scenario, Series series) {
        for (int i = 0; i < series.days().length; i++) {
            csv.writeRecord(
                    scenario,
                    series.subject().group().word(),
                    series.subject().id(),
                    series.field().word(),
                    Integer.toString(series.days()[i]),
                    model.time().start().plusDays(series.days()[i]).toString(),
                    number(series.mean()[i]),
                    number(series.p5()[i]),
                    number(series.p25()[i]),
                    number(series.p50()[i]),
                    number(series.p75()[i]),
                    number(series.p95()[i]));
        }
    }

    private static void parameters(CsvWriter csv, Model model) {
        csv.writeRecord(
                "path",
                "value",
                "sd",
                "low",
                "high",
                "distribution",
                "quality",
                "source",
                "date",
                "owner",
                "price-year");
        model.parameters().forEach((path, parameter) -> {
            String[] spread = spread(parameter);
            csv.writeRecord(
                    path,
                    number(parameter.value()),
                    spread[0],
                    spread[1],
                    spread[2],
                    spread[3],
                    parameter.provenance().quality().word(),
                    said(parameter.provenance().source()),
                    said(parameter.provenance().date()),
                    said(parameter.provenance().owner()),
                    said(parameter.priceYear()));
        });
    }

    private static String[] spread(Parameter parameter) {
        return switch (parameter.spread()) {
            case Spread.Unsaid _ -> new String[] {"", "", "", ""};
            case Spread.Deviation(double sd) -> new String[] {number(sd), "", "", ""};
            case Spread.Range(double low, double high) -> new String[] {"", number(low), number(high), ""};
            case Spread.Distributed(Distribution distribution) -> new String[] {"", "", "", Words.of(distribution)};
        };
    }

    private static String said(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    /** Empty where there is no number. */
    private static String number(double number) {
        return Double.isFinite(number) ? Words.of(number) : "";
    }
}

package org.whorl.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Figures;
import org.whorl.engine.answer.Outcome;
import org.whorl.engine.answer.Series;
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

    private AnswerTables() {}

    /** Writes all four tables. */
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

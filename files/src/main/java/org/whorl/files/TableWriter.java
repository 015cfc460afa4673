package org.whorl.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.util.List;
import org.whorl.engine.model.Observation;

/** Writes the CSV tables of a model folder. */
final class TableWriter {
    /** The table of what was really seen. */
    static final String OBSERVED = "observed.csv";

    private TableWriter() {}

    static void days(List<Double> sample, String name, OutputFolder out) throws IOException {
        try (CsvWriter csv = open(name, out)) {
            csv.writeRecord("days");
            sample.forEach(days -> csv.writeRecord(Words.of(days)));
        }
    }

    static void observed(List<Observation> observed, OutputFolder out) throws IOException {
        try (CsvWriter csv = open(OBSERVED, out)) {
            csv.writeRecord("measure", "date", "value", "source");
            observed.forEach(o -> csv.writeRecord(o.measure(), o.date().toString(), Words.of(o.value()), o.source()));
        }
    }

    /** A table with its first line; tells its name, for the model to point to. */
    static String write(String name, List<String> header, List<List<String>> rows, OutputFolder out)
            throws IOException {
        try (CsvWriter csv = open(name, out)) {
            csv.writeRecord(header);
            rows.forEach(csv::writeRecord);
        }
        return name;
    }

    static CsvWriter open(String name, OutputFolder out) throws IOException {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out.writer(name));
    }
}

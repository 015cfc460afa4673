package org.whorl.server.measures;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.whorl.engine.spc.ControlChart;
import org.whorl.engine.spc.Signal;

/** The figures of a measure as a table to take away, with middle, limits and signals as its charts have them. */
final class FigureTable {

    private FigureTable() {}

    static byte[] csv(Measure measure, List<Charted> charts) {
        StringBuilder rows =
                new StringBuilder("\ufeffmeasure,unit,site,date,value,middle,lower,upper,type,rule,source\r\n");
        for (Charted charted : charts) {
            for (ControlChart.Point point : charted.chart().points()) {
                rows.append(String.join(
                                ",",
                                List.of(
                                        cell(measure.name()),
                                        cell(measure.unit()),
                                        cell(charted.site()),
                                        point.date().toString(),
                                        charted.withheld().contains(point.date()) ? "*" : number(point.value()),
                                        number(point.middle()),
                                        number(point.lower()),
                                        number(point.upper()),
                                        point.isKnown() ? point.verdict().word() : "",
                                        cell(point.signal().map(Signal::rule).orElse("")),
                                        cell(measure.source()))))
                        .append("\r\n");
            }
        }
        return rows.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Numbers.plain(value);
    }

    /** In quotation marks; what a spreadsheet would take for a formula begins with one that it shows. */
    private static String cell(String words) {
        String safe = words.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + words : words;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}

package org.whorl.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.evidence.Panel;
import org.whorl.engine.evidence.Panel.Cell;

/**
 * Reads what was counted while something was tried: {@code site}, {@code period} (such as 2026-W40; they are put in the order of
 * their names), {@code number}, {@code exposure} where events are counted in so much of something, and {@code tried}, {@code yes}
 * in each period in which the place was trying.
 */
public final class PanelFile {
    private static final List<String> NEEDED = List.of("site", "period", "number", "tried");
    private static final double MOST = 1e12;

    private PanelFile() {}

    /** What came of reading. */
    public sealed interface Outcome {}

    /**
     * What was counted.
     *
     * @param sites the places, in the order of the file
     * @param exposed whether events were counted in so much exposure
     */
    public record Good(List<Panel.Site> sites, boolean exposed) implements Outcome {
        public Good {
            sites = List.copyOf(sites);
        }
    }

    /**
     * Everything that is wrong.
     *
     * @param faults at least one
     */
    public record Bad(List<Fault> faults) implements Outcome {
        public Bad {
            faults = List.copyOf(faults);
        }

        /** All faults, one a line. */
        public String text() {
            return String.join("\n", faults.stream().map(Fault::toString).toList());
        }
    }

    private record Row(int row, Cell cell, boolean tried) {}

    /** Reads a CSV file. */
    public static Outcome read(Path path) {
        Faults faults = new Faults();
        CsvRows rows = CsvRows.read(path, faults);
        if (rows.isParted()) {
            return new Bad(faults.inOrder());
        }
        List<String> header = new ArrayList<>();
        for (int column = 0; rows.count() > 0 && column < rows.width(0); column++) {
            header.add(rows.cell(0, column));
        }
        for (String needed : NEEDED) {
            if (faults.none() && !header.contains(needed)) {
                rows.fault(0, needed, "there is no such column", "the columns are " + String.join(", ", header));
            }
        }
        if (!faults.none()) {
            return new Bad(faults.inOrder());
        }
        boolean exposed = header.contains("exposure");
        SortedSet<String> periods = new TreeSet<>();
        SequencedMap<String, Map<String, Row>> sites = new LinkedHashMap<>();
        for (int row = 1; row < rows.count(); row++) {
            String site = rows.cell(row, header.indexOf("site"));
            String period = rows.cell(row, header.indexOf("period"));
            String tried = rows.cell(row, header.indexOf("tried"));
            OptionalDouble number = rows.number(
                    row, header.indexOf("number"), "number", exposed ? 0 : -MOST, MOST, "write what was counted");
            OptionalDouble exposure = exposed
                    ? rows.number(row, header.indexOf("exposure"), "exposure", 1e-9, MOST, "write a number above 0")
                    : OptionalDouble.of(1);
            if (site.isEmpty()) {
                rows.fault(row, "site", "there is no name", "write which place it is");
            }
            if (period.isEmpty()) {
                rows.fault(row, "period", "there is no period", "write when it was, such as 2026-W40");
            }
            if (!tried.equals("yes") && !tried.equals("no")) {
                rows.fault(row, "tried", "\"%s\" is neither yes nor no".formatted(tried), "write yes or no");
            }
            if (number.isPresent() && exposure.isPresent()) {
                periods.add(period);
                Row read = new Row(row, new Cell(number.getAsDouble(), exposure.getAsDouble()), tried.equals("yes"));
                if (sites.computeIfAbsent(site, _ -> new LinkedHashMap<>()).putIfAbsent(period, read) != null) {
                    rows.fault(
                            row,
                            "period",
                            "\"%s\" stands here twice for %s".formatted(period, site),
                            "keep one row for each place and period");
                }
            }
        }
        if (faults.none() && sites.isEmpty()) {
            rows.fault(0, "", "there are no rows", "write one for each place and period");
        }
        List<String> order = List.copyOf(periods);
        List<Panel.Site> read = new ArrayList<>();
        sites.forEach((name, found) -> read.add(site(name, found, order, rows)));
        return faults.none() ? new Good(read, exposed) : new Bad(faults.inOrder());
    }

    private static Panel.Site site(String name, Map<String, Row> found, List<String> periods, CsvRows rows) {
        @Nullable Cell[] cells = new Cell[periods.size()];
        int start = periods.size();
        for (int t = 0; t < periods.size(); t++) {
            Row row = found.get(periods.get(t));
            if (row == null) {
                continue;
            }
            cells[t] = row.cell;
            if (row.tried && start == periods.size()) {
                start = t;
            } else if (!row.tried && start < t) {
                rows.fault(
                        row.row,
                        "tried",
                        "%s had begun by %s".formatted(name, periods.get(start)),
                        "write yes from then on, or leave out the periods after it stopped");
            }
        }
        return new Panel.Site(name, start, Arrays.asList(cells));
    }
}

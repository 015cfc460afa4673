package org.whorl.server.beliefs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.evidence.Panel;
import org.whorl.engine.evidence.Panel.Cell;

/**
 * What was counted at a place in a period, as a reading keeps it.
 *
 * @param site the place
 * @param day the first day of the period
 * @param number how many events, or the value
 * @param exposure out of how much; 1 for a value
 * @param tried was the place trying by then?
 */
public record Figure(String site, LocalDate day, double number, double exposure, boolean tried) {

    /** The same figures as the engine works with them; places in their order. */
    static Panel panel(Panel.Scale scale, List<Figure> figures) {
        List<LocalDate> days = days(figures);
        SequencedMap<String, @Nullable Cell[]> cells = new LinkedHashMap<>();
        Map<String, Integer> starts = new LinkedHashMap<>();
        for (Figure figure : figures) {
            int at = days.indexOf(figure.day);
            cells.computeIfAbsent(figure.site, _ -> new Cell[days.size()])[at] =
                    new Cell(figure.number, figure.exposure);
            starts.merge(figure.site, figure.tried ? at : days.size(), Math::min);
        }
        List<Panel.Site> sites = new ArrayList<>();
        cells.forEach((site, row) ->
                sites.add(new Panel.Site(site, starts.getOrDefault(site, days.size()), Arrays.asList(row))));
        return new Panel(scale, sites);
    }

    /** The first days of all periods, in their order. */
    static List<LocalDate> days(List<Figure> figures) {
        return figures.stream().map(Figure::day).distinct().sorted().toList();
    }
}

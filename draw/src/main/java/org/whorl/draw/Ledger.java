package org.whorl.draw;

import java.util.ArrayList;
import java.util.List;

/**
 * Several columns of money side by side for each partner: cash now, cash when steps close, capacity. All share one
 * scale, so lengths can be compared; they are never stacked and never added, because they are not the same money.
 *
 * @param unit what is counted; pounds as a rule
 * @param columns the heading of each column
 * @param entries one for each partner
 */
public record Ledger(Words words, String title, String sentence, Unit unit, List<String> columns, List<Entry> entries)
        implements Chart {

    /** Refuses a chart without words, and entries that do not match the columns. */
    public Ledger {
        Needed.words(title, sentence);
        columns = List.copyOf(columns);
        entries = List.copyOf(entries);
        for (Entry entry : entries) {
            if (entry.readings().size() != columns.size()) {
                throw new IllegalArgumentException("'%s' has %d values under %d columns"
                        .formatted(entry.name(), entry.readings().size(), columns.size()));
            }
        }
    }

    /**
     * One partner.
     *
     * @param name who pays or gains
     * @param readings one for each column
     */
    public record Entry(String name, List<Reading> readings) {
        /** Keeps a copy of the readings. */
        public Entry {
            readings = List.copyOf(readings);
        }
    }

    @Override
    public String svg(Size size, String id) {
        Span span = new Span();
        entries.forEach(entry -> entry.readings().forEach(span::add));
        if (span.isEmpty()) {
            return Canvas.empty(this, size, id);
        }
        span.add(0);
        return new LedgerPicture(this, size, span).draw(id);
    }

    /** Whether some bar could go either way. */
    boolean anyEitherWay() {
        return entries.stream().flatMap(entry -> entry.readings().stream()).anyMatch(Reading::couldBeEitherWay);
    }

    @Override
    public Table table() {
        List<String> headers = new ArrayList<>(List.of(words.itsName()));
        for (String column : columns) {
            headers.add(column);
        }
        List<List<String>> rows = new ArrayList<>();
        for (Entry entry : entries) {
            List<String> row = new ArrayList<>(List.of(entry.name()));
            for (Reading reading : entry.readings()) {
                row.add(words.value(unit, reading));
            }
            rows.add(row);
        }
        return new Table(title, headers, rows);
    }
}

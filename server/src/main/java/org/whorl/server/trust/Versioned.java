package org.whorl.server.trust;

import java.util.List;

/**
 * A kind of thing people change. Its table has the columns {@code id} and {@code version}; each change counts up the
 * version and keeps what was before, see {@link VersionStore}.
 *
 * @param kind as the record and the addresses of undoing call it
 * @param table where it is kept
 * @param columns what people change, and what undoing brings back
 */
public record Versioned(String kind, String table, List<String> columns) {

    /** Refuses names that no statement should hold. */
    public Versioned {
        columns = List.copyOf(columns);
        if (!table.matches("[a-z_]+")
                || columns.isEmpty()
                || !columns.stream().allMatch(column -> column.matches("[a-z_]+"))) {
            throw new IllegalArgumentException("not a table and its columns: %s %s".formatted(table, columns));
        }
    }
}

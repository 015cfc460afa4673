package org.whorl.server.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.whorl.server.trust.Saved;

/**
 * Two people's changes of one thing, laid side by side. What only one of them changed is taken from that one; where both
 * did, the form holds what its writer wrote, and both are shown to choose from.
 *
 * @param form the form again, with both people's changes in it, to be saved over the newer version on purpose
 * @param rows what is not the same
 * @param by the name of whoever saved first; empty where it is not known
 */
public record Merge(Form form, List<Row> rows, Optional<String> by) {

    /**
     * A field of a form.
     *
     * @param name its name in the form
     * @param column where it is kept
     * @param label the name of the sentence it is labelled with
     */
    public record Field(String name, String column, String label) {}

    /**
     * One field in which they differ.
     *
     * @param label the name of the sentence it is labelled with
     * @param theirs what is saved now
     * @param mine what was written
     * @param both did both change it?
     */
    public record Row(String label, String theirs, String mine, boolean both) {}

    /** Keeps a copy of the rows. */
    public Merge {
        rows = List.copyOf(rows);
    }

    /**
     * Lays them side by side.
     *
     * @param written what was sent, with the field {@code version}
     * @param inForm what is kept, as it stands in a form
     */
    public static Merge of(Form written, Saved.Conflict conflict, List<Field> fields, UnaryOperator<String> inForm) {
        Form merged = new Form(written.values()).replace("version", Integer.toString(conflict.version()));
        List<Row> rows = new ArrayList<>();
        for (Field field : fields) {
            String mine = written.value(field.name());
            String theirs = inForm.apply(conflict.now().getOrDefault(field.column(), ""));
            String before = inForm.apply(conflict.before().getOrDefault(field.column(), theirs));
            if (!mine.equals(theirs)) {
                rows.add(new Row(field.label(), theirs, mine, !mine.equals(before) && !theirs.equals(before)));
                if (mine.equals(before)) {
                    merged.replace(field.name(), theirs);
                }
            }
        }
        return new Merge(merged, rows, conflict.by());
    }
}

package org.whorl.server.shifts;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.whorl.server.design.Form;
import org.whorl.server.design.Merge;
import org.whorl.server.trust.Saved;

/**
 * Two people changed one shift. Words are compared field by field; what moves, and what is paid, each as a whole, because a
 * half of one person's moves and a half of another's is nobody's proposal.
 */
final class BothChanged {

    private static final String MOVES = "moves";
    private static final String PAYMENTS = "payments";

    private static final List<Merge.Field> FIELDS = List.of(
            new Merge.Field("name", "name", "shift.name"),
            new Merge.Field(MOVES, MOVES, "shift.moves"),
            new Merge.Field(PAYMENTS, PAYMENTS, "shift.payments.title"),
            new Merge.Field("translation", "translation", "shift.translation"),
            new Merge.Field("why", "why", "shift.why"),
            new Merge.Field("exit-terms", "exit-terms", "shift.exit"),
            new Merge.Field("exit-on", "exit-on", "shift.exit.on"),
            new Merge.Field("notice", "notice", "shift.exit.notice"));

    private BothChanged() {}

    /**
     * Lays both side by side.
     *
     * @param form what was sent
     * @param wanted the shift it makes
     * @param words what moves and what is paid, in words
     */
    static Merge of(Form form, Shift wanted, Saved.Conflict conflict, ShiftWords words) {
        Shift now = ShiftStore.was(wanted, conflict.now());
        Shift before = conflict.before().isEmpty() ? now : ShiftStore.was(wanted, conflict.before());
        Form written = new Form(form.values());
        values(wanted, words).forEach(written::replace);
        Merge merge = Merge.of(
                written,
                new Saved.Conflict(values(before, words), values(now, words), conflict.version(), conflict.by()),
                FIELDS,
                UnaryOperator.identity());
        take(merge.form(), written, ShiftForm.of(now), MOVES, ShiftForm.MOVE_FIELDS);
        take(merge.form(), written, ShiftForm.of(now), PAYMENTS, ShiftForm.PAYMENT_FIELDS);
        return merge;
    }

    private static Map<String, String> values(Shift shift, ShiftWords words) {
        Map<String, String> values = new TreeMap<>(ShiftForm.of(shift).values());
        values.put(MOVES, String.join("; ", words.moves(shift)));
        values.put(PAYMENTS, String.join("; ", words.payments(shift)));
        return values;
    }

    /** Where only they changed all of something, the form holds all of theirs. */
    private static void take(Form merged, Form written, Form theirs, String what, List<String> fields) {
        if (!merged.value(what).equals(written.value(what))) {
            for (String field : fields) {
                for (int row = 0; row < ShiftForm.MOST; row++) {
                    merged.replace(field + row, theirs.value(field + row));
                }
            }
        }
    }
}

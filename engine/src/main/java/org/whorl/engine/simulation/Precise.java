package org.whorl.engine.simulation;

import java.util.Locale;
import java.util.Optional;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Note;

/** What an answer says of the precision that was asked for. */
final class Precise {

    private Precise() {}

    /**
     * The rule that was followed, and the figure that is least certain.
     *
     * @param reached whether the precision was, or as many were played as are allowed
     * @param doubt none where every headline figure is nought
     */
    static Note note(Plan.Stop.Precision precise, boolean reached, int played, Optional<Trial.Doubt> doubt) {
        String least = doubt.map(d -> " Least certain: %s of %s, to within %s."
                        .formatted(d.field().word(), d.subject().path(), within(d.field(), d.off())))
                .orElse("");
        String asked = "means and 95th percentiles to within %s, shares of days of crisis to within %s"
                .formatted(within(Field.MEAN, precise.halfWidth()), within(Field.P_CRISIS, precise.halfWidth()));
        return reached
                ? new Note("precision", "", "Played until headline figures were known: %s.%s".formatted(asked, least))
                : new Note(
                        "precision-not-reached",
                        "",
                        "%d replications, the most allowed, were not enough for %s.%s".formatted(played, asked, least));
    }

    private static String within(Field field, double off) {
        return Double.isInfinite(off)
                ? "anything"
                : String.format(Locale.ROOT, field == Field.P_CRISIS ? "%.1f days in 100" : "%.1f %%", 100 * off);
    }
}

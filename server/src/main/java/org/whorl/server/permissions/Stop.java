package org.whorl.server.permissions;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What stops a permission.
 *
 * @param what is counted
 * @param way on which side of the number it stops
 * @param figure the number
 * @param days for how many days running; where a measure shows it, how many of its figures
 * @param measure the measure that shows it; none where somebody watches it
 */
public record Stop(String what, Way way, double figure, int days, Optional<UUID> measure) {

    /** On which side of a number. */
    public enum Way {
        ABOVE,
        BELOW;

        /** As in the database and in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The number as people write it, without needless noughts. */
    public String written() {
        return figure == Math.rint(figure) && Math.abs(figure) < 1e15
                ? Long.toString((long) figure)
                : Double.toString(figure);
    }
}

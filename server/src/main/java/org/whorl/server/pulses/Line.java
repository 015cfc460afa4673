package org.whorl.server.pulses;

import java.util.List;
import java.util.Locale;

/**
 * One line of the table, as people write it.
 *
 * @param from whose people answered
 * @param to about whom
 * @param cells one for each turn
 * @param way which way it went, in words
 */
public record Line(String from, String to, List<Cell> cells, String way) {

    /** Keeps a copy. */
    public Line {
        cells = List.copyOf(cells);
    }

    /**
     * One turn.
     *
     * @param turn which
     * @param mean blank where it is withheld
     * @param low likely at least
     * @param high likely at most
     * @param answers how many answered; 0 where it is withheld
     */
    public record Cell(int turn, String mean, String low, String high, int answers) {

        /** As much of it as may be told. */
        static Cell of(Trend.Point point) {
            return point.mean()
                    .map(each -> new Cell(
                            point.turn(), one(each.mean()), one(each.low()), one(each.high()), point.answers()))
                    .orElseGet(() -> new Cell(point.turn(), "", "", "", 0));
        }

        /** May it be told? */
        public boolean isTold() {
            return !mean.isEmpty();
        }

        private static String one(double value) {
            return String.format(Locale.ROOT, "%.1f", value);
        }
    }
}

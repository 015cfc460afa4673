package org.whorl.engine.model;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the word that was probably meant. */
public final class Spelling {

    private Spelling() {}

    /**
     * The known word fewest slips of the finger away: a letter too many, too few, wrong, or two swapped. None when all
     * are more than two slips and more than a third of the word away.
     *
     * @param written what was written
     * @param known what could have been meant; of two equally near the first is taken
     */
    public static Optional<String> nearest(String written, Collection<String> known) {
        @Nullable String best = null;
        int fewest = Math.max(2, written.length() / 3) + 1;
        for (String word : known) {
            int slips = slips(written, word);
            if (slips < fewest && slips < Math.max(written.length(), word.length())) {
                fewest = slips;
                best = word;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Optimal string alignment distance: the classical table of edits, row by row. */
    private static int slips(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}

package org.whorl.server.circles;

import java.util.ArrayList;
import java.util.List;

/**
 * How one version of a text became the next, word by word: the longest words they have in common, in order, stay.
 *
 * @param pieces in the order they are read
 */
public record Difference(List<Piece> pieces) {

    private static final int LONGEST = 1_000;

    /** What became of some words. */
    public enum Fate {
        KEPT,
        TAKEN_OUT,
        PUT_IN
    }

    /**
     * Some words.
     *
     * @param fate what became of them
     * @param words the words
     */
    public record Piece(Fate fate, String words) {}

    /** Keeps a copy. */
    public Difference {
        pieces = List.copyOf(pieces);
    }

    /** From one to the other. */
    public static Difference of(String before, String after) {
        String[] a = before.strip().split("\\s+");
        String[] b = after.strip().split("\\s+");
        if (a.length > LONGEST || b.length > LONGEST) {
            return new Difference(List.of(new Piece(Fate.TAKEN_OUT, before), new Piece(Fate.PUT_IN, after)));
        }
        // How many words the rests have in common.
        int[][] common = new int[a.length + 1][b.length + 1];
        for (int i = a.length - 1; i >= 0; i--) {
            for (int j = b.length - 1; j >= 0; j--) {
                common[i][j] =
                        a[i].equals(b[j]) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Piece> pieces = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < a.length || j < b.length) {
            if (i < a.length && j < b.length && a[i].equals(b[j])) {
                add(pieces, Fate.KEPT, a[i++]);
                j++;
            } else if (j == b.length || (i < a.length && common[i + 1][j] >= common[i][j + 1])) {
                add(pieces, Fate.TAKEN_OUT, a[i++]);
            } else {
                add(pieces, Fate.PUT_IN, b[j++]);
            }
        }
        return new Difference(pieces);
    }

    private static void add(List<Piece> pieces, Fate fate, String word) {
        if (!pieces.isEmpty() && pieces.getLast().fate() == fate) {
            Piece last = pieces.removeLast();
            pieces.add(new Piece(fate, last.words() + " " + word));
        } else {
            pieces.add(new Piece(fate, word));
        }
    }
}

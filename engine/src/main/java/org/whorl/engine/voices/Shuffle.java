package org.whorl.engine.voices;

import org.whorl.engine.random.Streams;

/**
 * Tables that could have come about had people not voted alike: as many who agree, disagree and pass in every row and every
 * column, the same cells empty, and all else by chance. Two people, drawn by chance, look at the statements on which one
 * said this and the other that, and deal out anew who said which; what a pair does can be undone by the same pair, so that
 * every table within reach is as likely as any other.
 *
 * <p>All tables begin at one hidden table, found by walking back from the real one. The real one is then one of them and in
 * no way special (Besag and Clifford 1989): the test holds its rate however short the walk; a short walk only makes it weaker.
 */
final class Shuffle {
    /** How often each person deals, on average. */
    private static final int DEALS = 10;

    private static final int KINDS = 3;

    private final int people;
    private final int statements;
    private final byte[] hidden;
    private final long key;

    Shuffle(byte[] cells, int people, int statements, long key) {
        this.people = people;
        this.statements = statements;
        this.key = key;
        hidden = cells.clone();
        walk(hidden, Streams.child(key, "hidden"));
    }

    /** One of the tables, into {@code cells}. */
    void table(int number, byte[] cells) {
        System.arraycopy(hidden, 0, cells, 0, hidden.length);
        walk(cells, Streams.child(key, number));
    }

    private void walk(byte[] cells, long from) {
        if (people < 2) {
            return;
        }
        int[][] where = new int[KINDS][statements];
        long word = from;
        for (int deal = 0; deal < people * DEALS / 2; deal++) {
            word = Streams.next(word);
            int one = (int) (Streams.uniform(word) * people);
            word = Streams.next(word);
            int other = (int) (Streams.uniform(word) * (people - 1));
            other += other >= one ? 1 : 0;
            word = deal(cells, one * statements, other * statements, where, word);
        }
    }

    /** What one says and the other does not comes in three kinds: told by its sum, -1, 0 or 1. */
    private static long deal(byte[] cells, int one, int other, int[][] where, long from) {
        int[] found = new int[KINDS];
        int[] lowFirst = new int[KINDS];
        int statements = where[0].length;
        for (int j = 0; j < statements; j++) {
            int a = cells[one + j];
            int b = cells[other + j];
            if (a != b && a != Votes.UNSEEN && b != Votes.UNSEEN) {
                int kind = a + b + 1;
                where[kind][found[kind]++] = j;
                lowFirst[kind] += a < b ? 1 : 0;
            }
        }
        long word = from;
        for (int kind = 0; kind < KINDS; kind++) {
            byte low = kind == 2 ? Votes.PASS : Votes.DISAGREE;
            byte high = kind == 0 ? Votes.PASS : Votes.AGREE;
            int left = lowFirst[kind];
            if (left == 0 || left == found[kind]) {
                continue;
            }
            for (int f = 0; f < found[kind]; f++) {
                word = Streams.next(word);
                boolean first = Streams.uniform(word) * (found[kind] - f) < left;
                left -= first ? 1 : 0;
                cells[one + where[kind][f]] = first ? low : high;
                cells[other + where[kind][f]] = first ? high : low;
            }
        }
        return word;
    }
}

package org.whorl.engine.voices;

/**
 * The votes there are, row after row, without the empty cells: each less its statement's mean. An empty cell is 0 in these
 * units, so products need the votes alone. Plain arrays: a thousand shuffled tables go through here.
 */
final class Seen {
    final int people;
    final int statements;

    /** Where each person's votes begin; one more at the end. */
    final int[] start;

    /** The statement of each vote. */
    final int[] column;

    /** What was said: -1, 0 or 1, with the sign the caller chose. */
    final byte[] said;

    /** What was said, less the statement's mean. */
    final double[] value;

    /** The mean of each statement, over those who saw it; 0 where nobody did. */
    final double[] mean;

    private Seen(int people, int statements, int[] start, int[] column, byte[] said) {
        this.people = people;
        this.statements = statements;
        this.start = start;
        this.column = column;
        this.said = said;
        mean = means(statements, column, said);
        value = new double[said.length];
        for (int v = 0; v < said.length; v++) {
            value[v] = said[v] - mean[column[v]];
        }
    }

    /** Those of a table; agreeing is 1. */
    static Seen of(Votes votes) {
        return of(votes.cells(), votes.people().size(), votes.statements().size());
    }

    /** Those of a table of cells by person, then by statement. */
    static Seen of(byte[] cells, int people, int statements) {
        int count = 0;
        for (byte cell : cells) {
            count += cell == Votes.UNSEEN ? 0 : 1;
        }
        int[] start = new int[people + 1];
        int[] column = new int[count];
        byte[] said = new byte[count];
        int next = 0;
        for (int i = 0; i < people; i++) {
            for (int j = 0; j < statements; j++) {
                byte cell = cells[i * statements + j];
                if (cell != Votes.UNSEEN) {
                    column[next] = j;
                    said[next++] = cell;
                }
            }
            start[i + 1] = next;
        }
        return new Seen(people, statements, start, column, said);
    }

    /** The same cells with other votes in them. */
    Seen with(byte[] others) {
        return new Seen(people, statements, start, column, others);
    }

    /** Only these people. */
    Seen only(int[] rows) {
        int count = 0;
        for (int row : rows) {
            count += start[row + 1] - start[row];
        }
        int[] from = new int[rows.length + 1];
        int[] columns = new int[count];
        byte[] fewer = new byte[count];
        int next = 0;
        for (int i = 0; i < rows.length; i++) {
            int length = start[rows[i] + 1] - start[rows[i]];
            System.arraycopy(column, start[rows[i]], columns, next, length);
            System.arraycopy(said, start[rows[i]], fewer, next, length);
            next += length;
            from[i + 1] = next;
        }
        return new Seen(rows.length, statements, from, columns, fewer);
    }

    private static double[] means(int statements, int[] column, byte[] said) {
        double[] sum = new double[statements];
        int[] count = new int[statements];
        for (int v = 0; v < said.length; v++) {
            sum[column[v]] += said[v];
            count[column[v]]++;
        }
        for (int j = 0; j < statements; j++) {
            sum[j] = count[j] == 0 ? 0 : sum[j] / count[j];
        }
        return sum;
    }
}

package org.whorl.engine.need;

import java.util.List;

/** The columns of a table of people: which ages each counts. */
final class Ages {

    /** Where the column of the oldest ends for reckoning; official tables end at 90 and over. */
    static final int OLDEST = 90;

    private final int[] lowest;

    Ages(List<Integer> ages) {
        lowest = ages.stream().mapToInt(Integer::intValue).toArray();
    }

    int columns() {
        return lowest.length;
    }

    int from(int column) {
        return lowest[column];
    }

    /** The last age of a column. */
    int until(int column) {
        return column + 1 < lowest.length ? lowest[column + 1] - 1 : Math.max(lowest[column], OLDEST);
    }

    /** The column that counts an age; the first for whoever is younger than the table reaches. */
    int column(int age) {
        int found = 0;
        for (int c = 0; c < lowest.length && lowest[c] <= age; c++) {
            found = c;
        }
        return found;
    }

    /** Whether each column from one age to another counts a single year. */
    boolean single(int from, int to) {
        for (int age = from; age <= to; age++) {
            if (lowest[column(age)] != age) {
                return false;
            }
        }
        return true;
    }
}

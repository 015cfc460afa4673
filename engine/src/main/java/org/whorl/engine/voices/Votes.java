package org.whorl.engine.voices;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/** Who said what about which statement: a table of people by statements, most of it usually empty. */
public final class Votes {
    /** Agrees. */
    public static final byte AGREE = 1;

    /** Disagrees. */
    public static final byte DISAGREE = -1;

    /** Saw the statement and passed. */
    public static final byte PASS = 0;

    /** Said nothing about it; as far as anybody knows never saw it. */
    public static final byte UNSEEN = 2;

    private final List<String> people;
    private final List<String> statements;
    private final byte[] cells;

    private Votes(List<String> people, List<String> statements, byte[] cells) {
        this.people = people;
        this.statements = statements;
        this.cells = cells;
    }

    /**
     * A table.
     *
     * @param people what each is called, no two alike
     * @param statements what each is called, no two alike
     * @param cells by person, then by statement: {@link #AGREE}, {@link #DISAGREE}, {@link #PASS} or {@link #UNSEEN}
     */
    public static Votes of(List<String> people, List<String> statements, byte[] cells) {
        if (cells.length != people.size() * statements.size()) {
            throw new IllegalArgumentException("%d people and %d statements make %d cells, not %d"
                    .formatted(people.size(), statements.size(), people.size() * statements.size(), cells.length));
        }
        if (new HashSet<>(people).size() < people.size() || new HashSet<>(statements).size() < statements.size()) {
            throw new IllegalArgumentException("Two people, or two statements, are called the same");
        }
        for (byte cell : cells) {
            if (cell < DISAGREE || cell > UNSEEN) {
                throw new IllegalArgumentException("A vote is -1, 0 or 1, not " + cell);
            }
        }
        return new Votes(List.copyOf(people), List.copyOf(statements), cells.clone());
    }

    /** What the people are called. */
    public List<String> people() {
        return people;
    }

    /** What the statements are called. */
    public List<String> statements() {
        return statements;
    }

    /** What one person said about one statement. */
    public byte at(int person, int statement) {
        return cells[person * statements.size() + statement];
    }

    /** About how many statements each person said something, passes included. */
    public int[] said() {
        int[] said = new int[people.size()];
        for (int i = 0; i < said.length; i++) {
            for (int j = 0; j < statements.size(); j++) {
                said[i] += at(i, j) == UNSEEN ? 0 : 1;
            }
        }
        return said;
    }

    /** How many votes there are, passes included. */
    public int count() {
        return Arrays.stream(said()).sum();
    }

    /** The same people, and only the statements marked. */
    public Votes ofStatements(boolean[] kept) {
        int[] columns = marked(kept);
        byte[] fewer = new byte[people.size() * columns.length];
        for (int i = 0; i < people.size(); i++) {
            for (int j = 0; j < columns.length; j++) {
                fewer[i * columns.length + j] = at(i, columns[j]);
            }
        }
        return new Votes(
                people, Arrays.stream(columns).mapToObj(statements::get).toList(), fewer);
    }

    /** Only these people, in this order. */
    public Votes ofPeople(int[] rows) {
        int width = statements.size();
        byte[] fewer = new byte[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(cells, rows[i] * width, fewer, i * width, width);
        }
        return new Votes(Arrays.stream(rows).mapToObj(people::get).toList(), statements, fewer);
    }

    /** All cells, by person and then by statement. */
    byte[] cells() {
        return cells.clone();
    }

    /** The places that are marked. */
    static int[] marked(boolean[] marks) {
        int[] places = new int[marks.length];
        int found = 0;
        for (int i = 0; i < marks.length; i++) {
            if (marks[i]) {
                places[found++] = i;
            }
        }
        return Arrays.copyOf(places, found);
    }
}

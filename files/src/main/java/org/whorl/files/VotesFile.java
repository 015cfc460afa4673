package org.whorl.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.voices.Votes;

/**
 * Reads votes on statements: a matrix (Polis's {@code participants-votes.csv}, or one of our own with {@code participant} and
 * a column for each statement) or a list of votes (Polis's {@code votes.csv}, or one with {@code participant}, {@code
 * statement} and {@code vote}). Beside it {@code comments.csv} tells what statements say and which ones moderators took out.
 * Agreeing is 1, disagreeing -1, passing 0, and an empty cell means not seen. The columns are in docs/method/voices.md.
 */
public final class VotesFile {
    private static final String RIGHT_VOTE = "write 1 for agree, -1 for disagree, 0 for pass, or nothing";
    private static final List<String> BESIDE =
            List.of("xid", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree", "role");

    private final Faults faults = new Faults();
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Boolean> out = new HashMap<>();
    private final Map<String, String> roles = new HashMap<>();
    private List<String> people = new ArrayList<>();
    private List<String> statements = new ArrayList<>();
    private byte[] cells = {};
    private int passedOver;

    private VotesFile() {}

    /** What came of reading. */
    public sealed interface Outcome {}

    /**
     * Votes.
     *
     * @param votes the table
     * @param texts what each statement says, by the table's order; its name where nobody told
     * @param out the statements that moderators took out
     * @param roles the role each person declared; null where they declared none
     * @param replaced how many votes were given again; the last one counts
     */
    public record Good(Votes votes, List<String> texts, boolean[] out, List<@Nullable String> roles, int replaced)
            implements Outcome {}

    /**
     * Everything that is wrong.
     *
     * @param faults at least one
     */
    public record Bad(List<Fault> faults) implements Outcome {
        public Bad {
            faults = List.copyOf(faults);
        }

        /** All faults, one a line. */
        public String text() {
            return String.join("\n", faults.stream().map(Fault::toString).toList());
        }
    }

    /**
     * Reads votes.
     *
     * @param path the matrix or the list
     * @param declared a file with the columns participant and role; null for the column of that name in the matrix, if any
     */
    public static Outcome read(Path path, @Nullable Path declared) {
        VotesFile file = new VotesFile();
        Sheet sheet = new Sheet(path, file.faults);
        if (file.faults.none()) {
            if (sheet.has("vote")) {
                file.list(sheet);
            } else {
                file.matrix(sheet);
            }
        }
        Path comments = path.resolveSibling("comments.csv");
        if (file.faults.none() && Files.exists(comments)) {
            file.comments(new Sheet(comments, file.faults));
        }
        if (file.faults.none() && declared != null) {
            file.roles(new Sheet(declared, file.faults));
        }
        return file.faults.none() ? file.good() : new Bad(file.faults.inOrder());
    }

    private Good good() {
        boolean[] taken = new boolean[statements.size()];
        List<String> said = new ArrayList<>();
        for (int j = 0; j < taken.length; j++) {
            taken[j] = out.getOrDefault(statements.get(j), false);
            said.add(texts.getOrDefault(statements.get(j), statements.get(j)));
        }
        List<@Nullable String> declared = new ArrayList<>();
        people.forEach(person -> declared.add(roles.get(person)));
        return new Good(
                Votes.of(people, statements, cells),
                List.copyOf(said),
                taken,
                Collections.unmodifiableList(declared),
                passedOver);
    }

    private void matrix(Sheet sheet) {
        if (!sheet.need("participant")) {
            return;
        }
        List<Integer> columns = new ArrayList<>();
        for (int c = 0; c < sheet.header.size(); c++) {
            String name = sheet.header.get(c);
            if (!name.isEmpty() && !name.equals("participant") && !BESIDE.contains(name)) {
                if (statements.contains(name)) {
                    sheet.rows.fault(0, name, "this statement stands here twice", "keep one of the two columns");
                }
                columns.add(c);
                statements.add(name);
            }
        }
        if (columns.isEmpty()) {
            sheet.rows.fault(0, "", "there is no statement", "write a column for each statement after participant");
        }
        Set<String> known = new HashSet<>();
        cells = new byte[sheet.count() * columns.size()];
        for (int row = 1; row <= sheet.count(); row++) {
            String person = sheet.text(row, "participant");
            if (person.isEmpty()) {
                sheet.rows.fault(row, "participant", "there is no name", "write a number or a name for each person");
            } else if (!known.add(person)) {
                sheet.rows.fault(row, "participant", "\"%s\" stands here twice".formatted(person), "keep one row");
            }
            people.add(person);
            if (sheet.has("role") && !sheet.text(row, "role").isEmpty()) {
                roles.put(person, sheet.text(row, "role"));
            }
            for (int s = 0; s < columns.size(); s++) {
                cells[(row - 1) * columns.size() + s] =
                        vote(sheet, row, statements.get(s), sheet.rows.cell(row, columns.get(s)));
            }
        }
    }

    /** A list may hold several votes of one person on one statement: the last by its time counts, or else by its line. */
    private void list(Sheet sheet) {
        String who = sheet.has("voter-id") ? "voter-id" : "participant";
        String what = sheet.has("comment-id") ? "comment-id" : "statement";
        if (!sheet.need(who) || !sheet.need(what)) {
            return;
        }
        Map<String, Map<String, Byte>> said = new LinkedHashMap<>();
        Map<String, Map<String, Double>> when = new HashMap<>();
        Set<String> found = new LinkedHashSet<>();
        for (int row = 1; row <= sheet.count(); row++) {
            String person = sheet.text(row, who);
            String statement = sheet.text(row, what);
            if (person.isEmpty() || statement.isEmpty()) {
                sheet.rows.fault(row, person.isEmpty() ? who : what, "there is no name", "write who voted on what");
                continue;
            }
            double time = row;
            if (sheet.has("timestamp")) {
                time = Reading.parse(sheet.text(row, "timestamp")).orElse(Double.NaN);
                if (Double.isNaN(time)) {
                    sheet.rows.fault(
                            row,
                            "timestamp",
                            "\"%s\" is not a number".formatted(sheet.text(row, "timestamp")),
                            "write milliseconds since 1970, or leave the column out");
                }
            }
            byte vote = vote(sheet, row, "vote", sheet.text(row, "vote"));
            found.add(statement);
            Map<String, Double> before = when.computeIfAbsent(person, _ -> new HashMap<>());
            Double earlier = before.get(statement);
            passedOver += earlier == null ? 0 : 1;
            if (earlier == null || time >= earlier) {
                before.put(statement, time);
                said.computeIfAbsent(person, _ -> new HashMap<>()).put(statement, vote);
            }
        }
        people = ordered(said.keySet());
        statements = ordered(found);
        cells = new byte[people.size() * statements.size()];
        Arrays.fill(cells, Votes.UNSEEN);
        for (int i = 0; i < people.size(); i++) {
            Map<String, Byte> mine = said.getOrDefault(people.get(i), Map.of());
            for (int j = 0; j < statements.size(); j++) {
                Byte vote = mine.get(statements.get(j));
                cells[i * statements.size() + j] = vote == null ? Votes.UNSEEN : vote;
            }
        }
    }

    private void comments(Sheet sheet) {
        if (!sheet.need("comment-id")) {
            return;
        }
        for (int row = 1; row <= sheet.count(); row++) {
            String id = sheet.text(row, "comment-id");
            if (!sheet.text(row, "comment-body").isEmpty()) {
                texts.put(id, sheet.text(row, "comment-body"));
            }
            out.put(id, sheet.text(row, "moderated").equals("-1"));
        }
    }

    private void roles(Sheet sheet) {
        if (!sheet.need("participant") || !sheet.need("role")) {
            return;
        }
        roles.clear();
        Set<String> known = new HashSet<>(people);
        for (int row = 1; row <= sheet.count(); row++) {
            String person = sheet.text(row, "participant");
            if (!known.contains(person)) {
                sheet.rows.fault(
                        row,
                        "participant",
                        "nobody called \"%s\" voted".formatted(person),
                        "write them as in the votes");
            } else if (!sheet.text(row, "role").isEmpty()) {
                roles.put(person, sheet.text(row, "role"));
            }
        }
    }

    private static byte vote(Sheet sheet, int row, String column, String text) {
        return switch (text) {
            case "" -> Votes.UNSEEN;
            case "1" -> Votes.AGREE;
            case "-1" -> Votes.DISAGREE;
            case "0" -> Votes.PASS;
            default -> {
                sheet.rows.fault(row, column, "\"%s\" is not a vote".formatted(text), RIGHT_VOTE);
                yield Votes.UNSEEN;
            }
        };
    }

    /** By number where all are numbers, else as they came. */
    private static List<String> ordered(Iterable<String> names) {
        List<String> ordered = new ArrayList<>();
        names.forEach(ordered::add);
        if (ordered.stream().allMatch(name -> name.length() < 10 && name.chars().allMatch(Character::isDigit))) {
            ordered.sort((a, b) -> Integer.compare(Integer.parseInt(a), Integer.parseInt(b)));
        }
        return ordered;
    }

    /** A table with names in its first row; row 1 is the first below it. */
    private static final class Sheet {
        private final CsvRows rows;
        private final List<String> header = new ArrayList<>();
        private final boolean parted;

        Sheet(Path path, Faults faults) {
            rows = CsvRows.read(path, faults);
            parted = rows.isParted();
            for (int column = 0; rows.count() > 0 && column < rows.width(0); column++) {
                header.add(rows.cell(0, column));
            }
        }

        int count() {
            return Math.max(0, rows.count() - 1);
        }

        boolean has(String column) {
            return header.contains(column);
        }

        boolean need(String column) {
            if (!has(column) && !parted) {
                rows.fault(0, column, "there is no such column", "the columns are " + String.join(", ", header));
            }
            return has(column);
        }

        String text(int row, String column) {
            int index = header.indexOf(column);
            return index < 0 ? "" : rows.cell(row, index);
        }
    }
}

package org.whorl.engine.voices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Conversations for tests: real ones with the groups that were published, and made ones. */
record Conversation(Votes votes, int[] published) {

    static Path shared(String first, String... more) {
        return Path.of(Objects.requireNonNull(System.getProperty("whorl.shared")), "data", "polis")
                .resolve(Path.of(first, more));
    }

    /** The matrix of a conversation that Polis exported. */
    static Conversation exported(Path matrix) throws IOException {
        List<String> lines = Files.readAllLines(matrix);
        List<String> header = List.of(lines.getFirst().split(",", -1));
        int from = header.indexOf("n-disagree") + 1;
        List<String> statements = header.subList(from, header.size());
        List<String> people = new ArrayList<>();
        int[] published = new int[lines.size() - 1];
        byte[] cells = new byte[published.length * statements.size()];
        for (int i = 0; i < published.length; i++) {
            String[] row = lines.get(i + 1).split(",", -1);
            people.add(row[0]);
            String group = row[header.indexOf("group-id")];
            published[i] = group.isEmpty() ? -1 : Integer.parseInt(group);
            for (int j = 0; j < statements.size(); j++) {
                String vote = row[from + j];
                cells[i * statements.size() + j] = vote.isEmpty() ? Votes.UNSEEN : Byte.parseByte(vote);
            }
        }
        return new Conversation(Votes.of(people, statements, cells), published);
    }

    /** The statements of an exported conversation that moderators took out, as its comments tell. */
    static boolean[] takenOut(Votes votes, Path comments) throws IOException {
        boolean[] out = new boolean[votes.statements().size()];
        Matcher rows = Pattern.compile("(?m)^\\d+,[^,\n]*,(\\d+),[^,\n]*,\\d+,\\d+,-1,")
                .matcher(Files.readString(comments));
        while (rows.find()) {
            int statement = votes.statements().indexOf(rows.group(1));
            if (statement >= 0) {
                out[statement] = true;
            }
        }
        return out;
    }

    /** So many people in each of two camps, who differ on the first statements and not on the others. */
    static Votes camps(int each, int apart, int alike, double seen, long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        int statements = apart + alike;
        byte[] cells = new byte[2 * each * statements];
        for (int i = 0; i < 2 * each; i++) {
            for (int j = 0; j < statements; j++) {
                double agree = j >= apart ? 0.9 : (i < each) == (j % 2 == 0) ? 0.85 : 0.15;
                cells[i * statements + j] = chance.nextDouble() > seen
                        ? Votes.UNSEEN
                        : chance.nextDouble() < 0.1
                                ? Votes.PASS
                                : chance.nextDouble() < agree ? Votes.AGREE : Votes.DISAGREE;
            }
        }
        return named(2 * each, statements, cells);
    }

    static Votes named(int people, int statements, byte[] cells) {
        return Votes.of(names("p", people), names("s", statements), cells);
    }

    static List<String> names(String prefix, int count) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(prefix + i);
        }
        return Collections.unmodifiableList(names);
    }

    static Opinions.Question question(Votes votes, int permutations) {
        return new Opinions.Question(
                new boolean[votes.statements().size()],
                Collections.nCopies(votes.people().size(), null),
                permutations,
                1);
    }

    static int[] chosen(int[] of, int[] rows) {
        return Arrays.stream(rows).map(i -> of[i]).toArray();
    }
}

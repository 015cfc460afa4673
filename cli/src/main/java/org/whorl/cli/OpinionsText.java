package org.whorl.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.voices.Ground;
import org.whorl.engine.voices.Ground.Finding;
import org.whorl.engine.voices.Opinions;
import org.whorl.engine.voices.Opinions.Basis;
import org.whorl.engine.voices.Polis;
import org.whorl.engine.voices.PolisLists.Representative;
import org.whorl.engine.voices.Share;
import org.whorl.engine.voices.Tally;
import org.whorl.files.Columns;
import org.whorl.files.VotesFile;

/** What people agree on and where they differ, for people at a terminal: a sentence first, then tables. */
final class OpinionsText {
    private static final double LEVEL = 0.95;

    private final VotesFile.Good read;
    private final Polis polis;
    private final Opinions ours;
    private final PrintWriter out;

    OpinionsText(VotesFile.Good read, Polis polis, Opinions ours, PrintWriter out) {
        this.read = read;
        this.polis = polis;
        this.ours = ours;
        this.out = out;
    }

    /** Why groups of opinion are shown, or not. */
    static String why(Opinions ours) {
        return switch (ours.verdict()) {
            case CLEAR ->
                "There are %d groups of opinion. Chance alone makes groups as clear as these in %s. With a fifth of the people left out they stay %s alike (1 is the same)."
                        .formatted(
                                ours.groups().size(),
                                often(ours.p()),
                                two(ours.stability().mean()));
            case NOT_BEYOND_CHANCE ->
                "There are no clear camps: chance alone makes groups as clear as these in %s."
                        .formatted(often(ours.p()));
            case NOT_STABLE ->
                "There are no clear camps: groups can be found, but with a fifth of the people left out they are others (%s alike, where 1 is the same and %s is asked)."
                        .formatted(two(ours.stability().mean()), two(Opinions.STABLE));
            case TOO_FEW ->
                "Nobody can tell whether there are groups of opinion: no grouping has %d people in every group."
                        .formatted(Opinions.SMALLEST_GROUP);
            case NOT_ASKED -> "Nobody looked for groups of opinion: that takes permutations.";
        };
    }

    private static String often(double p) {
        return p < 0.001 ? "fewer than 1 of 1,000" : "%s of 1,000".formatted(Math.round(1000 * p));
    }

    private static String two(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    void print() {
        out.printf(
                "%,d people, %,d statements, %,d votes%s%n%n",
                read.votes().people().size(),
                read.votes().statements().size(),
                read.votes().count(),
                read.replaced() == 0 ? "" : " (of %,d votes given again the last counts)".formatted(read.replaced()));
        out.println(why(ours));
        out.println(compared());
        out.println();
        agreement(
                ours.basis() == Basis.EVERYBODY
                        ? "More than half of all agree"
                        : "Common ground: more than half of every group agree",
                Finding.AGREE);
        agreement(
                ours.basis() == Basis.EVERYBODY
                        ? "More than half of all disagree"
                        : "Common ground: more than half of every group disagree",
                Finding.DISAGREE);
        differences();
        rest();
        without();
        polis();
        out.println(
                "In brackets: the 95 % interval (90 % for the least favourable group) that chance in who took part leaves. Of what is listed, at most 1 in 20 is chance.");
    }

    private String compared() {
        return switch (ours.basis()) {
            case OPINION ->
                "They have %s people; %d others said too little to be placed."
                        .formatted(
                                ours.groups().stream()
                                        .map(group -> Integer.toString(group.size()))
                                        .collect(Collectors.joining(" and ")),
                                read.votes().people().size() - ours.counted());
            case ROLE ->
                "So the roles people declared are compared: %s. Roles with fewer than %d people are not."
                        .formatted(
                                ours.groups().stream()
                                        .map(group -> "%s (%d)".formatted(group.name(), group.size()))
                                        .collect(Collectors.joining(", ")),
                                Opinions.SMALLEST_GROUP);
            case EVERYBODY -> "So everybody is taken together.";
        };
    }

    private void agreement(String title, Finding finding) {
        List<Ground> found = ours.found(finding);
        if (found.isEmpty()) {
            out.printf("%s: on no statement that is sure.%n%n", title);
            return;
        }
        List<String> headings = new ArrayList<>(List.of("statement", "", "least favourable group"));
        headings.addAll(names());
        Columns columns = new Columns(List.of(0, 1), headings.toArray(String[]::new));
        for (Ground one : found) {
            List<String> row = new ArrayList<>(List.of(
                    id(one.statement()),
                    read.texts().get(one.statement()),
                    share(finding == Finding.AGREE ? one.leastAgree() : one.leastDisagree())));
            one.groups().forEach(group -> row.add(share(part(group, finding))));
            columns.row(row);
        }
        out.printf("%s%n%n%s%n", title, columns.text());
    }

    private static Estimate part(Tally tally, Finding finding) {
        return Share.of(finding == Finding.DISAGREE ? tally.disagree() : tally.agree(), tally.seen(), LEVEL);
    }

    private List<String> names() {
        return ours.groups().stream()
                .map(group -> ours.basis() == Basis.OPINION ? "group " + group.name() : group.name())
                .toList();
    }

    private void differences() {
        if (ours.basis() == Basis.EVERYBODY) {
            return;
        }
        List<Ground> found = ours.found(Finding.DIFFER);
        if (found.isEmpty()) {
            out.printf("Where groups differ: on no statement that is sure.%n%n");
            return;
        }
        List<String> headings = new ArrayList<>(List.of("statement", ""));
        names().forEach(name -> headings.add(name + " agree"));
        Columns columns = new Columns(List.of(0, 1), headings.toArray(String[]::new));
        for (Ground one : found) {
            List<String> row =
                    new ArrayList<>(List.of(id(one.statement()), read.texts().get(one.statement())));
            one.groups().forEach(group -> row.add(share(part(group, Finding.DIFFER))));
            columns.row(row);
        }
        out.printf("Where groups differ%n%n%s%n", columns.text());
    }

    private void rest() {
        out.printf(
                "On %d more statements nobody can tell, and on %d a group cast fewer than %d votes.%n%n",
                ours.found(Finding.OPEN).size(), ours.found(Finding.TOO_FEW).size(), Ground.FEWEST_VOTES);
    }

    private void without() {
        for (Opinions.Without without : ours.without()) {
            String name = ours.basis() == Basis.OPINION ? "group " + without.group() : without.group();
            if (without.changes()) {
                out.printf(
                        "Without %s the common ground would be another:%s%s.%n",
                        name,
                        without.come().isEmpty() ? "" : " it would gain " + ids(without.come()),
                        without.gone().isEmpty()
                                ? ""
                                : (without.come().isEmpty() ? "" : ", and") + " it would lose " + ids(without.gone()));
            } else {
                out.printf("Without %s the common ground would be the same.%n", name);
            }
        }
        if (!ours.without().isEmpty()) {
            out.println();
        }
    }

    private String ids(List<Integer> statements) {
        return statements.stream().map(this::id).collect(Collectors.joining(", "));
    }

    private void polis() {
        out.printf(
                "By the rules of Polis, which show groups whether or not there are any: %d groups of %s people.%n",
                polis.groups().size(),
                polis.groups().stream()
                        .map(group -> Integer.toString(group.members().length))
                        .collect(Collectors.joining(", ")));
        Columns columns = new Columns(List.of(0, 1, 2, 3), "its group", "", "statement", "", "of");
        for (Polis.Group group : polis.groups()) {
            for (Representative one : group.representative()) {
                columns.row(List.of(
                        Integer.toString(group.id()),
                        one.agree() ? "agrees" : "disagrees",
                        id(one.statement()),
                        read.texts().get(one.statement()),
                        "%d of %d".formatted(one.successes(), one.trials())));
            }
        }
        out.printf("%n%s%n", columns.isEmpty() ? "" : columns.text());
    }

    private String id(int statement) {
        return read.votes().statements().get(statement);
    }

    private static String share(Estimate share) {
        return Double.isNaN(share.mean())
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%.0f %% (%.0f to %.0f)",
                        100 * share.mean(),
                        100 * share.low(),
                        100 * share.high());
    }
}

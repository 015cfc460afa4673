package org.whorl.server.opinions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.voices.Ground;
import org.whorl.engine.voices.Opinions;
import org.whorl.engine.voices.Polis;
import org.whorl.engine.voices.PolisLists.Representative;
import org.whorl.engine.voices.PolisLists.Stance;
import org.whorl.engine.voices.Share;
import org.whorl.engine.voices.Tally;
import org.whorl.engine.voices.Votes;
import org.whorl.server.opinions.Result.ByPolis;
import org.whorl.server.opinions.Result.Camp;
import org.whorl.server.opinions.Result.Cut;
import org.whorl.server.opinions.Result.Line;
import org.whorl.server.opinions.Result.Part;
import org.whorl.server.opinions.Result.Side;
import org.whorl.server.opinions.Result.Spot;
import org.whorl.server.trust.Disclosure;

/**
 * Works out what came of votes, and keeps of it what may be shown. The mathematics is the engine's; what is left out is left
 * out here, before anything is kept: sides of fewer than ten, what fewer than ten of a side voted on, and every total from
 * which such could be worked out.
 */
final class Reckoning {

    /** As {@code whorl opinions} does it, so that both come to the same. */
    static final int PERMUTATIONS = 1_000;

    static final long SEED = 1;

    /** With fewer people nobody is drawn: they could be told apart. */
    static final int FEWEST_ON_MAP = 15;

    /** When a statement is called unclear: the share who pass is surely more than this. */
    static final double MANY_PASS = 0.2;

    private static final double LEVEL = 0.95;

    private final Table table;

    private Reckoning(Table table) {
        this.table = table;
    }

    /**
     * The votes of a conversation.
     *
     * @param votes the table; people in it have numbers that lead to nobody
     * @param statements which statement each column is
     * @param out the columns that are not put to people, or no longer
     * @param roles the number of the role each person declared; null where they declared none
     */
    record Table(Votes votes, List<UUID> statements, boolean[] out, List<@Nullable String> roles) {}

    /** Works it out. */
    static Result of(Table table, Progress progress) {
        int voted =
                (int) Arrays.stream(table.votes.said()).filter(each -> each > 0).count();
        return isFew(voted) || table.statements.isEmpty() ? Result.tooFew() : new Reckoning(table).result(progress);
    }

    private Result result(Progress progress) {
        Opinions ours =
                Opinions.of(table.votes, new Opinions.Question(table.out, table.roles, PERMUTATIONS, SEED), progress);
        Polis.Known nothing = Polis.Known.nothing(table.votes);
        Polis polis =
                Polis.of(table.votes, new Polis.Known(table.out, nothing.meta(), nothing.early(), nothing.order()));
        Estimate alike = ours.stability();
        return new Result(
                true,
                ours.verdict().word(),
                known(ours.p()),
                known(alike.mean()),
                known(alike.low()),
                known(alike.high()),
                ours.basis().word(),
                sides(ours),
                ours.ground().stream().map(this::line).toList(),
                ours.without().stream()
                        .map(each -> new Result.Without(each.group(), ids(each.gone()), ids(each.come())))
                        .toList(),
                byPolis(polis),
                map(polis, ours));
    }

    private List<Side> sides(Opinions ours) {
        List<Integer> counts =
                new ArrayList<>(ours.groups().stream().map(Opinions.Group::size).toList());
        counts.add(table.votes.people().size()
                - counts.stream().mapToInt(each -> each).sum());
        List<Disclosure.Shown> shown = Disclosure.VOICES.showParts(counts);
        List<Side> sides = new ArrayList<>();
        for (int g = 0; g < ours.groups().size(); g++) {
            sides.add(new Side(ours.groups().get(g).name(), shown.get(g).toString()));
        }
        return List.copyOf(sides);
    }

    private Line line(Ground ground) {
        // Passes are added up over the sides that are shown alone: with everybody's, those left out could be worked
        // out.
        Tally together = ground.groups().stream()
                .filter(each -> each.seen() >= Ground.FEWEST_VOTES)
                .reduce(new Tally(0, 0, 0), Tally::plus);
        Estimate passes = Share.of(together.pass(), together.seen(), LEVEL);
        List<Part> least = switch (ground.finding()) {
            case AGREE -> part(ground.leastAgree());
            case DISAGREE -> part(ground.leastDisagree());
            case DIFFER, OPEN, TOO_FEW -> List.of();
        };
        return new Line(
                table.statements.get(ground.statement()),
                ground.finding().word(),
                ground.differs(),
                passes.low() > MANY_PASS ? part(passes) : List.of(),
                least,
                ground.groups().stream().map(Reckoning::cut).toList());
    }

    private static Cut cut(Tally tally) {
        return isFew(tally.seen()) || tally.seen() == 0
                ? new Cut(List.of(), List.of())
                : new Cut(
                        part(Share.of(tally.agree(), tally.seen(), LEVEL)),
                        part(Share.of(tally.disagree(), tally.seen(), LEVEL)));
    }

    private static List<Part> part(Estimate share) {
        return Double.isNaN(share.mean()) ? List.of() : List.of(new Part(share.mean(), share.low(), share.high()));
    }

    /** Shares are left out on purpose: beside our own groups', a difference of few people could be worked out. */
    private ByPolis byPolis(Polis polis) {
        boolean shown =
                polis.groups().size() > 1 && polis.groups().stream().noneMatch(group -> isFew(group.members().length));
        if (!shown) {
            return new ByPolis(false, List.of(), List.of(), List.of());
        }
        List<Integer> counts = new ArrayList<>(
                polis.groups().stream().map(group -> group.members().length).toList());
        counts.add(table.votes.people().size()
                - counts.stream().mapToInt(each -> each).sum());
        List<Disclosure.Shown> sizes = Disclosure.VOICES.showParts(counts);
        List<Camp> camps = new ArrayList<>();
        for (Polis.Group group : polis.groups()) {
            camps.add(new Camp(
                    sizes.get(group.id()).toString(),
                    ids(group.representative().stream()
                            .filter(Representative::agree)
                            .map(Representative::statement)
                            .toList()),
                    ids(group.representative().stream()
                            .filter(each -> !each.agree())
                            .map(Representative::statement)
                            .toList())));
        }
        return new ByPolis(
                true,
                List.copyOf(camps),
                ids(polis.agree().stream().map(Stance::statement).toList()),
                ids(polis.disagree().stream().map(Stance::statement).toList()));
    }

    /** Where people stand by the axes of Polis, without those who said too little; by place, so that no order is told. */
    private List<Spot> map(Polis polis, Opinions ours) {
        boolean groups = ours.basis() == Opinions.Basis.OPINION;
        List<Integer> rows = new ArrayList<>();
        double widest = 0;
        for (int i = 0; i < polis.in().length; i++) {
            if (polis.in()[i] && (!groups || ours.groupOf()[i] >= 0)) {
                rows.add(i);
                widest = Math.max(widest, Math.max(Math.abs(polis.places()[i][0]), Math.abs(polis.places()[i][1])));
            }
        }
        if (rows.size() < FEWEST_ON_MAP || widest == 0) {
            return List.of();
        }
        double scale = widest;
        return rows.stream()
                .map(i -> new Spot(
                        rounded(polis.places()[i][0] / scale),
                        rounded(polis.places()[i][1] / scale),
                        groups ? ours.groupOf()[i] : -1))
                .sorted(Comparator.comparingDouble(Spot::x).thenComparingDouble(Spot::y))
                .toList();
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private static double known(double value) {
        return Double.isNaN(value) ? -1 : value;
    }

    private List<UUID> ids(List<Integer> columns) {
        return columns.stream().map(table.statements::get).toList();
    }

    private static boolean isFew(int count) {
        return count == 0 || Disclosure.VOICES.show(count) instanceof Disclosure.Shown.Hidden;
    }
}

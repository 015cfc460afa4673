package org.whorl.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.voices.Opinions;
import org.whorl.engine.voices.Polis;
import org.whorl.files.VotesFile;

/**
 * How long a conversation takes: grouped by the rules of Polis, and by our own with a thousand shuffles. Wall time, and seconds
 * of processor, for a machine that others use at the same time.
 */
final class Conversations {
    private static final int ROUNDS = 15;
    private static final int PERMUTATIONS = 1000;

    private Conversations() {}

    /** The matrix of a conversation, as Polis exports it. */
    public static void main(String[] arguments) {
        var read = VotesFile.read(Path.of(arguments[0]), null);
        if (!(read instanceof VotesFile.Good good)) {
            throw new IllegalArgumentException(((VotesFile.Bad) read).text());
        }
        var votes = good.votes();
        System.out.printf(
                Locale.ROOT,
                "%d people, %d statements, %d votes%n",
                votes.people().size(),
                votes.statements().size(),
                votes.count());
        var known = Polis.Known.nothing(votes);
        double[] wall = new double[ROUNDS];
        double[] work = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long from = System.nanoTime();
            long worked = worked();
            Polis.of(votes, known);
            wall[round] = (System.nanoTime() - from) / 1e6;
            work[round] = (worked() - worked) / 1e6;
        }
        System.out.printf(
                Locale.ROOT,
                "by the rules of Polis, ms: first %.0f (processor %.0f), median of %d %.1f (processor %.1f)%n",
                wall[0],
                work[0],
                ROUNDS,
                median(wall),
                median(work));
        long from = System.nanoTime();
        long worked = worked();
        var said =
                Opinions.of(votes, new Opinions.Question(good.out(), good.roles(), PERMUTATIONS, 1), Progress.SILENT);
        System.out.printf(
                Locale.ROOT,
                "ours with %d shuffles, s: %.1f (processor %.1f); %s, p %.3f, stability %.2f%n",
                PERMUTATIONS,
                (System.nanoTime() - from) / 1e9,
                (worked() - worked) / 1e9,
                said.verdict().word(),
                said.p(),
                said.stability().mean());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static long worked() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}

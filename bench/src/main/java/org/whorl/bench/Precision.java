package org.whorl.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.whorl.engine.answer.Answer;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.model.Model;
import org.whorl.engine.simulation.Plan;
import org.whorl.engine.simulation.Simulation;
import org.whorl.files.ModelFolder;

/**
 * How long people wait for a precision: D2A-3 until every mean wait is known to 5 per cent, many times over with seeds of their
 * own; and how many of the intervals for P3 hold the true value, which is taken from all the experiments together.
 */
final class Precision {
    private static final String SERVICE = "p3";

    private Precision() {}

    /** MODEL EXPERIMENTS. */
    public static void main(String[] arguments) {
        Model model = ModelFolder.read(Path.of(arguments[0])).orThrow();
        int experiments = Integer.parseInt(arguments[1]);
        Plan.Stop stop = new Plan.Stop.Precision(0.05, 100, 1_000_000);
        double[] seconds = new double[experiments];
        double[] replications = new double[experiments];
        List<Estimate> estimates = new ArrayList<>();
        double weighted = 0;
        for (int e = 0; e < experiments; e++) {
            long begin = System.nanoTime();
            Answer answer = Simulation.run(model, new Plan(List.of(), 10_000L + e, stop, 2), Progress.SILENT);
            seconds[e] = (System.nanoTime() - begin) / 1e9;
            replications[e] = answer.replications();
            Estimate wait = answer.base().figures().get(Subject.service(SERVICE), Field.WAIT);
            estimates.add(wait);
            weighted += wait.mean() / experiments;
        }
        double truth = weighted;
        long hold = estimates.stream()
                .filter(wait -> wait.low() <= truth && truth <= wait.high())
                .count();
        Arrays.sort(seconds);
        Arrays.sort(replications);
        System.out.printf(
                Locale.ROOT,
                "5 %% on every mean wait, two threads, %d experiments: median %.3f s (90 %% within %.3f s), median %.0f"
                        + " replications; %d of %d intervals for %s hold %.4f days%n",
                experiments,
                seconds[experiments / 2],
                seconds[experiments * 9 / 10],
                replications[experiments / 2],
                hold,
                experiments,
                SERVICE,
                truth);
    }
}

package org.whorl.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.whorl.engine.answer.Estimate;
import org.whorl.engine.answer.Field;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.answer.Subject;
import org.whorl.engine.load.Preview;
import org.whorl.engine.model.Model;
import org.whorl.engine.simulation.Plan;
import org.whorl.engine.simulation.Simulation;
import org.whorl.files.ModelFolder;

/**
 * The instant tier beside the simulation over a grid of places, load and unevenness, as a table of docs/method. One service
 * to which ten people come a day when it is full; the mean stay follows from its places, so that every cell is as long to
 * settle for its load.
 */
public final class Tiers {
    private static final int[] PLACES = {5, 20, 50, 200};
    private static final double[] LOADS = {0.7, 0.8, 0.9, 0.95, 0.98};
    private static final double[] STAY_CV2 = {0.5, 1, 2};
    private static final double[] DISPERSIONS = {1, 2};
    private static final double A_DAY = 10;
    private static final int REPLICATIONS = 64;

    private Tiers() {}

    /** Writes the table to standard output; the models lie in the folder named, one after the other. */
    public static void main(String[] arguments) throws java.io.IOException {
        Path folder = Path.of(arguments[0]);
        for (double dispersion : DISPERSIONS) {
            for (double cv2 : STAY_CV2) {
                for (int places : PLACES) {
                    StringBuilder row =
                            new StringBuilder("| %s | %s | %d |".formatted(plain(dispersion), plain(cv2), places));
                    for (double load : LOADS) {
                        Model model = model(folder, places, load, cv2, dispersion);
                        Estimate exact = Simulation.run(model, Plan.ofReplications(REPLICATIONS), Progress.SILENT)
                                .base()
                                .figures()
                                .get(Subject.service("s"), Field.WAIT);
                        double instant = Preview.of(model, List.of())
                                .base()
                                .figures()
                                .get(Subject.service("s"), Field.WAIT)
                                .mean();
                        double half = exact.high() - exact.mean();
                        row.append(String.format(
                                Locale.ROOT,
                                " %s (%+.0f %% ± %.0f) |",
                                days(exact.mean()),
                                100 * (instant / exact.mean() - 1),
                                100 * half / exact.mean()));
                    }
                    System.out.println(row);
                    System.out.flush();
                }
            }
        }
    }

    private static Model model(Path folder, int places, double load, double cv2, double dispersion)
            throws java.io.IOException {
        double stay = places / A_DAY;
        Files.writeString(folder.resolve(ModelFolder.MODEL), """
                whorl: 1
                time: {start: 2001-01-01, days: 24000, warm-up: 6000}
                partners: {p: {}}
                arrivals: {a: {to: s, rate: %s, dispersion: %s}}
                services: {s: {partner: p, capacity: %d, length-of-stay: {lognormal: {mean: %s, sd: %s}}}}
                """.formatted(
                        A_DAY * load, dispersion, places, stay, stay * Math.sqrt(cv2)));
        return ModelFolder.read(folder).orThrow();
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    /** Waits in stays would hide what waits in days say; three figures are enough. */
    private static String days(double wait) {
        return String.format(Locale.ROOT, wait < 0.01 ? "%.4f" : wait < 1 ? "%.3f" : "%.2f", wait);
    }
}

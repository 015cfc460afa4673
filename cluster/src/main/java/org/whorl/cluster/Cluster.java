package org.whorl.cluster;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.apache.spark.SparkException;
import org.apache.spark.sql.SparkSession;
import org.whorl.engine.model.Check;
import org.whorl.engine.model.Model;
import org.whorl.engine.model.Scenario;
import org.whorl.files.ModelFolder;
import org.whorl.files.Read;

/** The command {@code whorl cluster run}. Exit status: 0 done, 2 the command or a model is wrong, or it could not be done. */
public final class Cluster {
    private static final int WRONG = 2;

    /** How many cores are reckoned with elsewhere: machines come one by one, and when the work is cut none may be there. */
    private static final int CORES_ELSEWHERE = 64;

    private final ClusterOptions options;
    private final PrintStream out;
    private final PrintStream err;

    Cluster(ClusterOptions options, PrintStream out, PrintStream err) {
        this.options = options;
        this.out = out;
        this.err = err;
    }

    /** Runs the command and leaves the process with its exit status. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), out, System.err));
    }

    /** Runs the command; its exit status. */
    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            ClusterOptions options = ClusterOptions.read(arguments);
            if (options.help()) {
                out.print(ClusterOptions.USAGE);
            } else {
                new Cluster(options, out, err).run();
            }
            out.flush();
            if (out.checkError()) {
                throw new Refusal("Cannot write to standard output: it is closed, or the disk is full.");
            }
            return 0;
        } catch (Refusal refusal) {
            err.println(refusal.sentence());
            err.flush();
            return WRONG;
        }
    }

    private void run() {
        long begun = System.nanoTime();
        Order order = order();
        options.master().look();
        SparkSession spark = session();
        try {
            spark.sparkContext().addSparkListener(new Watch(err, begun));
            if (options.out() == null) {
                print(order, play(spark, order));
            } else {
                writing(spark, order, options.out());
            }
        } finally {
            spark.stop();
        }
    }

    private void writing(SparkSession spark, Order order, String folder) {
        try (ResultFolder results =
                ResultFolder.open(folder, spark.sparkContext().hadoopConfiguration())) {
            ClusterRun run = play(spark, order);
            // Printed first: an answer that took hours shall not be lost because a disk is full.
            print(order, run);
            write(order, run, results);
            err.printf("Written to %s%n", folder);
        }
    }

    private ClusterRun play(SparkSession spark, Order order) {
        int here = spark.sparkContext().defaultParallelism();
        int cores = options.master().isLocal() ? here : Math.max(here, CORES_ELSEWHERE);
        err.printf(
                "Playing %d place%s, %d times in each scenario%s ...%n",
                order.places().size(),
                order.places().size() == 1 ? "" : "s",
                order.replications(),
                order.draws() == 0 ? "" : ", as it stands and with %d draws of the numbers".formatted(order.draws()));
        err.flush();
        try {
            return ClusterRun.play(spark, order, cores);
        } catch (Exception e) { // Scala throws checked ones without saying so
            throw failed(spark, e);
        }
    }

    /** Spark tells a failure with all its calls; a person needs the first line. */
    private static RuntimeException failed(SparkSession spark, Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SparkException) {
                String said =
                        String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
                return new Refusal("Spark could not finish: %s%nNothing was written.".formatted(said));
            }
        }
        if (spark.sparkContext().isStopped()) {
            return new Refusal(
                    "Spark stopped in the middle of the run; what its master and its machines wrote into their logs"
                            + " tells why. Nothing was written.");
        }
        return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }

    private void print(Order order, ClusterRun run) {
        Summary summary = new Summary(order, run);
        if (options.json()) {
            out.print(summary.json());
        } else {
            summary.print(out);
        }
        out.flush();
    }

    private static void write(Order order, ClusterRun run, ResultFolder results) {
        try {
            results.table(run.table(), run.rows());
            List<String> documents = run.documents();
            for (int p = 0; p < documents.size(); p++) {
                Place place = order.places().get(p);
                results.text("answers/%s.json".formatted(place.id()), documents.get(p));
                for (var file : place.files().entrySet()) {
                    results.text("models/%s/%s".formatted(place.id(), file.getKey()), file.getValue());
                }
            }
            results.text(ResultFolder.RUN, RunJson.text(order, run.rows()));
            results.publish();
        } catch (IOException e) {
            throw results.refused(e);
        }
    }

    private Order order() {
        SequencedMap<String, Place> places = new LinkedHashMap<>();
        for (String name : options.models()) {
            Path path = Path.of(name);
            Model model = switch (ModelFolder.read(path)) {
                case Read.Good good -> good.model();
                case Read.Bad bad ->
                    throw new Refusal("%s%n%nThe model cannot be used as it is. whorl check %s tells the same."
                            .formatted(bad.text(), name));
            };
            Check.warnings(model).forEach(doubt -> err.printf("Note: %s: %s%n", name, doubt));
            String id = id(path);
            try {
                Place place = Place.of(id, model, scenarios(name, model), options.draws(), options.seed());
                if (places.put(id, place) != null) {
                    throw new Refusal(
                            "Two of the models lie in a folder called %s, which is the name of the place in the"
                                            .formatted(id)
                                    + " results. Rename one.");
                }
            } catch (IOException e) {
                throw new Refusal("Cannot write to the folder for temporary files: %s".formatted(e.getMessage()));
            }
        }
        return new Order(List.copyOf(places.values()), options.draws(), options.replications(), options.seed());
    }

    /** The name of the model's folder. */
    private static String id(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        Path folder = whole.endsWith(ModelFolder.MODEL) ? whole.getParent() : whole;
        return String.valueOf(folder == null ? whole : folder.getFileName()).replaceAll("[^\\p{L}\\p{N}._-]", "-");
    }

    private List<String> scenarios(String name, Model model) {
        List<String> known = model.scenarios().stream().map(Scenario::id).toList();
        if (options.scenarios().isEmpty()) {
            return known;
        }
        List<String> chosen = new ArrayList<>();
        for (String id : options.scenarios()) {
            if (id.equals(Scenario.BASE) || chosen.contains(id)) {
                continue;
            }
            try {
                chosen.add(model.scenario(id).id());
            } catch (IllegalArgumentException e) {
                throw new Refusal("%s: %s".formatted(name, e.getMessage()));
            }
        }
        return chosen;
    }

    private SparkSession session() {
        SparkSession.Builder builder = SparkSession.builder()
                .appName("whorl")
                .master(options.master().url())
                // No page and no open port that nobody asked for.
                .config("spark.ui.enabled", "false")
                // Without it Hadoop puts a file with a checksum beside each file on a local disk.
                .config("spark.hadoop.fs.file.impl", "org.apache.hadoop.fs.RawLocalFileSystem");
        if (options.master().isLocal()) {
            builder.config("spark.driver.host", "localhost").config("spark.driver.bindAddress", "127.0.0.1");
        } else {
            builder.config("spark.jars", String.join(",", Carried.jars()));
        }
        options.conf().forEach(builder::config);
        try {
            return builder.getOrCreate();
        } catch (Exception e) { // Scala throws checked ones without saying so
            throw new Refusal(
                    "Spark could not begin at %s: %s".formatted(options.master().url(), e.getMessage()));
        }
    }
}

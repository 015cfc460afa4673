package org.whorl.cluster;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.whorl.engine.model.Spelling;

/**
 * What the cluster's process is told.
 *
 * @param help whether only the usage is wanted
 * @param models folders with a model; each is a place
 * @param scenarios ids; none for all a model has
 * @param replications of each scenario with each draw
 * @param draws of the model's numbers, beside the model as it stands
 * @param seed of chance and of the draws
 * @param master where it runs
 * @param out the folder to write; null for none
 * @param json whether to print one JSON document
 * @param conf further settings of Spark
 */
record ClusterOptions(
        boolean help,
        List<String> models,
        List<String> scenarios,
        int replications,
        int draws,
        long seed,
        Master master,
        @Nullable String out,
        boolean json,
        SequencedMap<String, String> conf) {

    private static final int MOST_REPLICATIONS = 1_000_000;
    private static final int MOST_DRAWS = 100_000;

    static final String USAGE = """
            Usage: whorl cluster run MODEL... --master MASTER [--scenario S]... [--replications N] [--draws D]
                                     [--seed N] [--out DIR] [--json] [--conf KEY=VALUE]...

            Plays people through models as whorl run does, to the same numbers, on many machines with Apache Spark.
            Each MODEL is a place: a folder with model.yaml, or that file itself.

              --master MASTER     local[2] (this machine, with so many at once; local[*]: every core),
                                  spark://host:7077, yarn or k8s://https://host:6443
              --scenario S        a scenario to compare with the model as it stands; may be given again. Without any,
                                  all the model has; base for none
              --replications N    how many times the days are played in each scenario and draw (100)
              --draws D           how many times the models' numbers are drawn from what is known of them, beside the
                                  model as it stands (0)
              --seed N            where chance begins: the same seed gives the same answer (1)
              --out DIR           write a folder with the results as Parquet and JSON; a path every machine shares,
                                  such as hdfs://..., unless all runs on this one
              --json              print one JSON document and nothing else on standard output; for one model without
                                  draws that of whorl run
              --conf KEY=VALUE    a setting of Spark, such as spark.executor.memory=2g; may be given again

            Exit status: 0 done, 2 the command or a model is wrong, or it could not be done.
            docs/guide/national-run.md tells how to run a whole country.
            """;

    private static final List<String> NAMES = List.of(
            "--master", "--scenario", "--replications", "--draws", "--seed", "--out", "--json", "--conf", "--help");

    /**
     * Reads the arguments.
     *
     * @throws Refusal saying what is wrong and what would be right
     */
    static ClusterOptions read(List<String> arguments) {
        Iterator<String> rest = arguments.iterator();
        if (!rest.hasNext() || !rest.next().equals("cluster") || !rest.hasNext()) {
            return helping();
        }
        String command = rest.next();
        if (command.equals("--help") || command.equals("-h")) {
            return helping();
        }
        if (!command.equals("run")) {
            throw misunderstood("%s is not known here; did you mean run?".formatted(command));
        }
        List<String> models = new ArrayList<>();
        List<String> scenarios = new ArrayList<>();
        SequencedMap<String, String> conf = new LinkedHashMap<>();
        long replications = 100;
        long draws = 0;
        long seed = 1;
        Master master = null;
        String out = null;
        boolean json = false;
        while (rest.hasNext()) {
            String argument = rest.next();
            int equals = argument.indexOf('=');
            boolean joined = argument.startsWith("--") && equals > 0;
            String name = joined ? argument.substring(0, equals) : argument;
            String said = joined ? argument.substring(equals + 1) : null;
            switch (name) {
                case "--help", "-h" -> {
                    return helping();
                }
                case "--json" -> json = true;
                case "--master" -> master = Master.of(value(name, said, rest));
                case "--scenario" -> scenarios.add(value(name, said, rest));
                case "--out" -> out = value(name, said, rest);
                case "--seed" -> seed = number(name, value(name, said, rest), Long.MIN_VALUE, Long.MAX_VALUE);
                case "--draws" -> draws = number(name, value(name, said, rest), 0, MOST_DRAWS);
                case "--replications" -> replications = number(name, value(name, said, rest), 1, MOST_REPLICATIONS);
                case "--conf" -> setting(value(name, said, rest), conf);
                default -> {
                    if (name.startsWith("-")) {
                        throw misunderstood(Spelling.nearest(name, NAMES)
                                .map(near -> "%s is not known here; did you mean %s?".formatted(name, near))
                                .orElse("%s is not known here.".formatted(name)));
                    }
                    models.add(argument);
                }
            }
        }
        if (models.isEmpty()) {
            throw misunderstood("Which model? Name a folder that holds model.yaml.");
        }
        if (master == null) {
            throw misunderstood("Where shall it run? --master " + Master.KNOWN);
        }
        return new ClusterOptions(
                false,
                List.copyOf(models),
                List.copyOf(scenarios),
                (int) replications,
                (int) draws,
                seed,
                master,
                out,
                json,
                conf);
    }

    private static ClusterOptions helping() {
        return new ClusterOptions(
                true, List.of(), List.of(), 1, 0, 1, new Master("local"), null, false, new LinkedHashMap<>());
    }

    private static Refusal misunderstood(String sentence) {
        return new Refusal("%s%nTry: whorl cluster run --help".formatted(sentence));
    }

    private static String value(String name, @Nullable String said, Iterator<String> rest) {
        if (said != null) {
            return said;
        }
        if (!rest.hasNext()) {
            throw misunderstood(name + " needs a value.");
        }
        return rest.next();
    }

    private static long number(String name, String text, long least, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Told below, like a number out of bounds.
        }
        throw misunderstood(
                least == Long.MIN_VALUE
                        ? "%s must be a whole number, not %s".formatted(name, text)
                        : "%s must be from %d to %d, not %s".formatted(name, least, most, text));
    }

    private static void setting(String text, SequencedMap<String, String> conf) {
        int equals = text.indexOf('=');
        if (!text.startsWith("spark.") || equals < 0) {
            throw misunderstood(
                    "--conf needs a setting of Spark, such as spark.executor.memory=2g, not %s".formatted(text));
        }
        conf.put(text.substring(0, equals), text.substring(equals + 1));
    }
}

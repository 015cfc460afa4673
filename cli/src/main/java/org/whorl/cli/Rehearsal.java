package org.whorl.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The everyday commands, played once while the launcher records which classes they need, so that later starts find
 * these loaded and linked. Arguments: the folder of examples, a folder to write in.
 */
final class Rehearsal {
    private Rehearsal() {}

    public static void main(String[] arguments) {
        var model = Path.of(arguments[0], "one-team");
        var lines = Files.isDirectory(model) ? everyday(model.toString(), arguments[1]) : List.of(List.of("--help"));
        for (var line : lines) {
            int status = Whorl.commandLine().execute(line.toArray(String[]::new));
            System.out.println("whorl " + String.join(" ", line) + ": exit status " + status);
        }
    }

    private static List<List<String>> everyday(String model, String scratch) {
        return List.of(
                List.of("--help"),
                List.of("check", model),
                List.of("check", model, "--json"),
                List.of("preview", model),
                List.of("preview", model, "--json"),
                List.of("run", model, "--replications", "4", "--out", scratch + "/report"),
                List.of("run", model, "--replications", "2", "--json"));
    }
}

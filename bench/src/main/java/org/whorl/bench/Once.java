package org.whorl.bench;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.whorl.files.ModelFolder;

/** Plays a model folder once on one thread and prints the mean waits: MODEL REPLICATIONS SEED. */
final class Once {
    private Once() {}

    public static void main(String[] arguments) {
        var model = ModelFolder.read(Path.of(arguments[0])).orThrow();
        var lap =
                new Entrant.Engine("once", model, 1).run(Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
        System.out.println(lap.waits().stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }
}

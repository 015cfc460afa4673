package org.whorl.cluster;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** What the command said and how it left, as a person at a terminal would see it. */
record Said(int status, String out, String err) {

    static Said by(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int status = Cluster.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Said(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The repository's own folder of examples. */
    static String example(String name) {
        return Path.of(Objects.requireNonNull(System.getProperty("whorl.root")), "examples", name)
                .toString();
    }
}

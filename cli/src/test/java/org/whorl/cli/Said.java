package org.whorl.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Objects;
import picocli.CommandLine;

/** What a command said and how it left, as a person at a terminal would see it. */
record Said(int status, String out, String err) {

    static Said by(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command =
                Whorl.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int status = command.execute(arguments);
        return new Said(status, out.toString(), err.toString());
    }

    /** The repository's own folder of examples. */
    static String example(String name) {
        return Path.of(Objects.requireNonNull(System.getProperty("whorl.root")), "examples", name)
                .toString();
    }
}

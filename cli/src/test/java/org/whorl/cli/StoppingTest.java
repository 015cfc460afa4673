package org.whorl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process, stopped in the middle of its work as Ctrl-C or a shutdown would. */
class StoppingTest {

    @TempDir
    private Path scratch;

    @Test
    void aRunThatIsStoppedSaysSoAndLeavesNothingBehind() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.whorl.cli.Whorl",
                        "run",
                        Said.example("one-team"),
                        "--replications",
                        "1000000",
                        "--out",
                        scratch.resolve("report").toString())
                .start();
        try (BufferedReader err = process.errorReader()) {
            assertThat(err.readLine()).startsWith("Running One team");

            process.toHandle().destroy(); // the signal a shutdown sends; Ctrl-C takes the same way

            assertThat(err.readLine()).startsWith("Stopped: stopped after").endsWith("Nothing was written.");
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        try (Stream<Path> left = Files.list(scratch)) {
            assertThat(left).isEmpty();
        }
    }
}

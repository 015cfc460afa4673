package org.whorl.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.whorl.engine.answer.Progress;
import org.whorl.engine.model.Model;
import org.whorl.engine.simulation.Plan;
import org.whorl.engine.simulation.Simulation;
import org.whorl.files.AnswerJson;
import org.whorl.files.ModelFolder;

/** A real cluster of processes loses a machine in the middle of a run, and the answer is what it would have been. */
@Tag("long")
class LostExecutorTest {

    private static final int REPLICATIONS = 6_000;

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void killedInTheMiddleItPlaysAgainWithoutCountingTwice() throws IOException, InterruptedException {
        String model = Said.example("one-team");
        try (LocalCluster cluster = LocalCluster.start(folder)) {
            Process run = cluster.submit(
                    "cluster",
                    "run",
                    model,
                    "--replications",
                    "" + REPLICATIONS,
                    "--json",
                    "--conf",
                    "spark.executor.memory=512m");
            cluster.waitFor(run, "10 % played");
            ProcessHandle executor = cluster.executors().getFirst();
            assertThat(executor.destroyForcibly()).isTrue();
            cluster.waitFor(run, "is lost; what it had is played again");
            assertThat(cluster.said()).as("killed in the middle").doesNotContain("100 % played");
            assertThat(run.waitFor()).as(cluster.said()).isZero();

            assertThat(cluster.answered()).isEqualTo(alone(model));
        }
    }

    private static String alone(String folder) {
        Model model = ModelFolder.read(Path.of(folder)).orThrow();
        Plan plan = new Plan(List.of("two-fewer"), 1, new Plan.Stop.Replications(REPLICATIONS), 2);
        return AnswerJson.text(Simulation.run(model, plan, Progress.SILENT));
    }
}

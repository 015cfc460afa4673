package org.whorl.bench;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.whorl.engine.model.Model;
import org.whorl.files.ModelFolder;
import org.whorl.files.Read;

/** D2A-3, piece by piece. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class D2a3 {

    private final Path folder = Path.of(System.getProperty("whorl.d2a3"));
    private final Model model = ModelFolder.read(folder).orThrow();
    private final Entrant.Engine engine = new Entrant.Engine("jmh", model, 1);

    /** Reading and checking the model folder. */
    @Benchmark
    public Read read() {
        return ModelFolder.read(folder);
    }

    /** Ten replications on one thread. */
    @Benchmark
    public Object tenReplications() {
        return engine.run(10, 1);
    }
}

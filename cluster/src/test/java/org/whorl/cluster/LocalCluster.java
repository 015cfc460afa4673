package org.whorl.cluster;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A cluster of Spark's own on this machine: a master and two workers, each a process, from the jars of this module's class
 * path. The workers have what a Spark has and nothing of Whorl, which comes to them with the run, as it would elsewhere.
 */
final class LocalCluster implements AutoCloseable {

    /** What a Spark on other machines does not have. */
    private static final Pattern OURS =
            Pattern.compile("(engine|draw|files|cluster)-.*|jackson-core-3.*|snakeyaml-engine.*|fastcsv.*|fastexcel.*");

    private static final String HERE = "127.0.0.1";

    private final Path folder;
    private final int port;
    private final List<Process> processes = new ArrayList<>();
    private final List<Process> workers = new ArrayList<>();

    private LocalCluster(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    static LocalCluster start(Path folder) throws IOException, InterruptedException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        LocalCluster cluster = new LocalCluster(folder, port);
        cluster.layOut();
        cluster.process(
                "master",
                "spark",
                "org.apache.spark.deploy.master.Master",
                "--host",
                HERE,
                "--port",
                "" + port,
                "--webui-port",
                "0");
        cluster.waitForTheMaster();
        for (String name : List.of("worker-1", "worker-2")) {
            cluster.workers.add(cluster.process(
                    name,
                    "spark",
                    "org.apache.spark.deploy.worker.Worker",
                    "--host",
                    HERE,
                    "--webui-port",
                    "0",
                    "--cores",
                    "1",
                    "--memory",
                    "1g",
                    "--work-dir",
                    folder.resolve(name).toString(),
                    cluster.url()));
        }
        return cluster;
    }

    private String url() {
        return "spark://%s:%d".formatted(HERE, port);
    }

    private void layOut() throws IOException {
        Path spark = Files.createDirectories(folder.resolve("spark/jars"));
        Path whorl = Files.createDirectories(folder.resolve("whorl/jars"));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                // A module that has been compiled and not yet packed.
                if (path.endsWith("classes")) {
                    pack(path, whorl.resolve(path.getName(path.getNameCount() - 3) + "-packed.jar"));
                }
            } else if (Files.exists(path)) {
                String name = path.getFileName().toString();
                Path home = OURS.matcher(name).matches() ? whorl : spark;
                Files.createSymbolicLink(home.resolve(name), path.toAbsolutePath());
            }
        }
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(jar));
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> paths = Files.walk(classes)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(path).toString().replace(File.separatorChar, '/')));
                Files.copy(path, out);
            }
        }
    }

    /** Starts the command in a process of its own. */
    Process submit(String... command) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of(
                "--master",
                url(),
                "--conf",
                "spark.driver.host=" + HERE,
                "--conf",
                "spark.driver.bindAddress=" + HERE));
        return process("run", "whorl", "org.whorl.cluster.Cluster", arguments.toArray(String[]::new));
    }

    private Process process(String name, String jars, String mainClass, String... arguments) throws IOException {
        String spark = folder.resolve("spark/jars") + "/*";
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                jars.equals("spark") ? spark : folder.resolve("whorl/jars") + "/*" + File.pathSeparator + spark,
                mainClass));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve(name + ".out").toFile())
                .redirectError(folder.resolve(name + ".err").toFile());
        builder.environment()
                .putAll(Map.of(
                        "SPARK_HOME",
                        folder.resolve("spark").toString(),
                        "SPARK_LOCAL_IP",
                        HERE,
                        "SPARK_SCALA_VERSION",
                        "2.13",
                        "JAVA_HOME",
                        System.getProperty("java.home")));
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    /** The processes that play. */
    List<ProcessHandle> executors() {
        return workers.stream()
                .flatMap(worker -> worker.toHandle().descendants())
                .toList();
    }

    String answered() throws IOException {
        return Files.readString(folder.resolve("run.out"));
    }

    String said() {
        try {
            return Files.readString(folder.resolve("run.err"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until a run has said something. */
    void waitFor(Process run, String words) throws InterruptedException {
        while (!said().contains(words)) {
            if (!run.isAlive()) {
                throw new AssertionError("It ended without saying %s:%n%s".formatted(words, said()));
            }
            Thread.sleep(20);
        }
    }

    private void waitForTheMaster() throws InterruptedException, IOException {
        while (true) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
                return;
            } catch (IOException _) {
                if (!processes.getFirst().isAlive()) {
                    throw new AssertionError(Files.readString(folder.resolve("master.err")));
                }
                Thread.sleep(100);
            }
        }
    }

    @Override
    public void close() {
        List<ProcessHandle> all = new ArrayList<>(executors());
        processes.reversed().forEach(process -> all.add(process.toHandle()));
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle each : all) {
            each.onExit().join();
        }
    }
}

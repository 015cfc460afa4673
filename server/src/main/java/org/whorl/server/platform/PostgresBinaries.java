package org.whorl.server.platform;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs that travel in a jar, unpacked once into the data folder. */
final class PostgresBinaries {

    /** Names the folder the programs live in, so that a newer release never meets an older one's files. */
    static final String VERSION = "18.6";

    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    /**
     * Unpacks the programs below a folder unless they are there already.
     *
     * <p>Unpacking goes into a folder beside, which gets its name when it is complete: whoever pulls the plug half way
     * finds it begun anew next time.
     */
    static PostgresBinaries unpackedBelow(Path folder) throws IOException {
        Path home = home(folder);
        if (!areBelow(folder)) {
            Path half = home.resolveSibling(home.getFileName() + ".half");
            delete(half);
            Files.createDirectories(half);
            try (InputStream archive = archive();
                    InputStream tar = new XZInputStream(new BufferedInputStream(archive, 1 << 16))) {
                new TarArchive(tar).unpackInto(half);
            }
            Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresBinaries(home);
    }

    /** Are they unpacked there already? */
    static boolean areBelow(Path folder) {
        Path home = home(folder);
        return Files.isExecutable(home.resolve("bin/postgres")) || Files.exists(home.resolve("bin/postgres.exe"));
    }

    private static Path home(Path folder) {
        return folder.resolve("postgres-" + VERSION).toAbsolutePath().normalize();
    }

    /** The path of one of the programs: {@code initdb}, {@code pg_ctl}, {@code postgres}. */
    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private static InputStream archive() throws IOException {
        String name = "/postgres-%s-%s.txz".formatted(system(), processor());
        InputStream archive = PostgresBinaries.class.getResourceAsStream(name);
        if (archive == null) {
            throw new IOException("""
                    No PostgreSQL for this machine (%s) travels with Whorl. \
                    Give the address of one you have: --database postgresql://user:password@host:5432/whorl""".formatted(name));
        }
        return archive;
    }

    private static String system() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return "darwin";
        }
        return name.startsWith("windows") ? "windows" : "linux";
    }

    private static String processor() {
        String name = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return name.equals("aarch64") || name.equals("arm64") ? "arm_64" : "x86_64";
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

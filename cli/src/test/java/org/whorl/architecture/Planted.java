package org.whorl.architecture;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A class that breaks a rule, compiled for the test only.
 *
 * @param name full name of the class
 * @param statement what its only method does
 */
record Planted(String name, String statement) {

    /** Compiles on the class path, where no module stops it; the class file is what ArchUnit then judges. */
    void compile(List<Path> classPath, Path folder) {
        var said = javac(folder, List.of("--class-path", join(classPath)));
        if (!said.isEmpty()) {
            throw new AssertionError("The planted class should compile on the class path: " + said);
        }
    }

    /** Compiles as part of a module, as the build would; returns what javac says against it, empty if nothing. */
    String compileInside(String module, List<Path> modulePath, Path folder) {
        var path = join(modulePath);
        return javac(
                folder,
                List.of("--module-path", path, "--add-modules", module, "--patch-module", module + "=" + folder));
    }

    private String javac(Path folder, List<String> options) {
        int dot = name.lastIndexOf('.');
        var source = folder.resolve(name.replace('.', '/') + ".java");
        try {
            Files.createDirectories(source.getParent());
            Files.writeString(
                    source,
                    "package %s;\npublic class %s { public Object broken() throws Exception { %s } }"
                            .formatted(name.substring(0, dot), name.substring(dot + 1), statement));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var said = new StringWriter();
        var out = new PrintWriter(said);
        var arguments = Stream.concat(
                options.stream(), Stream.of("-proc:none", "-Xlint:none", "-d", folder.toString(), source.toString()));
        int status = ToolProvider.findFirst("javac").orElseThrow().run(out, out, arguments.toArray(String[]::new));
        return status == 0 ? "" : said.toString();
    }

    private static String join(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}

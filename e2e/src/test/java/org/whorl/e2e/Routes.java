package org.whorl.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.whorl.server.design.Language;

/** Every address that Whorl answers a GET on, read from the annotations that Spring maps, in the classes as they run. */
final class Routes {

    private static final String WEB = "Lorg/springframework/web/bind/annotation/";
    private static final Set<String> GET = Set.of(WEB + "GetMapping;", WEB + "RequestMapping;");

    // A blank may say what fits in it, with braces of its own: {id:[0-9a-f-]{36}}.
    private static final String BLANK = "\\{(?:[^{}]|\\{[^}]*})*}";

    private final List<String> patterns;

    private Routes(List<String> patterns) {
        // What is spelled out comes before what has a blank to fill in, as it does in Spring.
        this.patterns = patterns.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Routes::blanks).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    static Routes ofTheServer() {
        try {
            URI code = Language.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            if (!code.getPath().endsWith(".jar")) {
                return new Routes(in(Path.of(code)));
            }
            try (FileSystem jar = FileSystems.newFileSystem(Path.of(code))) {
                return new Routes(in(jar.getPath("/")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The patterns, as {@code /p/{slug}/plan}. */
    List<String> all() {
        return patterns;
    }

    /** The pattern that an address answers to. */
    Optional<String> of(String address) {
        String path = URI.create(address).getPath();
        return patterns.stream()
                .filter(pattern -> path.matches(pattern.replaceAll(BLANK, "[^/]+")))
                .findFirst();
    }

    private static List<String> in(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve("org/whorl/server"))) {
            List<String> found = new ArrayList<>();
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".class")).toList()) {
                ClassModel type = ClassFile.of().parse(Files.readAllBytes(file));
                List<String> before = mapped(type, Set.of(WEB + "RequestMapping;"))
                        .findFirst()
                        .orElse(List.of(""));
                type.methods()
                        .forEach(method -> mapped(method, GET)
                                .flatMap(List::stream)
                                .forEach(path -> before.forEach(prefix -> found.add(prefix + path))));
            }
            return found;
        }
    }

    /** For each such annotation the paths it names. */
    private static Stream<List<String>> mapped(AttributedElement element, Set<String> names) {
        return element.findAttribute(Attributes.runtimeVisibleAnnotations()).stream()
                .flatMap(all -> all.annotations().stream())
                .filter(each -> names.contains(each.className().stringValue()))
                .map(Routes::paths);
    }

    private static List<String> paths(Annotation annotation) {
        List<String> paths = annotation.elements().stream()
                .filter(element ->
                        element.name().equalsString("value") || element.name().equalsString("path"))
                .map(AnnotationElement::value)
                .flatMap(value ->
                        value instanceof AnnotationValue.OfArray array ? array.values().stream() : Stream.of(value))
                .map(value -> ((AnnotationValue.OfString) value).stringValue())
                .toList();
        return paths.isEmpty() ? List.of("") : paths;
    }

    private static int blanks(String pattern) {
        return pattern.length() - pattern.replace("{", "").length();
    }
}

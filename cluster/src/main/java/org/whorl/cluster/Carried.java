package org.whorl.cluster;

import java.net.URISyntaxException;
import java.net.URL;
import java.security.CodeSource;
import java.util.List;
import java.util.stream.Stream;
import org.whorl.engine.model.Model;
import org.whorl.files.ModelFolder;

/** What other machines need beside the Spark they have: Whorl, and what reads a model. They get it from this one. */
final class Carried {

    /** A class from each library; the libraries themselves are none of this module's business. */
    private static final List<String> LIBRARIES = List.of(
            "tools.jackson.core.json.JsonFactory",
            "org.snakeyaml.engine.v2.api.Load",
            "de.siegmar.fastcsv.reader.CsvReader");

    private Carried() {}

    /** The jars, as addresses. */
    static List<String> jars() {
        return Stream.concat(
                        Stream.of(Model.class, ModelFolder.class, Carried.class),
                        LIBRARIES.stream().map(Carried::named))
                .map(Carried::home)
                .distinct()
                .toList();
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name, false, Carried.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("Whorl is not whole: %s is missing".formatted(name), e);
        }
    }

    private static String home(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        URL location = source == null ? null : source.getLocation();
        if (location == null) {
            throw new IllegalStateException("%s comes from nowhere".formatted(type));
        }
        try {
            return location.toURI().toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}

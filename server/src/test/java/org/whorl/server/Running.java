package org.whorl.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.whorl.server.platform.TestBinaries;

/** One real Whorl on one real PostgreSQL for all tests of this run, begun with an empty data folder. */
final class Running {

    private static final Path DATA = Path.of("target", "test-data").toAbsolutePath();
    private static final ConfigurableApplicationContext CONTEXT = start();

    /** Long enough for everybody in the tests. */
    static final String PASSWORD = "three words and another";

    private static @Nullable Browser keeper;

    private Running() {}

    static String address() {
        return "http://localhost:"
                + ((WebServerApplicationContext) CONTEXT).getWebServer().getPort();
    }

    static <T> T bean(Class<T> type) {
        return CONTEXT.getBean(type);
    }

    static <T> T bean(String name, Class<T> type) {
        return CONTEXT.getBean(name, type);
    }

    static Path data() {
        return DATA;
    }

    /** Somebody new with a browser of their own. */
    static Browser browser() {
        return new Browser(address());
    }

    private static ConfigurableApplicationContext start() {
        deleteDatabase();
        try {
            TestBinaries.linkInto(DATA);
            Files.write(DATA.resolve("whorl.properties"), Organisation.settings());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ConfigurableApplicationContext context = WhorlServer.application(
                        ServeOptions.read(List.of("serve", "--port=0", "--data=" + DATA)))
                .run();
        Runtime.getRuntime().addShutdownHook(new Thread(context::close));
        return context;
    }

    private static void deleteDatabase() {
        Path database = DATA.resolve("database");
        if (!Files.exists(database)) {
            return;
        }
        try (Stream<Path> all = Files.walk(database)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first account, signed in; whoever keeps the house. */
    static synchronized Browser keeper() {
        if (keeper == null) {
            keeper = browser();
            keeper.open("/set-up?code=" + WhorlServerProbe.setUpCode(CONTEXT))
                    .send(Map.of("name", "Keeper", "email", "keeper@example.org", "password", PASSWORD));
            keeper.signIn("keeper@example.org", PASSWORD);
            keeper.setUpSecondStep();
        }
        return keeper;
    }
}

package org.whorl.server;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.aot.AotDetector;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.whorl.server.platform.Ground;

/** Starts the web application: {@code serve [--port N] [--data DIR] [--database URL]}. */
@SpringBootApplication(proxyBeanMethods = false, exclude = UserDetailsServiceAutoConfiguration.class)
public class WhorlServer {

    WhorlServer() {}

    /** Starts it and says where it is to be found; status 2 for bad usage or where it could not be done. */
    public static void main(String[] arguments) {
        ServeOptions options;
        try {
            options = ServeOptions.read(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        try {
            switch (options.command()) {
                case HELP -> System.out.println(ServeOptions.USAGE);
                case SERVE -> {
                    useWhatTheBuildWorkedOut();
                    application(options).run();
                }
                case BACKUP, RESTORE, VERIFY -> System.exit(new Keeping(options, System.out).run());
            }
        } catch (SpringApplication.AbandonedRunException e) {
            throw e; // the build has seen which parts there are
        } catch (IOException | SQLException | RuntimeException e) {
            System.err.println(
                    "whorl %s: %s".formatted(options.command().name().toLowerCase(Locale.ROOT), Trouble.said(e)));
            System.exit(2);
        }
    }

    /**
     * Starts it inside a program that goes on beside it.
     *
     * @param arguments as on the command line
     * @throws IllegalArgumentException saying what is wrong with them
     */
    public static ConfigurableApplicationContext begin(String... arguments) {
        return application(ServeOptions.read(List.of(arguments))).run();
    }

    /** The application with these options, not yet running. */
    static SpringApplication application(ServeOptions options) {
        SpringApplication application = new SpringApplication(WhorlServer.class);
        application.setMainApplicationClass(WhorlServer.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setDefaultProperties(Map.of(
                "server.port", Integer.toString(options.port()),
                "whorl.data", options.data()));
        Ground.layUnder(application, Path.of(options.data()), options.database());
        return application;
    }

    /** In the jar, how the parts are put together stands written; among classes just compiled it may be out of date. */
    static void useWhatTheBuildWorkedOut() {
        String here = String.valueOf(
                WhorlServer.class.getProtectionDomain().getCodeSource().getLocation());
        if (here.endsWith(".jar") && System.getProperty(AotDetector.AOT_ENABLED) == null) {
            System.setProperty(AotDetector.AOT_ENABLED, "true");
        }
    }
}

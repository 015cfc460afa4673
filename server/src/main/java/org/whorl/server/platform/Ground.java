package org.whorl.server.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;

/**
 * What the application stands on: its data folder and its database. Our own database starts in a thread of its own
 * while the application is put together, and stops when everything that stands on it is gone.
 */
public final class Ground implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Ground.class);

    private final DataFolder folder;
    private final FutureTask<Standing> standing;

    private Ground(DataFolder folder, FutureTask<Standing> standing) {
        this.folder = folder;
        this.standing = standing;
    }

    /**
     * Lays the ground under an application as soon as that is run.
     *
     * @param data the data folder
     * @param database the address of a database; empty for one of our own in the data folder
     */
    public static void layUnder(SpringApplication application, Path data, String database) {
        if (Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) {
            return; // the build asks only which parts there are
        }
        Laying laying = new Laying(data, database);
        application.addListeners((ApplicationListener<ApplicationStartingEvent>) _ -> laying.begin());
        application.addListeners((ApplicationListener<ApplicationFailedEvent>) _ -> laying.close());
        application.addInitializers(laying);
    }

    private static Ground begin(Path data, String database) throws IOException {
        DataFolder folder = DataFolder.take(data);
        FutureTask<Standing> standing = new FutureTask<>(() -> stand(folder.path(), database));
        Thread.ofPlatform().name("ground").start(standing);
        return new Ground(folder, standing);
    }

    private static Standing stand(Path data, String database) throws IOException {
        if (!database.isBlank()) {
            return new Standing(OutsidePostgres.checked(Database.at(database)), Optional.empty());
        }
        if (PrivatePostgres.isNewIn(data)) {
            System.out.println(
                    "First start: making a database in " + data.toAbsolutePath() + " (some seconds, only this once).");
        }
        PrivatePostgres postgres = PrivatePostgres.start(data);
        return new Standing(postgres.database(), Optional.of(postgres));
    }

    /** The database, as soon as it is there. */
    Database database() throws IOException {
        try {
            Standing stands = standing.get();
            stands.postgres()
                    .filter(PrivatePostgres::adopted)
                    .ifPresent(_ -> LOG.info("took over the PostgreSQL that still ran"));
            return stands.database();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException cause -> throw cause;
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new CompletionException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the database started", e);
        }
    }

    /** The data folder, where everything lies that is not in the database. */
    public Path folder() {
        return folder.path();
    }

    /** Stops our own database and lets others have the folder. */
    @Override
    public void close() {
        try {
            standing.get().postgres().ifPresent(PrivatePostgres::close);
        } catch (ExecutionException _) {
            // It never stood; whoever asked for it was told why.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        try {
            folder.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What there is once the database answers. */
    private record Standing(Database database, Optional<PrivatePostgres> postgres) {}

    /** Begins with the run, hands the ground to the parts, and takes it away again if nothing comes of them. */
    private static final class Laying implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        private final Path data;
        private final String database;
        private Optional<Ground> ground = Optional.empty();

        Laying(Path data, String database) {
            this.data = data;
            this.database = database;
        }

        void begin() {
            try {
                ground = Optional.of(Ground.begin(data, database));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            DefaultListableBeanFactory parts = (DefaultListableBeanFactory) context.getBeanFactory();
            ground.ifPresent(laid -> {
                parts.registerSingleton("ground", laid);
                // Registered first, and so left last.
                parts.registerDisposableBean("ground", laid::close);
            });
        }

        void close() {
            ground.ifPresent(Ground::close);
        }
    }
}

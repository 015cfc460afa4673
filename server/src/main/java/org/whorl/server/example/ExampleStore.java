package org.whorl.server.example;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The example in the database, written down as SQL. */
@Repository
class ExampleStore {

    private static final String FIND = "select id from partnership where slug = 'cwm-taf-morgannwg' and illustrative";

    private final JdbcTemplate jdbc;

    ExampleStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    boolean isLoaded() {
        return find().isPresent();
    }

    Optional<UUID> find() {
        return jdbc.queryForList(FIND, UUID.class).stream().findFirst();
    }

    UUID load() {
        run("cwm-taf-morgannwg.sql");
        UUID id = jdbc.queryForObject(FIND, UUID.class);
        if (id == null) {
            throw new IllegalStateException("the example was loaded and is not there");
        }
        return id;
    }

    void decide() {
        run("cwm-taf-morgannwg-thread.sql");
    }

    private void run(String script) {
        try {
            jdbc.execute(new ClassPathResource(script, ExampleStore.class).getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

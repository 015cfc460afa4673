package org.whorl.server.experiments;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.platform.Parameters;

/** Two ways to tell something, in the database. */
@Repository
class FramingStore {

    private final JdbcClient jdbc;

    FramingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Framings> find(UUID experiment) {
        return jdbc.sql("""
                        select f.*, coalesce(m.name, '') as checker from experiment_framing f
                        left join member m on m.partnership = f.partnership and m.id = f.checked_by where f.id = ?""").param(experiment).query((row, _) -> framings(row)).optional();
    }

    void add(UUID partnership, UUID experiment, Told told, String language, LocalDate today, Optional<UUID> member) {
        jdbc.sql("""
                        insert into experiment_framing (partnership, id, words_a, where_a, words_b, where_b, language, checked_on,
                            checked_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Parameters.of(
                        partnership,
                        experiment,
                        told.words(),
                        told.where(),
                        told.otherWords(),
                        told.otherWhere(),
                        language,
                        Date.valueOf(today),
                        member))
                .update();
    }

    /** How it is told, and where, both ways. */
    record Told(String words, String where, String otherWords, String otherWhere) {}

    private static Framings framings(ResultSet row) throws SQLException {
        @Nullable LocalDate counted = row.getObject("counted_on", LocalDate.class);
        return new Framings(
                row.getObject("id", UUID.class),
                way(row, "a", counted != null),
                way(row, "b", counted != null),
                row.getString("language"),
                row.getObject("checked_on", LocalDate.class),
                row.getString("checker"),
                Optional.ofNullable(counted),
                row.getInt("version"));
    }

    private static Framings.Way way(ResultSet row, String which, boolean counted) throws SQLException {
        return new Framings.Way(
                row.getString("words_" + which),
                row.getString("where_" + which),
                counted
                        ? Optional.of(Framings.Count.of(row.getInt("seen_" + which), row.getInt("did_" + which)))
                        : Optional.empty());
    }
}

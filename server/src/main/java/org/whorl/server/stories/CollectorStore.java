package org.whorl.server.stories;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who collects with us, in the database. */
@Repository
class CollectorStore {

    private final JdbcClient jdbc;

    CollectorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Collector> list() {
        return jdbc.sql("select id, name, kind from collector order by lower(name), id")
                .query((row, _) -> collector(row))
                .list();
    }

    /** Whoever holds that code, with their partnership. */
    Optional<Held> find(byte[] code) {
        return jdbc.sql("""
                        select c.*, p.name_en, p.name_cy from collector c join partnership p on p.id = c.partnership
                        where c.code = ?""")
                .param(code)
                .query((row, _) -> new Held(
                        row.getObject("partnership", UUID.class),
                        row.getString("name_en"),
                        row.getString("name_cy"),
                        collector(row)))
                .optional();
    }

    /** Somebody who collects, and for which partnership. */
    record Held(UUID partnership, String nameEn, String nameCy, Collector collector) {}

    /** Beside something else, where there is one. */
    static Optional<Collector> find(ResultSet row) throws SQLException {
        return row.getObject("collector", UUID.class) == null
                ? Optional.empty()
                : Optional.of(new Collector(
                        row.getObject("collector", UUID.class),
                        row.getString("name"),
                        Collector.Kind.find(row.getString("kind")).orElseThrow()));
    }

    private static Collector collector(ResultSet row) throws SQLException {
        return new Collector(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Collector.Kind.find(row.getString("kind")).orElseThrow());
    }

    /** False if there is one of that name. */
    boolean add(UUID partnership, Collector collector, byte[] code) {
        return jdbc.sql("""
                        insert into collector (partnership, id, name, kind, code) values (?, ?, ?, ?, ?)
                        on conflict (partnership, name) do nothing""")
                        .params(
                                partnership,
                                collector.id(),
                                collector.name(),
                                collector.kind().key(),
                                code)
                        .update()
                == 1;
    }

    boolean setCode(UUID id, byte[] code) {
        return jdbc.sql("update collector set code = ? where id = ?")
                        .params(code, id)
                        .update()
                == 1;
    }
}

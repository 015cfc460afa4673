package org.whorl.server.stories;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.platform.Parameters;

/** Boards for workshops, in the database. */
@Repository
class WorkshopStore {

    private final JdbcClient jdbc;

    WorkshopStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID partnership, Workshop workshop, Optional<UUID> member) {
        jdbc.sql("""
                        insert into workshop (partnership, id, name, spiral, said, teller, age, country, place, audiences,
                            opened_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Parameters.of(
                        partnership,
                        workshop.id(),
                        workshop.name(),
                        workshop.spiral(),
                        workshop.said(),
                        workshop.teller(),
                        workshop.age().key(),
                        workshop.country(),
                        workshop.place(),
                        HeldStore.keys(workshop.audiences()),
                        member))
                .update();
    }

    List<Workshop> list() {
        return jdbc.sql("select * from workshop order by opened_at desc, id")
                .query((row, _) -> workshop(row))
                .list();
    }

    boolean close(UUID id) {
        return jdbc.sql("update workshop set closed_at = now() where id = ? and closed_at is null")
                        .param(id)
                        .update()
                == 1;
    }

    private static Workshop workshop(ResultSet row) throws SQLException {
        return new Workshop(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Optional.ofNullable(row.getObject("spiral", UUID.class)),
                row.getString("said"),
                row.getString("teller"),
                Age.valueOf(row.getString("age").toUpperCase(Locale.ROOT).replace('-', '_')),
                row.getString("country"),
                Optional.ofNullable(row.getObject("place", UUID.class)),
                Arrays.stream((String[]) row.getArray("audiences").getArray())
                        .map(Audience::of)
                        .collect(Collectors.toSet()),
                row.getTimestamp("closed_at") == null);
    }
}

package org.whorl.server.stories;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.platform.Parameters;

/** What stories were told about, in the database; hidden like the stories themselves. */
@Repository
class AboutStore {

    private final JdbcClient jdbc;
    private final HeldStore held;

    AboutStore(JdbcClient jdbc, HeldStore held) {
        this.jdbc = jdbc;
        this.held = held;
    }

    /** Said twice it is said once. */
    void put(UUID partnership, UUID contribution, About about) {
        held.inCare(() -> jdbc.sql("""
                        insert into story_about (partnership, contribution, kind, thing, site, day) values (?, ?, ?, ?, ?, ?)
                        on conflict do nothing""")
                .params(Parameters.of(
                        partnership,
                        contribution,
                        about.kind(),
                        about.thing(),
                        about.site(),
                        about.day().map(Date::valueOf)))
                .update());
    }

    List<About> list(String kind, UUID thing) {
        return held.inCare(
                () -> jdbc.sql("select * from story_about where kind = ? and thing = ? order by day, contribution")
                        .params(kind, thing)
                        .query((row, _) -> about(row))
                        .list());
    }

    /** About all things of a kind. */
    List<About> list(String kind) {
        return held.inCare(() -> jdbc.sql("select * from story_about where kind = ? order by day, contribution")
                .param(kind)
                .query((row, _) -> about(row))
                .list());
    }

    private static About about(ResultSet row) throws SQLException {
        return new About(
                row.getObject("contribution", UUID.class),
                row.getString("kind"),
                row.getObject("thing", UUID.class),
                row.getString("site"),
                Optional.ofNullable(row.getObject("day", LocalDate.class)));
    }
}

package org.whorl.server.voices;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far people have a say, in the database. */
@Repository
class InvolvementStore {

    private final JdbcClient jdbc;

    InvolvementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first. */
    List<Involvement> list(UUID spiral) {
        return jdbc.sql("select * from involvement where spiral = ? order by said_on desc, md5(why)")
                .param(spiral)
                .query((row, _) -> new Involvement(
                        row.getObject("member", UUID.class),
                        Involvement.Level.find(row.getString("level")).orElseThrow(),
                        row.getString("why"),
                        row.getString("language"),
                        row.getObject("said_on", LocalDate.class)))
                .list();
    }

    /** One of a member for a spiral: the last counts. */
    void put(UUID partnership, UUID spiral, Involvement said) {
        jdbc.sql("""
                        insert into involvement values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (partnership, spiral, member) do update set level = excluded.level, why = excluded.why,
                            language = excluded.language, said_on = excluded.said_on""")
                .params(partnership, spiral, said.member(), said.level().key(), said.why(), said.language(), said.on())
                .update();
    }

    void remove(UUID spiral, UUID member) {
        jdbc.sql("delete from involvement where spiral = ? and member = ?")
                .params(spiral, member)
                .update();
    }
}

package org.whorl.server.strengths;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What members say they are good at, in the database. */
@Repository
class OwnStrengthStore {

    private final JdbcClient jdbc;

    OwnStrengthStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OwnStrength> list() {
        return jdbc.sql("""
                        select s.*, m.name from own_strength s
                        join member m on m.partnership = s.partnership and m.id = s.member
                        where m.left_on is null order by m.name, m.id""")
                .query((row, _) -> new OwnStrength(
                        row.getObject("member", UUID.class),
                        row.getString("name"),
                        row.getString("words"),
                        row.getString("language"),
                        row.getString("seen_by").equals("members")))
                .list();
    }

    void put(UUID partnership, OwnStrength own, LocalDate today) {
        jdbc.sql("""
                        insert into own_strength values (?, ?, ?, ?, ?, ?)
                        on conflict (partnership, member) do update set words = excluded.words,
                            language = excluded.language, seen_by = excluded.seen_by, said_on = excluded.said_on""")
                .params(
                        partnership,
                        own.member(),
                        own.words(),
                        own.language(),
                        own.forMembers() ? "members" : "facilitators",
                        today)
                .update();
    }

    void remove(UUID member) {
        jdbc.sql("delete from own_strength where member = ?").param(member).update();
    }
}

package org.whorl.server.decisions;

import java.sql.Date;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who sees to what, in the database. */
@Repository
class ChargeStore {

    private final JdbcClient jdbc;

    ChargeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is kept of who sees to something. */
    record Kept(
            UUID member, String name, Charge.State state, String why, String language, LocalDate since, int version) {}

    /** All of it, by kind and subject with a space between. */
    Map<String, Kept> list() {
        Map<String, Kept> kept = new HashMap<>();
        jdbc.sql("""
                        select c.*, m.name from charge c
                        join member m on m.partnership = c.partnership and m.id = c.member where m.left_on is null""").query((RowCallbackHandler) row -> kept.put(
                row.getString("kind") + " " + row.getString("subject"),
                new Kept(
                        row.getObject("member", UUID.class),
                        row.getString("name"),
                        Charge.State.of(row.getString("state")),
                        row.getString("why"),
                        row.getString("language"),
                        row.getObject("since", LocalDate.class),
                        row.getInt("version"))));
        return kept;
    }

    /** Somebody is given something; false if somebody else has given it since that version. */
    boolean give(UUID partnership, String kind, String subject, UUID member, int seen, LocalDate day) {
        return jdbc.sql("""
                        insert into charge (partnership, id, kind, subject, member, since)
                        values (?, gen_random_uuid(), ?, ?, ?, ?)
                        on conflict (partnership, kind, subject) do update set member = excluded.member, state = 'given',
                            why = '', since = excluded.since, version = charge.version + 1 where charge.version = ?""")
                        .params(partnership, kind, subject, member, Date.valueOf(day), seen)
                        .update()
                == 1;
    }

    /** Whoever sees to it answers; false if somebody else has it by now. */
    boolean answer(
            UUID partnership,
            String kind,
            String subject,
            UUID member,
            Charge.State state,
            String why,
            String language,
            LocalDate day) {
        return jdbc.sql("""
                        insert into charge (partnership, id, kind, subject, member, state, why, language, since)
                        values (?, gen_random_uuid(), ?, ?, ?, ?, ?, ?, ?)
                        on conflict (partnership, kind, subject) do update set member = excluded.member,
                            state = excluded.state, why = excluded.why, language = excluded.language, since = excluded.since,
                            version = charge.version + 1""")
                        .params(partnership, kind, subject, member, state.key(), why, language, Date.valueOf(day))
                        .update()
                == 1;
    }

    void forget(String kind, String subject) {
        jdbc.sql("delete from charge where kind = ? and subject = ?")
                .params(kind, subject)
                .update();
    }
}

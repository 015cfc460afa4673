package org.whorl.server.people;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Wrong tries in the database. */
@Repository
class TryStore {

    private final JdbcClient jdbc;

    TryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Instant> findLock(byte[] name) {
        return jdbc.sql("select locked_until from sign_in_try where name = ? and locked_until is not null")
                .param(name)
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /** Counts in the database, so that tries at the same moment are all counted; begins anew after a quiet time. */
    int count(byte[] name, Instant now, Instant forgottenBefore) {
        return jdbc.sql("""
                        insert into sign_in_try (name, failures, last_at) values (?, 1, ?)
                        on conflict (name) do update set
                            failures = case when sign_in_try.last_at < ? then 1 else sign_in_try.failures + 1 end,
                            last_at = excluded.last_at
                        returning failures""")
                .params(name, Timestamp.from(now), Timestamp.from(forgottenBefore))
                .query(Integer.class)
                .single();
    }

    int lock(byte[] name, Instant until) {
        return jdbc.sql("update sign_in_try set locked_until = ? where name = ?")
                .params(Timestamp.from(until), name)
                .update();
    }

    int forget(byte[] name) {
        return jdbc.sql("delete from sign_in_try where name = ?").param(name).update();
    }

    int forgetBefore(Instant before) {
        return jdbc.sql("delete from sign_in_try where last_at < ?")
                .param(Timestamp.from(before))
                .update();
    }
}

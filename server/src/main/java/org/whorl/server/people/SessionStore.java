package org.whorl.server.people;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.platform.Parameters;

/** Sessions in the database; of their secrets only the fingerprints. One statement each, with or without a transaction. */
@Repository
class SessionStore {

    private final JdbcClient jdbc;

    SessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A session to be kept.
     *
     * @param secret the fingerprint of what is in the cookie
     * @param who nobody before signing in
     * @param device what it is on
     * @param content what it holds
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Row(
            byte[] secret,
            Optional<SignedIn> who,
            String device,
            byte[] content,
            Instant beganAt,
            Instant seenAt,
            Instant expiresAt) {}

    /** A session as it was kept. */
    @SuppressWarnings("ArrayRecordComponent")
    record Kept(byte[] content, Instant beganAt, Instant seenAt) {}

    void add(Row row) {
        jdbc.sql("""
                        insert into session (secret, id, account, stamp, device, content, began_at, seen_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Parameters.of(
                        row.secret(),
                        UUID.randomUUID(),
                        row.who().map(SignedIn::account),
                        row.who().map(SignedIn::stamp),
                        row.device(),
                        row.content(),
                        Timestamp.from(row.beganAt()),
                        Timestamp.from(row.seenAt()),
                        Timestamp.from(row.expiresAt())))
                .update();
    }

    /** Changes it and, where it has a new one, its secret. Nothing happens if it has been ended meanwhile. */
    int change(byte[] before, Row row) {
        return jdbc.sql("""
                        update session set secret = ?, account = ?, stamp = ?, device = ?, content = ?, began_at = ?,
                            seen_at = ?, expires_at = ?
                        where secret = ?""")
                .params(Parameters.of(
                        row.secret(),
                        row.who().map(SignedIn::account),
                        row.who().map(SignedIn::stamp),
                        row.device(),
                        row.content(),
                        Timestamp.from(row.beganAt()),
                        Timestamp.from(row.seenAt()),
                        Timestamp.from(row.expiresAt()),
                        before))
                .update();
    }

    /** Notes that it was used. */
    int see(Row row) {
        return jdbc.sql("update session set seen_at = ?, expires_at = ? where secret = ?")
                .params(Timestamp.from(row.seenAt()), Timestamp.from(row.expiresAt()), row.secret())
                .update();
    }

    Optional<Kept> find(byte[] secret, Instant now) {
        return jdbc.sql("select content, began_at, seen_at from session where secret = ? and expires_at > ?")
                .params(secret, Timestamp.from(now))
                .query((row, _) -> new Kept(
                        row.getBytes(1),
                        row.getTimestamp(2).toInstant(),
                        row.getTimestamp(3).toInstant()))
                .optional();
    }

    /** An account's sessions that still hold, the one used last first. */
    List<OwnSession> list(UUID account, byte[] here, Instant now, Instant beganAfter) {
        return jdbc.sql("""
                        select s.id, s.device, s.began_at, s.seen_at, s.secret = ? as here
                        from session s join account a on a.id = s.account and a.stamp = s.stamp
                        where s.account = ? and s.expires_at > ? and s.began_at > ?
                        order by here desc, s.seen_at desc""")
                .params(here, account, Timestamp.from(now), Timestamp.from(beganAfter))
                .query((row, _) -> new OwnSession(
                        row.getObject("id", UUID.class),
                        row.getString("device"),
                        row.getTimestamp("began_at").toInstant(),
                        row.getTimestamp("seen_at").toInstant(),
                        row.getBoolean("here")))
                .list();
    }

    int remove(byte[] secret) {
        return jdbc.sql("delete from session where secret = ?").param(secret).update();
    }

    /** Ends one of an account's own. */
    int remove(UUID account, UUID session) {
        return jdbc.sql("delete from session where id = ? and account = ?")
                .params(session, account)
                .update();
    }

    int removeExpired(Instant now) {
        return jdbc.sql("delete from session where expires_at <= ?")
                .param(Timestamp.from(now))
                .update();
    }
}

package org.whorl.server.spirals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.platform.Parameters;

/** Who has been asked what, in the database: members by asks, others by a fingerprint of how they were reached. */
@Repository
class AskedStore {

    private static final String MEMBERS = """
            select a.id, w.name as whom, a.what, s.language, coalesce(b.name, '') as by, a.asked_on, 'page' as route
            from ask a
            join spiral s on s.partnership = a.partnership and s.id = a.spiral
            join member w on w.partnership = a.partnership and w.id = a.asked_of
            left join member b on b.partnership = a.partnership and b.id = a.asked_by
            where a.asked_on > :since""";

    private static final String OUTSIDE = """
            select o.id, '' as whom, o.what, o.language, coalesce(b.name, '') as by, o.asked_on, o.route
            from asked_outside o left join member b on b.partnership = o.partnership and b.id = o.asked_by
            where o.asked_on > :since""";

    private final JdbcClient jdbc;

    AskedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everybody who was asked after that day, the last first. */
    List<AskedBefore> list(LocalDate since) {
        return jdbc.sql("select * from (" + MEMBERS + " union all " + OUTSIDE + ") a order by asked_on desc, id")
                .param("since", since)
                .query((row, _) -> before(row))
                .list();
    }

    /** What a member was asked after that day. */
    List<AskedBefore> list(UUID member, LocalDate since) {
        return jdbc.sql(MEMBERS + " and a.asked_of = :member order by a.asked_on desc, a.id")
                .param("since", since)
                .param("member", member)
                .query((row, _) -> before(row))
                .list();
    }

    /** What somebody outside was asked after that day; whoever else asks them now waits until this is done. */
    List<AskedBefore> list(byte[] contact, LocalDate since) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext(encode(?, 'hex')))::text")
                .param(contact)
                .query(String.class)
                .single();
        return jdbc.sql(OUTSIDE + " and o.contact = :contact order by o.asked_on desc, o.id")
                .param("since", since)
                .param("contact", contact)
                .query((row, _) -> before(row))
                .list();
    }

    void add(UUID partnership, byte[] contact, AskedBefore asked, Optional<UUID> by) {
        jdbc.sql("""
                        insert into asked_outside (partnership, id, contact, what, language, route, asked_by, asked_on)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Parameters.of(
                        partnership,
                        asked.id(),
                        contact,
                        asked.what(),
                        asked.language(),
                        asked.route(),
                        by,
                        asked.on()))
                .update();
    }

    /** Fingerprints that nothing is compared with any more. */
    void forgetUntil(LocalDate day) {
        jdbc.sql("update asked_outside set contact = null where asked_on <= ? and contact is not null")
                .param(day)
                .update();
    }

    private static AskedBefore before(ResultSet row) throws SQLException {
        return new AskedBefore(
                row.getObject("id", UUID.class),
                row.getString("whom"),
                row.getString("what"),
                row.getString("language"),
                row.getString("by"),
                row.getObject("asked_on", LocalDate.class),
                row.getString("route"));
    }
}

package org.whorl.server.news;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.platform.Parameters;

/** Notices in the database. */
@Repository
class NewsStore {

    private static final String ADD = """
            insert into notice (partnership, id, member, kind, path)
            select m.partnership, gen_random_uuid(), m.id, :kind, :path from member m
            where m.partnership = :partnership and m.left_on is null and m.account is not null and %s
                and not exists (select from mute u
                    where u.partnership = m.partnership and u.member = m.id and u.kind = :kind)
            on conflict (partnership, member, kind, path) where read_at is null do update set at = now()""";

    private final JdbcClient jdbc;

    NewsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void tell(UUID partnership, UUID member, What what, String path) {
        jdbc.sql(ADD.formatted("m.id = :member"))
                .param("partnership", partnership)
                .param("member", member)
                .param("kind", what.key())
                .param("path", path)
                .update();
    }

    /** Tells everybody who may see the spiral but one. */
    void tellAll(UUID partnership, Optional<UUID> but, UUID spiral, What what, String path) {
        jdbc.sql(ADD.formatted("m.id::text <> :but and (m.only_spiral is null or m.only_spiral = :spiral)"))
                .param("partnership", partnership)
                .param("but", but.map(UUID::toString).orElse(""))
                .param("spiral", spiral)
                .param("kind", what.key())
                .param("path", path)
                .update();
    }

    /** Tells everybody who has one of those roles, but one. */
    void tellRoles(UUID partnership, Optional<UUID> but, Set<String> roles, What what, String path) {
        jdbc.sql(ADD.formatted("""
                        m.id::text <> :but and exists (select from member_role o
                            where o.partnership = m.partnership and o.member = m.id and o.role in (:roles))"""))
                .param("partnership", partnership)
                .param("but", but.map(UUID::toString).orElse(""))
                .param("roles", roles)
                .param("kind", what.key())
                .param("path", path)
                .update();
    }

    List<Notice> list(UUID member, int most) {
        return jdbc.sql("""
                        select id, kind, path, at, read_at is not null as read from notice where member = ?
                        order by read_at is not null, at desc, id limit ?""")
                .params(member, most)
                .query((row, _) -> new Notice(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getString("path"),
                        row.getTimestamp("at").toInstant(),
                        row.getBoolean("read")))
                .list();
    }

    /** What the members of an account have been told in between and have not looked at, partnership by partnership. */
    List<Headlines.Headline> listHeadlines(UUID account, Instant after, Instant until) {
        return jdbc.sql("""
                        select p.slug, p.name_en, p.name_cy, n.kind, n.times from partnership p
                        join lateral (
                            select kind, count(*) as times from notice
                            where partnership = p.id and read_at is null and at > :after and at <= :until
                                and member = (select id from member m
                                    where m.partnership = p.id and m.account = :account and m.left_on is null)
                            group by kind) n on true
                        order by p.slug, n.kind""")
                .param("after", Timestamp.from(after))
                .param("until", Timestamp.from(until))
                .param("account", account)
                .query((row, _) -> new Headlines.Headline(
                        row.getString("slug"),
                        row.getString("name_en"),
                        row.getString("name_cy"),
                        row.getString("kind"),
                        row.getInt("times")))
                .list();
    }

    int countUnread(UUID member) {
        return jdbc.sql("select count(*) from notice where member = ? and read_at is null")
                .param(member)
                .query(Integer.class)
                .single();
    }

    /** Notes that it has been looked at; where it leads, if it is theirs. */
    Optional<String> read(UUID member, UUID id) {
        return jdbc.sql("""
                        update notice set read_at = coalesce(read_at, now()) where member = ? and id = ? returning path""").params(member, id).query(String.class).optional();
    }

    int readAll(UUID member) {
        return jdbc.sql("update notice set read_at = now() where member = ? and read_at is null")
                .param(member)
                .update();
    }

    List<String> listMuted(UUID member) {
        return jdbc.sql("select kind from mute where member = ?")
                .param(member)
                .query(String.class)
                .list();
    }

    int mute(UUID partnership, UUID member, List<What> muted) {
        jdbc.sql("delete from mute where member = ?").param(member).update();
        muted.forEach(what -> jdbc.sql("insert into mute values (?, ?, ?)")
                .params(Parameters.of(partnership, member, what.key()))
                .update());
        return muted.size();
    }
}

package org.whorl.server.stories;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.platform.Parameters;

/** Where people may tell something, in the database. */
@Repository
class LinkStore {

    private static final String WHERE = """
            select %s, p.id, p.name_en, p.name_cy, p.nation, s.id as spiral, coalesce(s.question, '') as question,
                coalesce(s.language, 'en') as language, coalesce(s.translation, '') as translation, p.first_language
            from partnership p
            """;

    private final JdbcClient jdbc;

    LinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Where> find(String code) {
        return jdbc.sql(WHERE.formatted("l.collector, coalesce(k.name, '') as collected") + """
                        join telling_link l on l.partnership = p.id
                        left join collector k on k.partnership = p.id and k.id = l.collector
                        left join spiral s on s.partnership = p.id and s.id = l.spiral
                        where l.code = ? and l.ended_at is null""")
                .param(code)
                .query((row, _) -> where(row, true))
                .optional();
    }

    /** Inside a partnership; with a spiral that is not there, there is no such place. */
    Optional<Where> find(UUID partnership, Optional<UUID> spiral) {
        return jdbc.sql(WHERE.formatted("null::uuid as collector, '' as collected")
                        + "left join spiral s on s.partnership = p.id and s.id = ?::uuid where p.id = ?")
                .params(Parameters.of(spiral, partnership))
                .query((row, _) -> where(row, false))
                .optional()
                .filter(where -> where.spiral().equals(spiral));
    }

    private static Where where(ResultSet row, boolean link) throws SQLException {
        return new Where(
                row.getObject("id", UUID.class),
                row.getString("name_en"),
                row.getString("name_cy"),
                row.getString("nation"),
                Optional.ofNullable(row.getObject("spiral", UUID.class)),
                row.getString("question"),
                row.getString("language"),
                row.getString("translation"),
                link,
                row.getString("first_language"),
                Optional.ofNullable(row.getObject("collector", UUID.class)),
                row.getString("collected"));
    }

    void add(UUID partnership, Link link, Optional<UUID> collector, Optional<UUID> maker) {
        jdbc.sql(
                        "insert into telling_link (partnership, id, code, spiral, collector, made_by) values (?, ?, ?, ?, ?, ?)")
                .params(Parameters.of(partnership, link.id(), link.code(), link.spiral(), collector, maker))
                .update();
    }

    List<Link> list() {
        return jdbc.sql("""
                        select l.id, l.code, l.spiral, coalesce(s.question, '') as question,
                            coalesce(s.language, 'en') as language, k.id as collector, k.name, k.kind
                        from telling_link l left join spiral s on s.partnership = l.partnership and s.id = l.spiral
                        left join collector k on k.partnership = l.partnership and k.id = l.collector
                        where l.ended_at is null order by l.made_at""")
                .query((row, _) -> new Link(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        Optional.ofNullable(row.getObject("spiral", UUID.class)),
                        row.getString("question"),
                        row.getString("language"),
                        CollectorStore.find(row)))
                .list();
    }

    boolean end(UUID id) {
        return jdbc.sql("update telling_link set ended_at = now() where id = ? and ended_at is null")
                        .param(id)
                        .update()
                == 1;
    }
}

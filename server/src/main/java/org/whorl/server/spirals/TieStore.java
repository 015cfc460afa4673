package org.whorl.server.spirals;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What spirals are tied to, in the database. */
@Repository
class TieStore {

    private final JdbcClient jdbc;

    TieStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Tie.Fixed> listFixed(UUID spiral) {
        return jdbc.sql("select * from fixed_point where spiral = ? order by kind, what, id")
                .param(spiral)
                .query((row, _) -> new Tie.Fixed(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getString("what"),
                        row.getInt("version")))
                .list();
    }

    List<Tie.Woven> listWoven(UUID spiral) {
        return jdbc.sql("select * from woven where spiral = ? order by name, id")
                .param(spiral)
                .query((row, _) -> new Tie.Woven(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("who"),
                        row.getString("address"),
                        row.getInt("version")))
                .list();
    }

    List<Tie.Pulled> listPulled(UUID spiral) {
        return jdbc.sql("select * from pulled_in where spiral = ? order by pulled_on, id")
                .param(spiral)
                .query((row, _) -> new Tie.Pulled(
                        row.getObject("id", UUID.class),
                        row.getObject("source", UUID.class),
                        row.getString("kind"),
                        row.getString("item"),
                        row.getString("words"),
                        row.getString("language"),
                        row.getInt("version")))
                .list();
    }

    /** What other spirals have that this one has not pulled in, those it grew from first. */
    List<Tie.Pulled> listShelf(UUID spiral) {
        return jdbc.sql("""
                        with recursive above as (
                            select parent as id, 1 as far from spiral where id = :spiral and parent is not null
                            union select s.parent, a.far + 1 from above a join spiral s on s.id = a.id
                            where s.parent is not null),
                        things as (
                            select spiral as source, 'learning' as kind, spiral || '/' || number as item, learned as words
                            from turn where ended_on is not null and learned <> ''
                            union all select spiral, 'fixed-point', id::text, what from fixed_point
                            union all select spiral, 'woven', id::text, name from woven)
                        select t.*, s.language from things t join spiral s on s.id = t.source
                        left join above a on a.id = t.source
                        where t.source <> :spiral and not exists (
                            select from pulled_in p where p.spiral = :spiral and p.kind = t.kind and p.item = t.item)
                        order by a.far nulls last, s.started_on, t.kind, t.item""")
                .param("spiral", spiral)
                .query((row, _) -> new Tie.Pulled(
                        UUID.randomUUID(),
                        row.getObject("source", UUID.class),
                        row.getString("kind"),
                        row.getString("item"),
                        row.getString("words"),
                        row.getString("language"),
                        1))
                .list();
    }

    void add(UUID partnership, UUID spiral, Tie.Fixed fixed) {
        jdbc.sql("insert into fixed_point (partnership, id, spiral, kind, what) values (?, ?, ?, ?, ?)")
                .params(partnership, fixed.id(), spiral, fixed.kind(), fixed.what())
                .update();
    }

    void add(UUID partnership, UUID spiral, Tie.Woven woven) {
        jdbc.sql("insert into woven (partnership, id, spiral, name, who, address) values (?, ?, ?, ?, ?, ?)")
                .params(partnership, woven.id(), spiral, woven.name(), woven.who(), woven.address())
                .update();
    }

    /** Pulls something in; once is enough. */
    void add(UUID partnership, UUID spiral, Tie.Pulled pulled, LocalDate day) {
        jdbc.sql("""
                        insert into pulled_in (partnership, id, spiral, source, kind, item, words, language, pulled_on)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(
                        partnership,
                        pulled.id(),
                        spiral,
                        pulled.source(),
                        pulled.kind(),
                        pulled.item(),
                        pulled.words(),
                        pulled.language(),
                        day)
                .update();
    }
}

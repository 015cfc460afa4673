package org.whorl.server.stories;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.platform.Parameters;

/** Promises in the database. */
@Repository
class PromiseStore {

    private static final String SELECT = """
            select p.*, coalesce(m.name, '') as name, coalesce(o.name_en, '') as name_en,
                coalesce(o.name_cy, '') as name_cy,
                array(select t.contribution from promised_to t where t.promise = p.id order by 1) as promised,
                (select count(*) from promised_to t where t.promise = p.id and t.kept) as said_kept,
                (select count(*) from promised_to t where t.promise = p.id and not t.kept) as said_broken
            from promise p
            left join member m on m.partnership = p.partnership and m.id = p.member
            left join partner o on o.partnership = p.partnership and o.id = p.partner
            """;

    private final JdbcClient jdbc;

    PromiseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Promise> list() {
        return jdbc.sql(SELECT + "order by p.due_on, p.id")
                .query((row, _) -> promise(row))
                .list();
    }

    Optional<Promise> find(UUID id) {
        return jdbc.sql(SELECT + "where p.id = ?")
                .param(id)
                .query((row, _) -> promise(row))
                .optional();
    }

    /** What was promised to whoever told that. */
    List<Promise> list(UUID contribution) {
        return jdbc.sql(
                        SELECT
                                + "where exists (select from promised_to t where t.promise = p.id and t.contribution = ?) order by p.due_on, p.id")
                .param(contribution)
                .query((row, _) -> promise(row))
                .list();
    }

    void add(UUID partnership, Promise promise) {
        jdbc.sql("""
                        insert into promise (partnership, id, member, partner, spiral, what, language, due_on, made_on, made_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Parameters.of(
                        partnership,
                        promise.id(),
                        promise.by().member(),
                        promise.by().partner(),
                        promise.spiral(),
                        promise.what(),
                        promise.language(),
                        promise.dueOn(),
                        promise.madeOn(),
                        promise.by().maker()))
                .update();
        promise.to()
                .forEach(each -> jdbc.sql(
                                "insert into promised_to (partnership, promise, contribution) values (?, ?, ?)")
                        .params(partnership, promise.id(), each)
                        .update());
    }

    /** Notes what whoever told that says: was it kept? False if it was not promised to them. */
    boolean judge(UUID promise, UUID contribution, boolean kept, Instant at) {
        return jdbc.sql("update promised_to set kept = ?, judged_at = ? where promise = ? and contribution = ?")
                        .params(kept, Timestamp.from(at), promise, contribution)
                        .update()
                == 1;
    }

    private static Promise promise(ResultSet row) throws SQLException {
        return new Promise(
                row.getObject("id", UUID.class),
                new Promise.By(
                        Optional.ofNullable(row.getObject("member", UUID.class)),
                        row.getString("name"),
                        Optional.ofNullable(row.getObject("partner", UUID.class)),
                        row.getString("name_en"),
                        row.getString("name_cy"),
                        Optional.ofNullable(row.getObject("made_by", UUID.class))),
                row.getString("what"),
                row.getString("language"),
                Optional.ofNullable(row.getObject("spiral", UUID.class)),
                Arrays.asList((UUID[]) row.getArray("promised").getArray()),
                row.getObject("due_on", LocalDate.class),
                moves(row.getArray("moved_from"), row.getArray("moved_why")),
                Promise.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("note"),
                row.getObject("made_on", LocalDate.class),
                new Promise.Said(row.getInt("said_kept"), row.getInt("said_broken")),
                row.getInt("version"));
    }

    private static List<Promise.Move> moves(Array from, Array why) throws SQLException {
        String[] days = (String[]) from.getArray();
        String[] reasons = (String[]) why.getArray();
        List<Promise.Move> moves = new ArrayList<>();
        for (int i = 0; i < days.length; i++) {
            moves.add(new Promise.Move(LocalDate.parse(days[i]), reasons[i]));
        }
        return moves;
    }
}

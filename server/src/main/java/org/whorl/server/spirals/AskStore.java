package org.whorl.server.spirals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.platform.Parameters;
import org.whorl.server.search.Findable;
import org.whorl.server.trust.Action;

/** Asks in the database. */
@Repository
class AskStore {

    private static final String FIND = """
            select a.what as title, '' as other, s.language as lang, '' as words,
                '/asks?spiral=' || s.id || '#ask-' || a.id as path
            from ask a join spiral s on s.id = a.spiral where a.state = 'open' and a.asked_of is %s""";

    static final Findable FOR_ANYBODY = new Findable("ask", Action.LOOK, FIND.formatted("null"));
    static final Findable FOR_SOMEBODY = new Findable("ask", Action.SEE_PEOPLE, FIND.formatted("not null"));

    private static final String SELECT = """
            select a.*, coalesce(m.name, '') as name, m.left_on is not null as nobodys from ask a
            left join member m on m.partnership = a.partnership and m.id = a.asked_of
            """;

    // What somebody says yes to that was asked of nobody in particular takes their time from that day on.
    private static final String TIME = """
            select spiral, minutes, coalesce(asked_of, answered_by) as whom,
                case when asked_of is null then answered_on else asked_on end as day
            from ask where state in ('open', 'yes')""";

    private final JdbcClient jdbc;

    AskStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Ask> listOpen(UUID spiral) {
        return jdbc.sql(SELECT + "where a.spiral = ? and a.state = 'open' order by a.asked_on, a.id")
                .param(spiral)
                .query((row, _) -> ask(row))
                .list();
    }

    Optional<Ask> findOpen(UUID id) {
        return jdbc.sql(SELECT + "where a.id = ? and a.state = 'open'")
                .param(id)
                .query((row, _) -> ask(row))
                .optional();
    }

    void add(UUID partnership, Ask ask) {
        jdbc.sql("""
                        insert into ask (partnership, id, spiral, kind, what, minutes, asked_of, asked_by, asked_on,
                            wanted_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Parameters.of(
                        partnership,
                        ask.id(),
                        ask.spiral(),
                        ask.kind().key(),
                        ask.what(),
                        ask.minutes(),
                        ask.askedOf(),
                        ask.askedBy(),
                        ask.askedOn(),
                        ask.wantedBy()))
                .update();
    }

    /** All the minutes that were asked for a spiral of those who are in it, on these days. */
    int spiralMinutes(UUID spiral, LocalDate from, LocalDate until) {
        return jdbc.sql(
                        "select coalesce(sum(minutes), 0) from (" + TIME
                                + ") t where whom in (select member from spiral_member where spiral = t.spiral) and spiral = ? and day >= ? and day < ?")
                .params(spiral, from, until)
                .query(Integer.class)
                .single();
    }

    /** The minutes a member was asked for on these days; an ask they said no to costs them nothing. */
    int minutes(UUID member, LocalDate from, LocalDate until) {
        return jdbc.sql("select coalesce(sum(minutes), 0) from (" + TIME
                        + ") t where whom = ? and day >= ? and day < ?")
                .params(member, from, until)
                .query(Integer.class)
                .single();
    }

    /** The minutes each member was asked for on these days. */
    Map<UUID, Integer> listMinutes(LocalDate from, LocalDate until) {
        Map<UUID, Integer> minutes = new HashMap<>();
        jdbc.sql("select whom, sum(minutes) as minutes from (" + TIME
                        + ") t where whom is not null and day >= ? and day < ? group by whom")
                .params(from, until)
                .query((RowCallbackHandler)
                        row -> minutes.put(row.getObject("whom", UUID.class), row.getInt("minutes")));
        return minutes;
    }

    /** Two who ask the same person at once wait for each other. */
    void lock(UUID member) {
        jdbc.sql("select id from member where id = ? for update")
                .param(member)
                .query(UUID.class)
                .optional();
    }

    private static Ask ask(ResultSet row) throws SQLException {
        boolean nobodys = row.getBoolean("nobodys");
        return new Ask(
                row.getObject("id", UUID.class),
                row.getObject("spiral", UUID.class),
                Ask.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("what"),
                row.getInt("minutes"),
                // What was asked of somebody who has left, anybody may answer.
                Optional.ofNullable(row.getObject("asked_of", UUID.class)).filter(_ -> !nobodys),
                row.getString("name"),
                Optional.ofNullable(row.getObject("asked_by", UUID.class)),
                row.getObject("asked_on", LocalDate.class),
                Optional.ofNullable(row.getObject("wanted_by", LocalDate.class)),
                row.getInt("version"));
    }
}

package org.whorl.server.bigrooms;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.platform.Parameters;

/** Big Rooms, their weeks and what came of them, in the database. */
@Repository
class BigRoomStore {

    private static final String ROOMS = """
            select r.*, coalesce(i.name, '') as inside_name, coalesce(o.name, '') as outside_name from big_room r
            left join member i on i.partnership = r.partnership and i.id = r.inside
            left join member o on o.partnership = r.partnership and o.id = r.outside
            """;

    private static final String OUTCOMES = """
            select c.*, w.held_on, w.room, coalesce(m.name, '') as owner_name from big_room_outcome c
            join big_room_week w on w.partnership = c.partnership and w.id = c.week
            left join member m on m.partnership = c.partnership and m.id = c.owner
            """;

    private final JdbcClient jdbc;

    BigRoomStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<BigRoom> list() {
        return jdbc.sql(ROOMS + "order by r.opened_on desc, r.id")
                .query((row, _) -> room(row))
                .list();
    }

    Optional<BigRoom> find(UUID id) {
        return jdbc.sql(ROOMS + "where r.id = ?")
                .param(id)
                .query((row, _) -> room(row))
                .optional();
    }

    void add(UUID partnership, BigRoom room) {
        jdbc.sql("""
                        insert into big_room (partnership, id, pathway, language, spiral, model, inside, outside, opened_on)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Parameters.of(
                        partnership,
                        room.id(),
                        room.pathway(),
                        room.language(),
                        room.spiral(),
                        room.model(),
                        room.inside(),
                        room.outside(),
                        Date.valueOf(room.openedOn())))
                .update();
    }

    List<Week> listWeeks(UUID room) {
        return jdbc.sql("select * from big_room_week where room = ? order by held_on desc")
                .param(room)
                .query((row, _) -> week(row))
                .list();
    }

    Optional<Week> findWeek(UUID id) {
        return jdbc.sql("select * from big_room_week where id = ?")
                .param(id)
                .query((row, _) -> week(row))
                .optional();
    }

    /** That week of a room if it has been opened; of two who open it at once the second waits here. */
    Optional<Week> holdWeek(UUID room, LocalDate day) {
        jdbc.sql("select id from big_room where id = ? for update")
                .param(room)
                .query(UUID.class)
                .optional();
        return jdbc.sql("select * from big_room_week where room = ? and held_on = ?")
                .params(room, Date.valueOf(day))
                .query((row, _) -> week(row))
                .optional();
    }

    void add(UUID partnership, Week week) {
        jdbc.sql("""
                        insert into big_room_week (partnership, id, room, held_on, story, gathering)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(Parameters.of(
                        partnership,
                        week.id(),
                        week.room(),
                        Date.valueOf(week.heldOn()),
                        week.story(),
                        week.gathering()))
                .update();
    }

    List<Outcome> listOutcomes(UUID room) {
        return jdbc.sql(OUTCOMES + "where w.room = ? order by w.held_on desc, c.noted_at, c.id")
                .param(room)
                .query((row, _) -> outcome(row))
                .list();
    }

    List<Outcome> listOpen() {
        return jdbc.sql(
                        OUTCOMES
                                + "where c.kind in ('action', 'test') and c.done_on is null order by c.due_on, c.noted_at, c.id")
                .query((row, _) -> outcome(row))
                .list();
    }

    Optional<Outcome> findOutcome(UUID id) {
        return jdbc.sql(OUTCOMES + "where c.id = ?")
                .param(id)
                .query((row, _) -> outcome(row))
                .optional();
    }

    /** Sent twice it is one. */
    boolean add(UUID partnership, Outcome outcome, Optional<UUID> member, Instant now) {
        return jdbc.sql("""
                        insert into big_room_outcome (partnership, id, week, kind, words, language, ask, experiment, owner, due_on,
                            noted_at, noted_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(Parameters.of(
                                partnership,
                                outcome.id(),
                                outcome.week(),
                                outcome.kind().key(),
                                outcome.words(),
                                outcome.language(),
                                outcome.ask(),
                                outcome.experiment(),
                                outcome.owner(),
                                outcome.dueOn().map(Date::valueOf),
                                Timestamp.from(now),
                                member))
                        .update()
                == 1;
    }

    /** A test became that experiment; the first one stays. */
    void became(UUID outcome, UUID experiment) {
        jdbc.sql("update big_room_outcome set experiment = ? where id = ? and kind = 'test' and experiment is null")
                .params(experiment, outcome)
                .update();
    }

    private static BigRoom room(ResultSet row) throws SQLException {
        return new BigRoom(
                row.getObject("id", UUID.class),
                row.getString("pathway"),
                row.getString("language"),
                row.getObject("spiral", UUID.class),
                Optional.ofNullable(row.getObject("model", UUID.class)),
                row.getObject("inside", UUID.class),
                row.getString("inside_name"),
                row.getObject("outside", UUID.class),
                row.getString("outside_name"),
                row.getObject("opened_on", LocalDate.class),
                row.getInt("version"));
    }

    private static Week week(ResultSet row) throws SQLException {
        return new Week(
                row.getObject("id", UUID.class),
                row.getObject("room", UUID.class),
                row.getObject("held_on", LocalDate.class),
                Optional.ofNullable(row.getObject("story", UUID.class)),
                row.getObject("gathering", UUID.class));
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        return new Outcome(
                row.getObject("id", UUID.class),
                row.getObject("week", UUID.class),
                row.getObject("held_on", LocalDate.class),
                Outcome.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("words"),
                row.getString("language"),
                Optional.ofNullable(row.getObject("ask", UUID.class)),
                Optional.ofNullable(row.getObject("experiment", UUID.class)),
                Optional.ofNullable(row.getObject("owner", UUID.class)),
                row.getString("owner_name"),
                Optional.ofNullable(row.getObject("due_on", LocalDate.class)),
                row.getString("came"),
                Optional.ofNullable(row.getObject("done_on", LocalDate.class)),
                row.getInt("version"));
    }
}

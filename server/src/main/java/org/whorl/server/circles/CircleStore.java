package org.whorl.server.circles;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.platform.Parameters;

/** Circles, who is heard in them, and their links, in the database. */
@Repository
class CircleStore {

    private final JdbcClient jdbc;

    CircleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID partnership, Circle circle) {
        jdbc.sql("""
                        insert into sdmi_circle (partnership, id, name_en, name_cy, rule, level, right_team, right_organisation,
                            right_partnership, right_national, language, round_hours)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Parameters.of(
                        partnership,
                        circle.id(),
                        circle.nameEn(),
                        circle.nameCy(),
                        circle.rule().key(),
                        circle.level().key(),
                        circle.right(Level.TEAM),
                        circle.right(Level.ORGANISATION),
                        circle.right(Level.PARTNERSHIP),
                        circle.right(Level.NATIONAL),
                        circle.language(),
                        circle.hours()))
                .update();
    }

    List<Circle> list() {
        return jdbc.sql("select * from sdmi_circle order by name_en, id")
                .query((row, _) -> circle(row))
                .list();
    }

    Optional<Circle> find(UUID id) {
        return jdbc.sql("select * from sdmi_circle where id = ?")
                .param(id)
                .query((row, _) -> circle(row))
                .optional();
    }

    void add(UUID partnership, Seat seat) {
        jdbc.sql("""
                        insert into sdmi_seat (partnership, id, circle, name, member, perspective, lived, minutes, visits)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Parameters.of(
                        partnership,
                        seat.id(),
                        seat.circle(),
                        seat.name(),
                        seat.member(),
                        seat.perspective(),
                        seat.lived(),
                        seat.minutes(),
                        seat.visits()))
                .update();
    }

    /** All who ever were heard in it, in the order of their names. */
    List<Seat> listSeats(UUID circle) {
        return jdbc.sql("select * from sdmi_seat where circle = ? order by name, id")
                .param(circle)
                .query((row, _) -> seat(row))
                .list();
    }

    Optional<Seat> findSeat(UUID id) {
        return jdbc.sql("select * from sdmi_seat where id = ?")
                .param(id)
                .query((row, _) -> seat(row))
                .optional();
    }

    boolean leave(UUID seat, LocalDate day) {
        jdbc.sql("delete from sdmi_link where seat = ?").param(seat).update();
        return jdbc.sql("update sdmi_seat set left_on = ? where id = ? and left_on is null")
                        .params(Date.valueOf(day), seat)
                        .update()
                == 1;
    }

    /** The link of a seat; one that was there before leads nowhere from now on. */
    void putLink(UUID partnership, UUID seat, byte[] code) {
        jdbc.sql("""
                        insert into sdmi_link (partnership, seat, code) values (?, ?, ?)
                        on conflict (partnership, seat) do update set code = excluded.code""").params(partnership, seat, code).update();
    }

    /** Where a link leads, in any partnership. */
    Optional<OwnLink> findLink(byte[] code) {
        return jdbc.sql("""
                        select l.partnership, l.seat, p.name_en, p.name_cy from sdmi_link l
                        join partnership p on p.id = l.partnership where l.code = ?""")
                .param(code)
                .query((row, _) -> new OwnLink(
                        row.getObject("partnership", UUID.class),
                        row.getString("name_en"),
                        row.getString("name_cy"),
                        row.getObject("seat", UUID.class)))
                .optional();
    }

    /** Minutes asked of each since a day. */
    Map<UUID, Integer> listAsked(UUID circle, LocalDate since) {
        Map<UUID, Integer> asked = new HashMap<>();
        jdbc.sql("""
                        select a.seat, sum(a.minutes) as minutes from sdmi_asked a join sdmi_seat s
                            on s.partnership = a.partnership and s.id = a.seat
                        where s.circle = ? and a.asked_on >= ? group by a.seat""").params(circle, Date.valueOf(since)).query((RowCallbackHandler)
                row -> asked.put(row.getObject("seat", UUID.class), row.getInt("minutes")));
        return asked;
    }

    boolean wasAsked(UUID seat, UUID subject) {
        return jdbc.sql("select 1 from sdmi_asked where seat = ? and subject = ?")
                .params(seat, subject)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void ask(UUID partnership, UUID seat, UUID subject, int minutes, LocalDate day) {
        jdbc.sql("""
                        insert into sdmi_asked (partnership, seat, subject, minutes, asked_on) values (?, ?, ?, ?, ?)
                        on conflict do nothing""")
                .params(partnership, seat, subject, minutes, Date.valueOf(day))
                .update();
    }

    private static Circle circle(ResultSet row) throws SQLException {
        Map<Level, String> rights = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            rights.put(level, row.getString("right_" + level.key()));
        }
        return new Circle(
                row.getObject("id", UUID.class),
                row.getString("name_en"),
                row.getString("name_cy"),
                Rule.of(row.getString("rule")).orElseThrow(),
                Level.of(row.getString("level")).orElseThrow(),
                rights,
                row.getString("language"),
                row.getInt("round_hours"),
                row.getInt("version"));
    }

    private static Seat seat(ResultSet row) throws SQLException {
        return new Seat(
                row.getObject("id", UUID.class),
                row.getObject("circle", UUID.class),
                row.getString("name"),
                Optional.ofNullable(row.getObject("member", UUID.class)),
                Optional.ofNullable(row.getObject("perspective", UUID.class)),
                row.getBoolean("lived"),
                row.getInt("minutes"),
                Optional.ofNullable(row.getObject("visits", UUID.class)),
                row.getDate("left_on") == null);
    }
}

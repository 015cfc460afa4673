package org.whorl.server.circles;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.platform.Parameters;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Permissions;
import org.whorl.server.trust.Role;

/** Circles, who is heard in them, and their links, in the database. */
@Repository
class CircleStore {

    /** A seat, with what its member is there for: whoever has left the partnership has left its circles. */
    private static final String SEATS = """
            select s.*, m.left_on as gone_on, (select string_agg(r.role, ' ') from member_role r
                where r.partnership = s.partnership and r.member = s.member) as roles
            from sdmi_seat s left join member m on m.partnership = s.partnership and m.id = s.member\s""";

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

    /** Nobody else asks its people for minutes before this transaction is over. */
    void hold(UUID id) {
        jdbc.sql("select id from sdmi_circle where id = ? for no key update")
                .param(id)
                .query(UUID.class)
                .single();
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
        return jdbc.sql(SEATS + "where s.circle = ? order by s.name, s.id")
                .param(circle)
                .query((row, _) -> seat(row))
                .list();
    }

    Optional<Seat> findSeat(UUID id) {
        return jdbc.sql(SEATS + "where s.id = ?")
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

    /** Minutes asked of a member since a day, in all circles. */
    int countAsked(UUID member, LocalDate since) {
        return jdbc.sql("""
                        select coalesce(sum(a.minutes), 0)::int from sdmi_asked a join sdmi_seat s
                            on s.partnership = a.partnership and s.id = a.seat
                        where s.member = ? and a.asked_on >= ?""")
                .params(member, Date.valueOf(since))
                .query(Integer.class)
                .single();
    }

    /** Who was asked in it, with the minutes it takes of each: none of those who were asked once and are not any more. */
    Map<UUID, Integer> listAskedIn(UUID subject) {
        Map<UUID, Integer> asked = new HashMap<>();
        jdbc.sql("select seat, minutes from sdmi_asked where subject = ?")
                .param(subject)
                .query((RowCallbackHandler) row -> asked.put(row.getObject("seat", UUID.class), row.getInt("minutes")));
        return asked;
    }

    /** Gives back the minutes it took of everybody; that they were asked is kept, for it stands in their calendars. */
    void giveBack(UUID subject) {
        jdbc.sql("update sdmi_asked set minutes = 0 where subject = ?")
                .param(subject)
                .update();
    }

    /** Changes the minutes somebody offers; false if they are no longer what they were. */
    boolean offer(UUID seat, int seen, int minutes) {
        return jdbc.sql("update sdmi_seat set minutes = ? where id = ? and minutes = ? and left_on is null")
                        .params(minutes, seat, seen)
                        .update()
                == 1;
    }

    void ask(UUID partnership, UUID seat, UUID subject, int minutes, LocalDate day) {
        jdbc.sql("""
                        insert into sdmi_asked (partnership, seat, subject, minutes, asked_on) values (?, ?, ?, ?, ?)
                        on conflict (partnership, seat, subject) do update set minutes = excluded.minutes,
                            asked_on = excluded.asked_on""")
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
                row.getDate("left_on") == null && row.getDate("gone_on") == null,
                row.getObject("member") == null
                        || Permissions.allow(Role.ofMember(roles(row.getString("roles"))), Action.DECIDE));
    }

    private static List<Role> roles(@Nullable String keys) {
        return keys == null
                ? List.of()
                : Arrays.stream(keys.split(" ")).map(Role::of).toList();
    }
}

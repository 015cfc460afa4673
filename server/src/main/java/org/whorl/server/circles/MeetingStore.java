package org.whorl.server.circles;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.platform.Parameters;

/** Meetings, and who is in them, in the database. */
@Repository
class MeetingStore {

    private final JdbcClient jdbc;

    MeetingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID partnership, Meeting meeting) {
        jdbc.sql("""
                        insert into sdmi_meeting (partnership, id, circle, code, starts_at, minutes, place, facilitator)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Parameters.of(
                        partnership,
                        meeting.id(),
                        meeting.circle(),
                        meeting.code(),
                        Timestamp.from(meeting.startsAt()),
                        meeting.minutes(),
                        meeting.place(),
                        meeting.facilitator()))
                .update();
    }

    /** The last first. */
    List<Meeting> list(UUID circle) {
        return jdbc.sql("select * from sdmi_meeting where circle = ? order by starts_at desc, id")
                .param(circle)
                .query((row, _) -> meeting(row))
                .list();
    }

    Optional<Meeting> find(UUID id) {
        return jdbc.sql("select * from sdmi_meeting where id = ?")
                .param(id)
                .query((row, _) -> meeting(row))
                .optional();
    }

    /** The same, and nobody else changes it before this transaction is over. */
    Optional<Meeting> hold(UUID id) {
        return jdbc.sql("select * from sdmi_meeting where id = ? for update")
                .param(id)
                .query((row, _) -> meeting(row))
                .optional();
    }

    /** Where a code leads, in any partnership: as long as the meeting goes on, and a while longer. */
    Optional<Room> findRoom(String code, Instant notBefore) {
        return jdbc.sql("""
                        select m.*, p.slug, p.name_en, p.name_cy from sdmi_meeting m join partnership p on p.id = m.partnership
                        where m.code = ? and m.step <> 'cancelled' and (m.ended_at is null or m.ended_at > ?)""")
                .params(code, Timestamp.from(notBefore))
                .query((row, _) -> new Room(
                        row.getObject("partnership", UUID.class),
                        row.getString("slug"),
                        row.getString("name_en"),
                        row.getString("name_cy"),
                        meeting(row)))
                .optional();
    }

    /** How it stands; when it is, and where, is changed with its versions. */
    void put(Meeting meeting) {
        jdbc.sql("""
                        update sdmi_meeting set step = ?, item = ?, ends_at = ?, break_until = ?, notices = ?, ended_at = ?,
                            facilitator = ? where id = ?""")
                .params(Parameters.of(
                        meeting.step().key(),
                        meeting.item(),
                        meeting.endsAt().map(Timestamp::from),
                        meeting.breakUntil().map(Timestamp::from),
                        meeting.notices(),
                        meeting.endedAt().map(Timestamp::from),
                        meeting.facilitator(),
                        meeting.id()))
                .update();
    }

    void accept(UUID id, String correction, Instant at) {
        jdbc.sql("update sdmi_meeting set correction = ?, accepted_at = ? where id = ? and accepted_at is null")
                .params(correction, Timestamp.from(at), id)
                .update();
    }

    void come(UUID partnership, UUID meeting, UUID seat) {
        jdbc.sql("insert into sdmi_present (partnership, meeting, seat) values (?, ?, ?) on conflict do nothing")
                .params(partnership, meeting, seat)
                .update();
    }

    void go(UUID meeting, UUID seat) {
        jdbc.sql("delete from sdmi_present where meeting = ? and seat = ?")
                .params(meeting, seat)
                .update();
    }

    void say(UUID meeting, UUID seat, String word, boolean out) {
        jdbc.sql("update sdmi_present set %s = ? where meeting = ? and seat = ?"
                        .formatted(out ? "word_out" : "word_in"))
                .params(word, meeting, seat)
                .update();
    }

    /**
     * Who is there, with their words.
     *
     * @param in on coming
     * @param out on going
     */
    record Present(String in, String out) {}

    Map<UUID, Present> listPresent(UUID meeting) {
        Map<UUID, Present> present = new TreeMap<>();
        jdbc.sql("select * from sdmi_present where meeting = ?").param(meeting).query((RowCallbackHandler)
                row -> present.put(
                        row.getObject("seat", UUID.class),
                        new Present(row.getString("word_in"), row.getString("word_out"))));
        return present;
    }

    private static Meeting meeting(ResultSet row) throws SQLException {
        return new Meeting(
                row.getObject("id", UUID.class),
                row.getObject("circle", UUID.class),
                row.getString("code"),
                row.getTimestamp("starts_at").toInstant(),
                row.getInt("minutes"),
                row.getString("place"),
                Optional.ofNullable(row.getObject("facilitator", UUID.class)),
                Meeting.Step.of(row.getString("step")),
                Optional.ofNullable(row.getObject("item", UUID.class)),
                moment(row, "ends_at"),
                moment(row, "break_until"),
                row.getString("notices"),
                row.getString("correction"),
                moment(row, "accepted_at"),
                moment(row, "ended_at"),
                row.getInt("version"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}

package org.whorl.server.gatherings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.platform.Parameters;

/** Gatherings in the database: everything about how they stand, so that a restart loses nothing. */
@Repository
class GatheringStore {

    private final JdbcClient jdbc;

    GatheringStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID partnership, Gathering gathering, Optional<UUID> member) {
        jdbc.sql("""
                        insert into gathering (partnership, id, code, question, who, language, recipe, at, state, left_over, seen,
                            opened_at, opened_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Parameters.of(
                        partnership,
                        gathering.id(),
                        gathering.code(),
                        gathering.question(),
                        gathering.group(),
                        gathering.language(),
                        gathering.recipe().key(),
                        gathering.at(),
                        gathering.state().key(),
                        gathering.left(),
                        gathering.seen(),
                        Timestamp.from(gathering.openedAt()),
                        member))
                .update();
    }

    List<Gathering> list() {
        return jdbc.sql("select * from gathering order by opened_at desc, id")
                .query((row, _) -> gathering(row))
                .list();
    }

    Optional<Gathering> find(UUID id) {
        return jdbc.sql("select * from gathering where id = ?")
                .param(id)
                .query((row, _) -> gathering(row))
                .optional();
    }

    /** The same, and nobody else changes it before this transaction is over. */
    Optional<Gathering> hold(UUID id) {
        return jdbc.sql("select * from gathering where id = ? for update")
                .param(id)
                .query((row, _) -> gathering(row))
                .optional();
    }

    /** Where a code leads: as long as the gathering goes on, and a day longer for whoever wants to read once more. */
    Optional<Room> findRoom(String code, Instant notBefore) {
        return jdbc.sql("""
                        select g.*, p.name_en, p.name_cy, p.first_language from gathering g join partnership p on p.id = g.partnership
                        where g.code = ? and (g.ended_at is null or g.ended_at > ?)""")
                .params(code, Timestamp.from(notBefore))
                .query((row, _) -> new Room(
                        row.getObject("partnership", UUID.class),
                        row.getString("name_en"),
                        row.getString("name_cy"),
                        Optional.ofNullable(row.getString("first_language")).orElse(""),
                        gathering(row)))
                .optional();
    }

    void put(Gathering gathering) {
        jdbc.sql("""
                        update gathering set at = ?, state = ?, ends_at = ?, left_over = ?, seen = ?, ended_at = ? where id = ?""")
                .params(Parameters.of(
                        gathering.at(),
                        gathering.state().key(),
                        gathering.endsAt().map(Timestamp::from),
                        gathering.left(),
                        gathering.seen(),
                        gathering.endedAt().map(Timestamp::from),
                        gathering.id()))
                .update();
    }

    private static Gathering gathering(ResultSet row) throws SQLException {
        return new Gathering(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("question"),
                row.getString("who"),
                row.getString("language"),
                Recipe.of(row.getString("recipe")).orElseThrow(),
                row.getInt("at"),
                Gathering.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getTimestamp("ends_at")).map(Timestamp::toInstant),
                row.getInt("left_over"),
                row.getInt("seen"),
                row.getTimestamp("opened_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant));
    }
}

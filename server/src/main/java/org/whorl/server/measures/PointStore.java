package org.whorl.server.measures;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.platform.Parameters;

/** Points of measures, days from which they are counted anew, and stories pinned to them, in the database. */
@Repository
class PointStore {

    private static final String POINTS = """
            select p.*, coalesce(w.name, '') as writer from measure_point p
            left join member w on w.partnership = p.partnership and w.id = p.written_by
            """;

    private static final String REBASES = """
            select r.*, coalesce(w.name, '') as writer, (r.written_at at time zone 'Europe/London')::date as written_on
            from measure_rebase r left join member w on w.partnership = r.partnership and w.id = r.written_by
            """;

    private final JdbcClient jdbc;

    PointStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that stand, by place and day. */
    List<Point> list(UUID measure) {
        return jdbc.sql(POINTS + "where p.measure = ? and not p.gone order by lower(p.site), p.site, p.day")
                .param(measure)
                .query((row, _) -> point(row))
                .list();
    }

    /** One that stands or was taken away. */
    Optional<Point> find(UUID id) {
        return jdbc.sql(POINTS + "where p.id = ?")
                .param(id)
                .query((row, _) -> point(row))
                .optional();
    }

    /** What stood there and was taken away. */
    Optional<Point> findGone(UUID measure, Entry entry) {
        return jdbc.sql(POINTS + "where p.measure = ? and p.site = ? and p.day = ? and p.gone")
                .params(measure, entry.site(), Date.valueOf(entry.day()))
                .query((row, _) -> point(row))
                .optional();
    }

    /** Holds a measure, so that of two who write at once the second sees what the first wrote. */
    void hold(UUID measure) {
        jdbc.sql("select id from measure where id = ? for update")
                .param(measure)
                .query(UUID.class)
                .optional();
    }

    void add(UUID partnership, UUID measure, Entry entry, Optional<UUID> member, Instant now) {
        jdbc.sql("""
                        insert into measure_point (partnership, id, measure, site, day, value, exposure, written_at, written_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Parameters.of(
                        partnership,
                        UUID.randomUUID(),
                        measure,
                        entry.site(),
                        Date.valueOf(entry.day()),
                        entry.value(),
                        entry.exposure(),
                        Timestamp.from(now),
                        member))
                .update();
    }

    List<Rebase> listRebases(UUID measure) {
        return jdbc.sql(REBASES + "where r.measure = ? and not r.gone order by r.day, r.written_at")
                .param(measure)
                .query((row, _) -> rebase(row))
                .list();
    }

    /** Sent twice it is one. */
    boolean add(UUID partnership, Rebase rebase, Optional<UUID> member, Instant now) {
        return jdbc.sql("""
                        insert into measure_rebase (partnership, id, measure, site, day, why, language, decision, written_at, written_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(Parameters.of(
                                partnership,
                                rebase.id(),
                                rebase.measure(),
                                rebase.site(),
                                Date.valueOf(rebase.day()),
                                rebase.why(),
                                rebase.language(),
                                rebase.decision(),
                                Timestamp.from(now),
                                member))
                        .update()
                == 1;
    }

    /** Which story is pinned to which day of a measure in a place. */
    record Pin(LocalDate day, UUID story) {}

    List<Pin> listPins(UUID measure, String site) {
        return jdbc.sql(
                        "select day, story from measure_story where measure = ? and site = ? order by day, pinned_at, story")
                .params(measure, site)
                .query((row, _) -> new Pin(row.getObject("day", LocalDate.class), row.getObject("story", UUID.class)))
                .list();
    }

    boolean pin(UUID partnership, UUID measure, String site, Pin pin, Optional<UUID> member, Instant now) {
        return jdbc.sql("""
                        insert into measure_story (partnership, measure, site, day, story, pinned_at, pinned_by)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(Parameters.of(
                                partnership,
                                measure,
                                site,
                                Date.valueOf(pin.day()),
                                pin.story(),
                                Timestamp.from(now),
                                member))
                        .update()
                == 1;
    }

    void unpin(UUID measure, String site, Pin pin) {
        jdbc.sql("delete from measure_story where measure = ? and site = ? and day = ? and story = ?")
                .params(measure, site, Date.valueOf(pin.day()), pin.story())
                .update();
    }

    private static Point point(ResultSet row) throws SQLException {
        return new Point(
                row.getObject("id", UUID.class),
                row.getObject("measure", UUID.class),
                row.getString("site"),
                row.getObject("day", LocalDate.class),
                row.getDouble("value"),
                Optional.ofNullable(row.getObject("exposure", Double.class)),
                row.getTimestamp("written_at").toInstant(),
                Optional.ofNullable(row.getObject("written_by", UUID.class)),
                row.getString("writer"),
                row.getInt("version"));
    }

    private static Rebase rebase(ResultSet row) throws SQLException {
        return new Rebase(
                row.getObject("id", UUID.class),
                row.getObject("measure", UUID.class),
                row.getString("site"),
                row.getObject("day", LocalDate.class),
                row.getString("why"),
                row.getString("language"),
                Optional.ofNullable(row.getObject("decision", UUID.class)),
                row.getString("writer"),
                row.getObject("written_on", LocalDate.class),
                row.getInt("version"));
    }
}

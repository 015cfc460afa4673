package org.whorl.server.measures;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.engine.spc.ChartKind;
import org.whorl.engine.spc.Improvement;
import org.whorl.server.platform.Parameters;
import org.whorl.server.search.Findable;
import org.whorl.server.trust.Action;

/** What is measured, in the database. */
@Repository
class MeasureStore {

    /** Measures, as they are found. */
    static final Findable MEASURES = new Findable("measure", Action.SEE_MEASURES, """
            select name as title, '' as other, language as lang, meaning || ' ' || unit || ' ' || source as words,
                '/measures/' || id as path from measure""");

    private static final String ALL = """
            select m.*, coalesce(o.name, '') as owner_name from measure m
            left join member o on o.partnership = m.partnership and o.id = m.owner
            """;

    private final JdbcClient jdbc;

    MeasureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Measure> list() {
        return jdbc.sql(ALL + "order by m.begun_on, lower(m.name), m.id")
                .query((row, _) -> measure(row))
                .list();
    }

    Optional<Measure> find(UUID id) {
        return jdbc.sql(ALL + "where m.id = ?")
                .param(id)
                .query((row, _) -> measure(row))
                .optional();
    }

    /** Sent twice it is one. */
    boolean add(UUID partnership, Measure measure) {
        return jdbc.sql("""
                        insert into measure (partnership, id, spiral, name, language, unit, meaning, better, target, kind, per, serves,
                            mode, source, owner, people, outcome, begun_on)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(Parameters.of(
                                partnership,
                                measure.id(),
                                measure.spiral(),
                                measure.name(),
                                measure.language(),
                                measure.unit(),
                                measure.meaning(),
                                measure.better().word(),
                                measure.target(),
                                measure.kind().word(),
                                measure.per(),
                                measure.serves().key(),
                                measure.mode().key(),
                                measure.source(),
                                measure.owner(),
                                measure.people(),
                                measure.outcome(),
                                Date.valueOf(measure.begunOn())))
                        .update()
                == 1;
    }

    private static Measure measure(ResultSet row) throws SQLException {
        return new Measure(
                row.getObject("id", UUID.class),
                row.getObject("spiral", UUID.class),
                row.getString("name"),
                row.getString("language"),
                row.getString("unit"),
                row.getString("meaning"),
                Improvement.valueOf(upper(row, "better")),
                Optional.ofNullable(row.getObject("target", Double.class)),
                ChartKind.valueOf(upper(row, "kind")),
                row.getString("per"),
                Measure.Serves.valueOf(upper(row, "serves")),
                Measure.Mode.valueOf(upper(row, "mode")),
                row.getString("source"),
                Optional.ofNullable(row.getObject("owner", UUID.class)),
                row.getString("owner_name"),
                row.getBoolean("people"),
                row.getString("outcome"),
                row.getObject("begun_on", LocalDate.class),
                row.getInt("version"));
    }

    private static String upper(ResultSet row, String column) throws SQLException {
        return row.getString(column).toUpperCase(Locale.ROOT);
    }
}

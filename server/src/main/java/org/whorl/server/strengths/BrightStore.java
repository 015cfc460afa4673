package org.whorl.server.strengths;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.engine.spc.Funnel;
import org.whorl.server.platform.Parameters;

/** Teams' figures, who is in a team, and what came of asking, in the database. */
@Repository
class BrightStore {

    private final JdbcClient jdbc;

    BrightStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Measure> list() {
        return jdbc.sql("select * from bright_measure order by as_of desc, name, id")
                .query((row, _) -> new Measure(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("language"),
                        row.getBoolean("more_is_better"),
                        row.getString("source"),
                        row.getObject("as_of", LocalDate.class)))
                .list();
    }

    List<Funnel.Row> listRows(UUID measure) {
        return jdbc.sql("select * from bright_figure where measure = ? order by team, period")
                .param(measure)
                .query((row, _) -> {
                    @Nullable Double mix = row.getObject("case_mix", Double.class);
                    return new Funnel.Row(
                            row.getString("team"),
                            row.getString("period"),
                            row.getDouble("numerator"),
                            row.getDouble("denominator"),
                            mix == null ? OptionalDouble.empty() : OptionalDouble.of(mix));
                })
                .list();
    }

    void add(UUID partnership, Measure measure, List<Funnel.Row> rows) {
        jdbc.sql("insert into bright_measure values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        partnership,
                        measure.id(),
                        measure.name(),
                        measure.language(),
                        measure.moreIsBetter(),
                        measure.source(),
                        measure.on())
                .update();
        rows.forEach(row -> jdbc.sql("insert into bright_figure values (?, ?, ?, ?, ?, ?, ?)")
                .params(Parameters.of(
                        partnership,
                        measure.id(),
                        row.unit(),
                        row.period(),
                        row.numerator(),
                        row.denominator(),
                        row.mix().isPresent() ? Optional.of(row.mix().getAsDouble()) : Optional.empty()))
                .update());
    }

    void remove(UUID measure) {
        jdbc.sql("delete from bright_measure where id = ?").param(measure).update();
    }

    /** The teams somebody is in. */
    Set<String> listTeams(UUID measure, UUID member) {
        return Set.copyOf(jdbc.sql("select team from bright_team where measure = ? and member = ?")
                .params(measure, member)
                .query(String.class)
                .list());
    }

    /** Who is in a team, by id. */
    Set<UUID> listMembers(UUID measure, String team) {
        return Set.copyOf(jdbc.sql("select member from bright_team where measure = ? and team = ?")
                .params(measure, team)
                .query(UUID.class)
                .list());
    }

    void putIn(UUID partnership, UUID measure, String team, UUID member) {
        jdbc.sql("insert into bright_team values (?, ?, ?, ?) on conflict do nothing")
                .params(partnership, measure, team, member)
                .update();
    }

    void takeOut(UUID measure, String team, UUID member) {
        jdbc.sql("delete from bright_team where measure = ? and team = ? and member = ?")
                .params(measure, team, member)
                .update();
    }

    List<Inquiry> listInquiries() {
        return jdbc.sql("select * from inquiry order by begun_on, team, id")
                .query((row, _) -> inquiry(row))
                .list();
    }

    /** Begins one; once is enough. */
    void begin(UUID partnership, UUID id, UUID measure, String team, String language, LocalDate day) {
        jdbc.sql("""
                        insert into inquiry (partnership, id, measure, team, language, begun_on)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing""").params(partnership, id, measure, team, language, day).update();
    }

    private static Inquiry inquiry(ResultSet row) throws SQLException {
        return new Inquiry(
                row.getObject("id", UUID.class),
                row.getObject("measure", UUID.class),
                row.getString("team"),
                Inquiry.Stage.find(row.getString("stage")).orElseThrow(),
                row.getString("discover"),
                row.getString("dream"),
                row.getString("design"),
                row.getString("destiny"),
                row.getString("language"),
                row.getInt("version"));
    }
}

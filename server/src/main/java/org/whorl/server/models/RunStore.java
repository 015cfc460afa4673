package org.whorl.server.models;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What simulations found, in the database. */
@Repository
class RunStore {

    private static final String SELECT = """
            select id, model, version, name_en, name_cy, asked_at_page, replications, seed, made_at from model_run
            """;

    /** The long texts of a run. */
    enum Text {
        SUMMARY_EN,
        SUMMARY_CY,
        REPORT_EN,
        REPORT_CY,
        ANSWER;

        private String column() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final JdbcClient jdbc;

    RunStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID partnership, Found found, String asked, List<String> texts) {
        jdbc.sql("""
                        insert into model_run (partnership, id, model, version, name_en, name_cy, asked_at_page,
                            replications, seed, summary_en, summary_cy, report_en, report_cy, answer, asked)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(
                        partnership,
                        found.id(),
                        found.model(),
                        found.version(),
                        found.nameEn(),
                        found.nameCy(),
                        found.page(),
                        found.replications(),
                        found.seed(),
                        texts.get(0),
                        texts.get(1),
                        texts.get(2),
                        texts.get(3),
                        texts.get(4),
                        asked)
                .update();
    }

    /** The runs of a model, the newest first. */
    List<Found> list(UUID model) {
        return jdbc.sql(SELECT + "where model = ? order by made_at desc, id limit 50")
                .param(model)
                .query((row, _) -> found(row))
                .list();
    }

    Optional<Found> find(UUID model, UUID id) {
        return jdbc.sql(SELECT + "where model = ? and id = ?")
                .params(model, id)
                .query((row, _) -> found(row))
                .optional();
    }

    Optional<Found> findAnswered(UUID model, int version, String asked) {
        return jdbc.sql(SELECT + "where model = ? and version = ? and asked = ? order by made_at desc, id limit 1")
                .params(model, version, asked)
                .query((row, _) -> found(row))
                .optional();
    }

    Optional<Found> findAskedOn(UUID model, String page) {
        return jdbc.sql(SELECT + "where model = ? and asked_at_page = ? order by made_at desc, id limit 1")
                .params(model, page)
                .query((row, _) -> found(row))
                .optional();
    }

    Optional<String> text(UUID id, Text which) {
        return jdbc.sql("select " + which.column() + " from model_run where id = ?")
                .param(id)
                .query(String.class)
                .optional();
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getObject("id", UUID.class),
                row.getObject("model", UUID.class),
                row.getInt("version"),
                row.getString("name_en"),
                row.getString("name_cy"),
                row.getString("asked_at_page"),
                row.getInt("replications"),
                row.getLong("seed"),
                row.getTimestamp("made_at").toInstant());
    }
}

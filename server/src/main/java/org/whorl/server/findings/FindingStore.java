package org.whorl.server.findings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.platform.Parameters;
import org.whorl.server.search.Findable;
import org.whorl.server.trust.Action;

/** Findings in the database. */
@Repository
class FindingStore {

    private static final String FIND = """
            select coalesce(nullif(f.found, ''), f.title) as title, '' as other, f.language as lang,
                concat_ws(' ', f.title, f.which, f.whom, f.place, f.effect, f.measure) as words, '/findings/' || f.id as path
            from finding f where f.state = '%s'""";

    static final Findable PUBLISHED = new Findable("finding", Action.LOOK, FIND.formatted("published"));
    static final Findable DRAFTS = new Findable("finding-draft", Action.SEE_DRAFTS, FIND.formatted("draft"));

    private static final String SELECT = """
            select f.*, coalesce(m.name, '') as owner_name from finding f
            left join member m on m.partnership = f.partnership and m.id = f.owner
            """;

    private final JdbcClient jdbc;

    FindingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Finding> list(Finding.State state) {
        return jdbc.sql(SELECT + "where f.state = ? order by coalesce(f.published_at, f.changed_at) desc, f.id")
                .param(state.key())
                .query((row, _) -> finding(row))
                .list();
    }

    Optional<Finding> find(UUID id) {
        return jdbc.sql(SELECT + "where f.id = ? and f.state <> 'aside'")
                .param(id)
                .query((row, _) -> finding(row))
                .optional();
    }

    void add(UUID partnership, Finding finding) {
        Origin origin = finding.origin();
        ActionLine line = finding.line();
        jdbc.sql("""
                        insert into finding (partnership, id, title, asked, model, model_version, figure, read_at, found,
                            known, which, whom, place, effect, amount, effect_by, measure, measure_on, owner, language)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Parameters.of(
                        partnership,
                        finding.id(),
                        origin.title(),
                        origin.asked(),
                        origin.model(),
                        origin.model().map(_ -> origin.modelVersion()),
                        origin.figure(),
                        Timestamp.from(origin.readAt()),
                        finding.found(),
                        finding.known().map(Finding.Known::key).orElse(""),
                        line.which(),
                        line.whom(),
                        line.place(),
                        line.effect(),
                        line.amount(),
                        line.effectBy(),
                        line.measure(),
                        line.measureOn(),
                        finding.owner(),
                        finding.language()))
                .update();
    }

    /** What people write, column by column. */
    static Map<String, Object> written(Finding finding, Instant now) {
        ActionLine line = finding.line();
        Map<String, Object> values = new HashMap<>();
        values.put("found", finding.found());
        values.put("known", finding.known().map(Finding.Known::key).orElse(""));
        values.put("which", line.which());
        values.put("whom", line.whom());
        values.put("place", line.place());
        values.put("effect", line.effect());
        values.put("amount", line.amount());
        values.put("effect_by", line.effectBy());
        values.put("measure", line.measure());
        values.put("measure_on", line.measureOn());
        values.put("owner", finding.owner());
        values.put("changed_at", Timestamp.from(now));
        return values;
    }

    private static Finding finding(ResultSet row) throws SQLException {
        String known = row.getString("known");
        return new Finding(
                row.getObject("id", UUID.class),
                Finding.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                new Origin(
                        row.getString("title"),
                        row.getString("asked"),
                        Optional.ofNullable(row.getObject("model", UUID.class)),
                        row.getInt("model_version"),
                        row.getString("figure"),
                        row.getTimestamp("read_at").toInstant()),
                row.getString("found"),
                known.isEmpty() ? Optional.empty() : Optional.of(Finding.Known.valueOf(known.toUpperCase(Locale.ROOT))),
                new ActionLine(
                        row.getString("which"),
                        row.getString("whom"),
                        row.getString("place"),
                        row.getString("effect"),
                        row.getString("amount"),
                        Optional.ofNullable(row.getObject("effect_by", LocalDate.class)),
                        row.getString("measure"),
                        Optional.ofNullable(row.getObject("measure_on", LocalDate.class))),
                Optional.ofNullable(row.getObject("owner", UUID.class)),
                row.getString("owner_name"),
                row.getString("language"),
                row.getTimestamp("changed_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("published_at")).map(Timestamp::toInstant),
                row.getInt("version"));
    }
}

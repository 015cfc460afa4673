package org.whorl.server.decisions;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.search.Findable;
import org.whorl.server.trust.Action;

/** Decisions in the database. */
@Repository
class DecisionStore {

    private static final String FIND = """
            select d.question as title, '' as other, d.language as lang,
                concat_ws(' ', d.wanted, d.decided, d.rejected) as words, '/decisions/' || d.id as path
            from decision d where d.state = '%s'""";

    static final Findable MADE = new Findable("decision", Action.LOOK, FIND.formatted("made"));
    static final Findable OPEN = new Findable("decision-open", Action.SEE_DRAFTS, FIND.formatted("open"));

    private static final String SELECT = """
            select d.*, coalesce(m.name, '') as owner_name from decision d
            left join member m on m.partnership = d.partnership and m.id = d.owner
            """;

    private final JdbcClient jdbc;

    DecisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Decision> list(Decision.State state) {
        return jdbc.sql(SELECT + "where d.state = ? order by d.made_on desc nulls last, d.changed_at desc, d.id")
                .param(state.key())
                .query((row, _) -> decision(row))
                .list();
    }

    Optional<Decision> find(UUID id) {
        return jdbc.sql(SELECT + "where d.id = ? and d.state <> 'aside'")
                .param(id)
                .query((row, _) -> decision(row))
                .optional();
    }

    /** The same, which nobody changes until the transaction is over. */
    Optional<Decision> hold(UUID id) {
        jdbc.sql("select version from decision where id = ? for update")
                .param(id)
                .query(Integer.class)
                .optional();
        return find(id);
    }

    /** Whoever begins one of the same item of a meeting meanwhile waits until the transaction is over. */
    void holdItem(UUID item) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("decision of " + item)
                .query((_, _) -> item)
                .list();
    }

    /** The one of an item of a meeting. */
    Optional<UUID> findOf(UUID item) {
        return jdbc.sql("select id from decision where item = ? and state <> 'aside' order by changed_at, id limit 1")
                .param(item)
                .query(UUID.class)
                .optional();
    }

    void add(UUID partnership, Decision decision) {
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(partnership, decision.id(), decision.language()));
        values.add(decision.item().orElse(null));
        Map<String, Object> written = written(decision.said());
        List<String> columns = List.copyOf(written.keySet());
        columns.forEach(column ->
                values.add(written.get(column) instanceof Optional<?> some ? some.orElse(null) : written.get(column)));
        jdbc.sql("insert into decision (partnership, id, language, item, %s) values (?, ?, ?, ?, %s)"
                        .formatted(
                                String.join(", ", columns),
                                columns.stream().map(_ -> "?").collect(Collectors.joining(", "))))
                .params(values)
                .update();
    }

    /** What people write, column by column. */
    static Map<String, Object> written(Map<Field, String> said) {
        Map<String, Object> values = new HashMap<>();
        said.forEach((field, value) -> values.put(field.column(), column(field, value)));
        return values;
    }

    private static Object column(Field field, String value) {
        return switch (field.kind()) {
            case TEXT, CHOICE, SOME -> value;
            case DAY -> value.isEmpty() ? Optional.empty() : Date.valueOf(LocalDate.parse(value));
            case NUMBER -> value.isEmpty() ? Optional.empty() : Integer.valueOf(value);
            case ONE -> value.isEmpty() ? Optional.empty() : UUID.fromString(value);
        };
    }

    /** Those whose day of review has come and nobody has been told of it. */
    List<Decision> listDue(LocalDate today) {
        return jdbc.sql(
                        SELECT
                                + "where d.state = 'made' and d.review_on <= ? and d.told_for is distinct from d.review_on order by d.id")
                .param(Date.valueOf(today))
                .query((row, _) -> decision(row))
                .list();
    }

    /** Notes that people are told of that day; false if somebody has noted it already. */
    boolean tellOf(UUID id, LocalDate day) {
        return jdbc.sql("update decision set told_for = ? where id = ? and told_for is distinct from ?")
                        .params(Date.valueOf(day), id, Date.valueOf(day))
                        .update()
                == 1;
    }

    /** The partnerships in which a day of review has come; asked across all of them. */
    List<UUID> listPartnershipsDue(LocalDate today) {
        return jdbc.sql("""
                        select distinct partnership from decision
                        where state = 'made' and review_on <= ? and told_for is distinct from review_on""").param(Date.valueOf(today)).query(UUID.class).list();
    }

    private static Decision decision(ResultSet row) throws SQLException {
        Map<Field, String> said = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            @Nullable String value = row.getString(field.column());
            said.put(field, value == null ? "" : value);
        }
        return new Decision(
                row.getObject("id", UUID.class),
                Decision.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getObject("item", UUID.class)),
                said,
                row.getString("owner_name"),
                row.getString("language"),
                Optional.ofNullable(row.getObject("made_on", LocalDate.class)),
                row.getTimestamp("changed_at").toInstant(),
                row.getInt("version"));
    }
}

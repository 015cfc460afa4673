package org.whorl.server.experiments;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.platform.Parameters;
import org.whorl.server.search.Findable;
import org.whorl.server.trust.Action;

/** Experiments in the database. */
@Repository
class ExperimentStore {

    static final Findable FINDABLE = new Findable("experiment", Action.LOOK, """
            select title, '' as other, language as lang, concat_ws(' ', if_we, and_if, then_so, behaviour, learnt) as words,
                '/experiments/' || id as path from experiment where state <> 'aside'""");

    private static final String SELECT = """
            select e.*, coalesce(o.name, '') as owner_name, coalesce(t.name, '') as stopper_name,
                coalesce(p.name, '') as predictor_name from experiment e
            left join member o on o.partnership = e.partnership and o.id = e.owner
            left join member t on t.partnership = e.partnership and t.id = e.stopper
            left join member p on p.partnership = e.partnership and p.id = e.predicted_by
            """;

    private final JdbcClient jdbc;

    ExperimentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Experiment> list() {
        return jdbc.sql(SELECT + "where e.state <> 'aside' order by e.begun_on desc, e.changed_at desc, e.id")
                .query((row, _) -> experiment(row))
                .list();
    }

    Optional<Experiment> find(UUID id) {
        return jdbc.sql(SELECT + "where e.id = ? and e.state <> 'aside'")
                .param(id)
                .query((row, _) -> experiment(row))
                .optional();
    }

    /** The same, and nobody else changes it before this transaction is over. */
    Optional<Experiment> hold(UUID id) {
        jdbc.sql("select id from experiment where id = ? for update")
                .param(id)
                .query(UUID.class)
                .optional();
        return find(id);
    }

    void add(UUID partnership, Experiment experiment, Optional<UUID> member) {
        Map<String, Object> written = written(experiment.said());
        List<String> columns = List.copyOf(written.keySet());
        List<@Nullable Object> values = new ArrayList<>(Parameters.of(
                partnership,
                experiment.id(),
                experiment.spiral(),
                experiment.number(),
                experiment.follows(),
                experiment.decision(),
                experiment.permission(),
                experiment.finding(),
                experiment.language(),
                member,
                experiment.figure(Field.PREDICTED).flatMap(_ -> member),
                experiment.figure(Field.PREDICTED).map(_ -> Date.valueOf(experiment.begunOn())),
                Date.valueOf(experiment.begunOn())));
        columns.forEach(column ->
                values.add(written.get(column) instanceof Optional<?> some ? some.orElse(null) : written.get(column)));
        jdbc.sql("""
                        insert into experiment (partnership, id, spiral, number, follows, decision, permission, finding, language,
                            begun_by, predicted_by, predicted_on, begun_on, %s) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, %s)""".formatted(
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
            case TEXT, CHOICE, SOME, SITES, LOOKS -> value;
            case DAY -> value.isEmpty() ? Optional.empty() : Date.valueOf(LocalDate.parse(value));
            case NUMBER -> value.isEmpty() ? Optional.empty() : Integer.valueOf(value);
            case FIGURE -> value.isEmpty() ? Optional.empty() : Double.valueOf(value);
            case ONE -> value.isEmpty() ? Optional.empty() : UUID.fromString(value);
        };
    }

    /** Begins it, if it is still that version and has not begun; the day cannot be taken back. */
    boolean start(UUID id, int version, LocalDate on, Instant now) {
        return jdbc.sql("""
                        update experiment set state = 'running', started_on = ?, answer_first = respond_by, changed_at = ?,
                            version = version + 1
                        where id = ? and version = ? and state = 'draft'""")
                        .params(Date.valueOf(on), Timestamp.from(now), id, version)
                        .update()
                == 1;
    }

    /** What is known of a measure before an experiment begins: which way is better, and how far its values stray. */
    Optional<Chance.Known> findKnown(UUID measure, Experiment experiment) {
        Date until = Date.valueOf(Stream.concat(
                        experiment.startedOn().stream(),
                        experiment.sites().stream().flatMap(each -> each.startsOn().stream()))
                .min(LocalDate::compareTo)
                .orElse(LocalDate.of(9999, 1, 1)));
        return jdbc.sql("""
                        select better, people or kind in ('p', 'u') as counted from measure where id = ?""")
                .param(measure)
                .query((row, _) -> {
                    Chance.Way way = switch (row.getString("better")) {
                        case "increase" -> Chance.Way.RISE;
                        case "decrease" -> Chance.Way.FALL;
                        default -> Chance.Way.EITHER;
                    };
                    boolean counted = row.getBoolean("counted");
                    return new Chance.Known(way, counted, counted ? Optional.empty() : stray(measure, until));
                })
                .optional();
    }

    /** Each place around its own mean, of logarithms; none of too few values, or where one is nothing or below. */
    private Optional<Chance.Stray> stray(UUID measure, Date until) {
        return jdbc.sql("""
                        with point as (
                            select site, day, value, day - lag(day) over (partition by site order by day) as step
                            from measure_point where measure = ? and not gone and day < ?),
                        place as (
                            select site, count(*) as number, var_samp(ln(nullif(greatest(value, 0), 0))) as variance,
                                bool_and(value > 0) as positive from point group by site having count(*) > 1)
                        select sum((number - 1) * variance) / sum(number - 1) as variance, sum(number) as number,
                            bool_and(positive) as positive,
                            (select percentile_disc(0.5) within group (order by step) from point) as days
                        from place""")
                .params(measure, until)
                .query((row, _) -> {
                    boolean tells = row.getInt("number") >= Chance.Stray.FEWEST
                            && row.getBoolean("positive")
                            && row.getDouble("variance") > 0;
                    return tells
                            ? Optional.of(new Chance.Stray(
                                    Math.sqrt(row.getDouble("variance")), row.getInt("number"), row.getInt("days")))
                            : Optional.<Chance.Stray>empty();
                })
                .single();
    }

    /** Those of which such a day has come and nobody has been told. */
    List<Experiment> listDue(Due due, LocalDate today) {
        return jdbc.sql(SELECT
                        + "where e.state = '%s' and e.%s <= ? and e.%s is distinct from e.%s order by e.id"
                                .formatted(due.state(), due.day(), due.told(), due.day()))
                .param(Date.valueOf(today))
                .query((row, _) -> experiment(row))
                .list();
    }

    /** Notes that people are told of that day; false if somebody has noted it already. */
    boolean tellOf(UUID id, Due due) {
        return jdbc.sql("update experiment set %s = %s where id = ? and %s is distinct from %s"
                                .formatted(due.told(), due.day(), due.told(), due.day()))
                        .param(id)
                        .update()
                == 1;
    }

    /** The partnerships in which such a day has come; asked across all of them. */
    List<UUID> listPartnershipsDue(LocalDate today) {
        return Arrays.stream(Due.values())
                .flatMap(due -> jdbc
                        .sql(
                                "select distinct partnership from experiment where state = '%s' and %s <= ? and %s is distinct from %s"
                                        .formatted(due.state(), due.day(), due.told(), due.day()))
                        .param(Date.valueOf(today))
                        .query(UUID.class)
                        .list()
                        .stream())
                .distinct()
                .toList();
    }

    private static Experiment experiment(ResultSet row) throws SQLException {
        Map<Field, String> said = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            @Nullable String value = row.getString(field.column());
            said.put(field, value == null ? "" : value);
        }
        return new Experiment(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getObject("spiral", UUID.class)),
                Experiment.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("number"),
                Optional.ofNullable(row.getObject("follows", UUID.class)),
                Optional.ofNullable(row.getObject("decision", UUID.class)),
                Optional.ofNullable(row.getObject("permission", UUID.class)),
                Optional.ofNullable(row.getObject("finding", UUID.class)),
                said,
                new Experiment.Kept(
                        Optional.ofNullable(row.getObject("predicted_on", LocalDate.class)),
                        Optional.ofNullable(row.getObject("answer_first", LocalDate.class))),
                new Experiment.Names(
                        row.getString("owner_name"), row.getString("stopper_name"), row.getString("predictor_name")),
                row.getString("language"),
                row.getObject("begun_on", LocalDate.class),
                Optional.ofNullable(row.getObject("started_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("ended_on", LocalDate.class)),
                row.getTimestamp("changed_at").toInstant(),
                row.getInt("version"));
    }
}

package org.whorl.server.stories;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.design.Language;
import org.whorl.server.platform.Parameters;

/**
 * What was told, in the database. PostgreSQL hides these tables from every transaction that has not said that it cares
 * for stories; this store alone says so, for one statement at a time.
 */
@Repository
class HeldStore {

    private static final String SELECT = """
            select c.*, exists (select from teller_contact t where t.contribution = c.id) as reachable,
                array(select audience from consent a where a.contribution = c.id and a.taken_back_at is null) as audiences
            from contribution c
            """;

    private final JdbcClient jdbc;

    HeldStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps them, all or none.
     *
     * @return those that are new; of the others there is one with that code already
     */
    Set<UUID> add(UUID partnership, List<Told> all, Instant at) {
        List<Told> reachable =
                all.stream().filter(told -> !told.telling().contact().isEmpty()).toList();
        List<Map.Entry<UUID, Audience>> agreed = all.stream()
                .flatMap(told -> told.telling().audiences().stream().map(audience -> Map.entry(told.id(), audience)))
                .toList();
        return Set.copyOf(jdbc.sql("""
                        select whorl_take_in(?, ?, ?::uuid[], ?::uuid[], ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid[], ?, ?, ?,
                            ?, ?::uuid[], ?::uuid[], ?::uuid[], ?, ?::uuid[], ?)""")
                .params(
                        partnership,
                        Timestamp.from(at),
                        each(all, told -> told.id().toString()),
                        each(all, told -> id(told.spiral())),
                        each(all, told -> told.telling().kind().key()),
                        each(all, told -> told.telling().came().route()),
                        each(all, told -> told.telling().language().code()),
                        each(all, told -> told.telling().strength()),
                        each(all, told -> told.telling().about()),
                        each(all, told -> told.telling().words()),
                        all.stream().map(Told::fingerprint).toArray(byte[][]::new),
                        each(all, told -> told.telling().teller()),
                        each(all, told -> told.telling().age().key()),
                        each(all, told -> told.telling().country()),
                        each(all, told -> id(told.telling().place())),
                        each(all, told -> told.telling().nameChoice()),
                        each(all, told -> told.telling().name()),
                        each(all, told -> told.telling().answerIn().code()),
                        all.stream()
                                .map(told -> told.attached().recording().isPresent())
                                .toArray(Boolean[]::new),
                        each(all, told -> id(told.telling().came().collector())),
                        each(all, told -> id(told.telling().came().workshop())),
                        each(agreed, entry -> entry.getKey().toString()),
                        each(agreed, entry -> entry.getValue().key()),
                        each(reachable, told -> told.id().toString()),
                        each(reachable, told -> told.telling().contact()))
                .query(UUID.class)
                .list());
    }

    private static <T> @Nullable String[] each(List<T> all, Function<T, @Nullable String> part) {
        return all.stream().map(part).toArray(String[]::new);
    }

    private static @Nullable String id(Optional<UUID> id) {
        return id.map(UUID::toString).orElse(null);
    }

    /** A row of a sheet: what was told, and what the row is known by, in hexadecimal digits. */
    record SheetRow(Told told, String key) {}

    /** Keeps the rows of a sheet, but those that were brought before, whatever became of them; answers with those it keeps. */
    List<SheetRow> addRows(UUID partnership, List<SheetRow> rows, Instant at) {
        Set<String> unknown = Set.copyOf(inCare(() -> jdbc.sql("""
                        insert into sheet_row (partnership, key) select ?, decode(brought.key, 'hex')
                        from unnest(?) as brought (key) on conflict do nothing returning encode(key, 'hex')""")
                .params(partnership, each(rows, SheetRow::key))
                .query(String.class)
                .list()));
        List<SheetRow> fresh =
                rows.stream().filter(row -> unknown.contains(row.key())).toList();
        Set<UUID> kept = add(partnership, fresh.stream().map(SheetRow::told).toList(), at);
        return fresh.stream().filter(row -> kept.contains(row.told().id())).toList();
    }

    /** How many of the rows known by these keys were brought in before. */
    int countRows(List<String> keys) {
        return inCare(() -> jdbc.sql("""
                        select count(*) from sheet_row
                        where key in (select decode(brought.key, 'hex') from unnest(?) as brought (key))""")
                .param(keys.toArray(String[]::new))
                .query(Integer.class)
                .single());
    }

    /** What contributions are counted by. */
    enum By {
        ROUTE("route"),
        LANGUAGE("language"),
        PLACE("coalesce(place::text, country)"),
        COLLECTOR("coalesce(collector::text, '')");

        private final String column;

        By(String column) {
            this.column = column;
        }
    }

    /** How many there are of each kind; for {@link org.whorl.server.trust.Disclosure} to show. */
    Map<String, Integer> count(By by) {
        return inCare(
                () -> counts("select %s as key, count(*) as told from contribution group by 1".formatted(by.column)));
    }

    /** How far those are that somebody collected. */
    Map<String, Integer> countStages(UUID collector) {
        Map<String, Integer> stages = new HashMap<>();
        inCare(() -> counts(
                        "select state as key, count(*) as told from contribution where collector = ? group by 1",
                        collector))
                .forEach((state, told) -> stages.merge(Collected.stage(State.of(state)), told, Integer::sum));
        return stages;
    }

    /** Whom those may hear that somebody collected, as their tellers have it now. */
    Map<String, Integer> countConsents(UUID collector) {
        return inCare(() -> counts("""
                select a.audience as key, count(*) as told from consent a
                join contribution c on c.partnership = a.partnership and c.id = a.contribution
                where c.collector = ? and a.taken_back_at is null group by 1""", collector));
    }

    /** How many cards a workshop's board holds. */
    int countCards(UUID workshop) {
        return inCare(() -> jdbc.sql("select count(*) from contribution where workshop = ?")
                .param(workshop)
                .query(Integer.class)
                .single());
    }

    private Map<String, Integer> counts(String statement, Object... parameters) {
        Map<String, Integer> counts = new HashMap<>();
        jdbc.sql(statement).params(parameters).query(row -> {
            counts.put(row.getString("key"), row.getInt("told"));
        });
        return counts;
    }

    Optional<Contribution> find(byte[] code) {
        return inCare(() -> jdbc.sql(SELECT + "where c.code = ?")
                .param(code)
                .query((row, _) -> contribution(row))
                .optional());
    }

    Optional<Contribution> find(UUID id) {
        return inCare(() -> jdbc.sql(SELECT + "where c.id = ?")
                .param(id)
                .query((row, _) -> contribution(row))
                .optional());
    }

    /** Those in that state, the oldest first. */
    List<Contribution> list(Set<State> states) {
        return inCare(() -> jdbc.sql(SELECT + "where c.state = any (?) order by c.told_at, c.id")
                .param(states.stream().map(State::key).toArray(String[]::new))
                .query((row, _) -> contribution(row))
                .list());
    }

    /** The thanks that went to that member. */
    List<Contribution> listGiven(UUID member) {
        return inCare(
                () -> jdbc.sql(SELECT + "where c.given_to = ? and c.kind = 'thanks' order by c.given_at desc, c.id")
                        .param(member)
                        .query((row, _) -> contribution(row))
                        .list());
    }

    /** Notes something about it, if it is still that version. */
    boolean set(Contribution seen, Map<String, ?> values) {
        if (!Set.of(
                        "state",
                        "looked_at",
                        "to_teller",
                        "from_teller",
                        "edited_strength",
                        "edited_words",
                        "neighbour",
                        "approved_at",
                        "given_to",
                        "given_at")
                .containsAll(values.keySet())) {
            throw new IllegalArgumentException("what was told stays as it was told");
        }
        List<String> columns = List.copyOf(values.keySet());
        String sets = columns.stream().map(column -> column + " = ?").collect(Collectors.joining(", "));
        List<Object> parameters = new ArrayList<>();
        columns.forEach(column -> parameters.add(written(Objects.requireNonNull(values.get(column)))));
        parameters.add(seen.id());
        parameters.add(seen.version());
        return inCare(() -> jdbc.sql("update contribution set %s, version = version + 1 where id = ? and version = ?"
                                .formatted(sets))
                        .params(Parameters.of(parameters.toArray()))
                        .update()
                == 1);
    }

    private static Object written(Object value) {
        return switch (value) {
            case Instant at -> Timestamp.from(at);
            case State state -> state.key();
            default -> value;
        };
    }

    /** Who may hear it from now on; what was said before stays, with the time it was taken back. */
    void agree(Contribution seen, Set<Audience> audiences, Instant at) {
        inCare(() -> {
            jdbc.sql("""
                            update consent set taken_back_at = ?
                            where contribution = ? and taken_back_at is null and not audience = any (?)""").params(Timestamp.from(at), seen.id(), keys(audiences)).update();
            Set<Audience> newly = audiences.stream()
                    .filter(each -> !seen.audiences().contains(each))
                    .collect(Collectors.toSet());
            agree(seen.partnership(), seen.id(), newly, at);
            return true;
        });
    }

    private void agree(UUID partnership, UUID id, Set<Audience> audiences, Instant at) {
        jdbc.sql("""
                        insert into consent (partnership, contribution, audience, given_at)
                        select ?, ?, unnest(?::text[]), ?""")
                .params(partnership, id, keys(audiences), Timestamp.from(at))
                .update();
    }

    /** Deletes it and everything of it, and counts that there was one. What was reported stays without its words. */
    void withdraw(Contribution seen, Instant at) {
        inCare(() -> {
            jdbc.sql("update care_outcome set note = '' where contribution = ?")
                    .param(seen.id())
                    .update();
            return jdbc.sql("delete from contribution where id = ?")
                    .param(seen.id())
                    .update();
        });
        LocalDate month = LocalDate.ofInstant(at, ZoneOffset.UTC).withDayOfMonth(1);
        jdbc.sql("insert into withdrawn_contribution values (?, ?, ?, ?, ?, ?)")
                .params(Parameters.of(
                        seen.partnership(),
                        seen.id(),
                        seen.spiral(),
                        seen.kind().key(),
                        month,
                        seen.state() == State.RELEASED))
                .update();
    }

    /** How the teller may be reached. */
    Optional<String> findContact(UUID id) {
        return inCare(() -> jdbc.sql("select contact from teller_contact where contribution = ?")
                .param(id)
                .query(String.class)
                .optional());
    }

    static String[] keys(Set<Audience> audiences) {
        return audiences.stream().map(Audience::key).sorted().toArray(String[]::new);
    }

    /** After a mistake the whole transaction is undone, and with it that it cares. */
    <T> T inCare(Supplier<T> work) {
        say("yes");
        T done = work.get();
        say("");
        return done;
    }

    private void say(String cares) {
        jdbc.sql("select set_config('whorl.story_care', ?, true)")
                .param(cares)
                .query(String.class)
                .single();
    }

    private static Contribution contribution(ResultSet row) throws SQLException {
        return new Contribution(
                row.getObject("partnership", UUID.class),
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getObject("spiral", UUID.class)),
                Kind.find(row.getString("kind")).orElseThrow(),
                Language.of(row.getString("language")),
                row.getString("strength"),
                row.getString("about"),
                row.getString("words"),
                row.getBoolean("spoken"),
                row.getString("teller"),
                Age.valueOf(row.getString("age").toUpperCase(Locale.ROOT).replace('-', '_')),
                row.getString("country"),
                Optional.ofNullable(row.getObject("place", UUID.class)),
                row.getString("name"),
                Language.of(row.getString("answer_in")),
                State.of(row.getString("state")),
                row.getTimestamp("told_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("looked_at")).map(Timestamp::toInstant),
                row.getString("to_teller"),
                row.getString("from_teller"),
                new Contribution.Text(row.getString("edited_strength"), row.getString("edited_words")),
                row.getString("neighbour").equals("perhaps"),
                Optional.ofNullable(row.getTimestamp("approved_at")).map(Timestamp::toInstant),
                row.getBoolean("reachable"),
                row.getTimestamp("given_at") != null,
                Arrays.stream((String[]) row.getArray("audiences").getArray())
                        .map(Audience::of)
                        .sorted()
                        .toList(),
                row.getInt("version"));
    }
}

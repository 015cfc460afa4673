package org.whorl.server.stories;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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

    /** Keeps it; false if there is one with that code. */
    boolean add(UUID partnership, UUID id, Optional<UUID> spiral, Telling telling, byte[] code, Instant at) {
        return inCare(() -> {
            boolean fresh = jdbc.sql("""
                            insert into contribution (partnership, id, spiral, kind, route, language, strength, about, words,
                                code, teller, age, country, place, name_choice, name, answer_in, told_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (code) do nothing""")
                            .params(Parameters.of(
                                    partnership,
                                    id,
                                    spiral,
                                    telling.kind().key(),
                                    telling.route(),
                                    telling.language().code(),
                                    telling.strength(),
                                    telling.about(),
                                    telling.words(),
                                    code,
                                    telling.teller(),
                                    telling.age().key(),
                                    telling.country(),
                                    telling.place(),
                                    telling.nameChoice(),
                                    telling.name(),
                                    telling.answerIn().code(),
                                    Timestamp.from(at)))
                            .update()
                    == 1;
            if (fresh) {
                agree(partnership, id, telling.audiences(), at);
                if (!telling.contact().isEmpty()) {
                    jdbc.sql("insert into teller_contact values (?, ?, ?)")
                            .params(partnership, id, telling.contact())
                            .update();
                }
            }
            return fresh;
        });
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
        audiences.forEach(audience -> jdbc.sql(
                        "insert into consent (partnership, contribution, audience, given_at) values (?, ?, ?, ?)")
                .params(partnership, id, audience.key(), Timestamp.from(at))
                .update());
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
        jdbc.sql("insert into withdrawn_contribution values (?, gen_random_uuid(), ?, ?, ?, ?)")
                .params(Parameters.of(
                        seen.partnership(), seen.spiral(), seen.kind().key(), month, seen.state() == State.RELEASED))
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

package org.whorl.server.strengths;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.platform.Parameters;

/**
 * What is confided, in the database. PostgreSQL shows a row only to a statement that says for whom it is: for the one who
 * was chosen, or for whoever has the code. This store alone says so, for one statement at a time.
 */
@Repository
class ConfidedStore {

    private static final String SELECT = """
            select c.*, m.name as trusted_name, m.left_on is not null as trusted_left from confided c
            join member m on m.partnership = c.partnership and m.id = c.trusted
            """;

    private final JdbcClient jdbc;

    ConfidedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Trusted> listTrusted() {
        return jdbc.sql("""
                        select t.*, m.name from trusted t join member m on m.partnership = t.partnership and m.id = t.member
                        where m.left_on is null order by m.name, m.id""")
                .query((row, _) -> new Trusted(
                        row.getObject("member", UUID.class),
                        row.getString("name"),
                        row.getString("sentence"),
                        row.getString("language"),
                        row.getBoolean("named_outside")))
                .list();
    }

    void put(UUID partnership, Trusted trusted, LocalDate today) {
        jdbc.sql("""
                        insert into trusted values (?, ?, ?, ?, ?, ?)
                        on conflict (partnership, member) do update set sentence = excluded.sentence,
                            language = excluded.language, named_outside = excluded.named_outside""")
                .params(
                        partnership,
                        trusted.member(),
                        trusted.sentence(),
                        trusted.language(),
                        trusted.namedOutside(),
                        today)
                .update();
    }

    void removeTrusted(UUID member) {
        jdbc.sql("delete from trusted where member = ?").param(member).update();
    }

    void add(
            UUID partnership,
            UUID id,
            byte[] code,
            UUID trusted,
            Confided.Letter letter,
            Instant at,
            LocalDate answerBy) {
        readBy(
                code,
                () -> jdbc.sql("""
                        insert into confided (partnership, id, code, trusted, words, contact, name, language, told_at, answer_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (code) do nothing""")
                        .params(
                                partnership,
                                id,
                                code,
                                trusted,
                                letter.words(),
                                letter.contact(),
                                letter.name(),
                                letter.language(),
                                Timestamp.from(at),
                                answerBy)
                        .update());
    }

    Optional<Confided> find(byte[] code) {
        return readBy(
                code,
                () -> jdbc.sql(SELECT + "where c.code = ?")
                        .param(code)
                        .query((row, _) -> confided(row))
                        .optional());
    }

    /** What that member was asked for, what waits longest first. */
    List<Confided> list(UUID trusted) {
        return readBy(
                trusted.toString(),
                () -> jdbc.sql(SELECT + "where c.trusted = ? order by c.answered_at nulls first, c.told_at, c.id")
                        .param(trusted)
                        .query((row, _) -> confided(row))
                        .list());
    }

    /** Notes something about it for whoever has the code; false if it is no longer that version. */
    boolean set(byte[] code, Confided seen, Map<String, ?> values) {
        return readBy(code, () -> set(seen, values));
    }

    /** The same for the one who was chosen. */
    boolean set(UUID trusted, Confided seen, Map<String, ?> values) {
        return readBy(trusted.toString(), () -> set(seen, values));
    }

    private boolean set(Confided seen, Map<String, ?> values) {
        List<String> columns = List.copyOf(values.keySet());
        String sets = columns.stream().map(column -> column + " = ?").collect(Collectors.joining(", "));
        Object[] parameters = new Object[columns.size() + 2];
        for (int i = 0; i < columns.size(); i++) {
            Object value = values.get(columns.get(i));
            parameters[i] = value instanceof Instant at ? Timestamp.from(at) : Optional.ofNullable(value);
        }
        parameters[columns.size()] = seen.id();
        parameters[columns.size() + 1] = seen.version();
        return jdbc.sql("update confided set %s, version = version + 1 where id = ? and version = ?".formatted(sets))
                        .params(Parameters.of(parameters))
                        .update()
                == 1;
    }

    void remove(byte[] code) {
        readBy(
                code,
                () -> jdbc.sql("delete from confided where code = ?")
                        .param(code)
                        .update());
    }

    private <T> T readBy(byte[] code, Supplier<T> work) {
        return readBy(HexFormat.of().formatHex(code), work);
    }

    /** After a mistake the whole transaction is undone, and with it for whom it was. */
    private <T> T readBy(String confidant, Supplier<T> work) {
        say(confidant);
        T done = work.get();
        say("");
        return done;
    }

    private void say(String confidant) {
        jdbc.sql("select set_config('whorl.confidant', ?, true)")
                .param(confidant)
                .query(String.class)
                .single();
    }

    private static Confided confided(ResultSet row) throws SQLException {
        return new Confided(
                row.getObject("partnership", UUID.class),
                row.getObject("id", UUID.class),
                row.getObject("trusted", UUID.class),
                row.getString("trusted_name"),
                row.getBoolean("trusted_left"),
                row.getString("words"),
                row.getString("contact"),
                row.getString("name"),
                row.getString("language"),
                row.getTimestamp("told_at").toInstant(),
                row.getObject("answer_by", LocalDate.class),
                row.getString("answer"),
                Optional.ofNullable(row.getTimestamp("answered_at")).map(Timestamp::toInstant),
                row.getString("ask_words"),
                Confided.AskState.valueOf(row.getString("ask_state").toUpperCase(Locale.ROOT)),
                row.getInt("version"));
    }
}

package org.whorl.server.opinions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.platform.Parameters;

/** Statements in the database. The words of those from a story are not here: they are kept with the story. */
@Repository
class StatementStore {

    private final JdbcClient jdbc;

    StatementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of a conversation, by number. */
    List<Statement> list(UUID conversation) {
        return jdbc.sql("select * from opinion_statement where conversation = ? order by number")
                .param(conversation)
                .query((row, _) -> statement(row))
                .list();
    }

    Optional<Statement> find(UUID id) {
        return jdbc.sql("select * from opinion_statement where id = ?")
                .param(id)
                .query((row, _) -> statement(row))
                .optional();
    }

    int nextNumber(UUID conversation) {
        return jdbc.sql("select coalesce(max(number), -1) + 1 from opinion_statement where conversation = ?")
                .param(conversation)
                .query(Integer.class)
                .single();
    }

    void add(UUID partnership, Statement statement) {
        jdbc.sql("""
                        insert into opinion_statement (partnership, id, conversation, number, words, language, translation,
                            translated, came, member, voter, sentence, state, note)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Parameters.of(
                        partnership,
                        statement.id(),
                        statement.conversation(),
                        statement.number(),
                        statement.words(),
                        statement.language(),
                        statement.translation(),
                        statement.translated(),
                        statement.came(),
                        statement.member(),
                        statement.voter(),
                        statement.sentence(),
                        statement.state().key(),
                        statement.note()))
                .update();
    }

    /** Changes it as it was read; false if somebody else was first. */
    boolean judge(UUID id, int version, Statement.State state, String note, String translation, String translated) {
        return jdbc.sql("""
                        update opinion_statement set state = ?, note = ?, translation = ?, translated = ?,
                            version = version + 1 where id = ? and version = ?""")
                        .params(state.key(), note, translation, translated, id, version)
                        .update()
                == 1;
    }

    /** Says it otherwise; then it waits again. Only where that was asked for. */
    boolean reword(UUID id, int version, String words) {
        return jdbc.sql("""
                        update opinion_statement set words = ?, state = 'waiting', version = version + 1
                        where id = ? and version = ? and state = 'reword' and came <> 'story'""").params(words, id, version).update() == 1;
    }

    private static Statement statement(ResultSet row) throws SQLException {
        return new Statement(
                row.getObject("id", UUID.class),
                row.getObject("conversation", UUID.class),
                row.getInt("number"),
                row.getString("words"),
                row.getString("language"),
                row.getString("translation"),
                row.getString("translated"),
                row.getString("came"),
                Optional.ofNullable(row.getObject("member", UUID.class)),
                Optional.ofNullable(row.getObject("voter", UUID.class)),
                Optional.ofNullable(row.getObject("sentence", UUID.class)),
                Statement.State.find(row.getString("state")).orElseThrow(),
                row.getString("note"),
                row.getInt("version"));
    }
}

package org.whorl.server.opinions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.opinions.Conversation.Named;

/** Conversations in the database. */
@Repository
class ConversationStore {

    private final JdbcClient jdbc;

    ConversationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first. */
    List<Conversation> list() {
        return select("order by opened_on desc, question_en, id");
    }

    Optional<Conversation> find(UUID id) {
        return select("where id = ?", id).stream().findFirst();
    }

    Optional<Conversation> find(String code) {
        return select("where code = ?", code).stream().findFirst();
    }

    private List<Conversation> select(String which, Object... parameters) {
        return jdbc
                .sql("select * from opinion_conversation " + which)
                .params(parameters)
                .query((row, _) -> new Conversation(
                        row.getObject("id", UUID.class),
                        row.getObject("partnership", UUID.class),
                        row.getString("code"),
                        row.getObject("spiral", UUID.class),
                        row.getString("question_en"),
                        row.getString("question_cy"),
                        row.getBoolean("open"),
                        row.getBoolean("brought"),
                        List.of(),
                        row.getObject("opened_on", LocalDate.class)))
                .list()
                .stream()
                .map(this::withRoles)
                .toList();
    }

    private Conversation withRoles(Conversation bare) {
        List<Named> roles = jdbc.sql("select * from opinion_role where conversation = ? order by number")
                .param(bare.id())
                .query((row, _) -> new Named(row.getInt("number"), row.getString("name_en"), row.getString("name_cy")))
                .list();
        return new Conversation(
                bare.id(),
                bare.partnership(),
                bare.code(),
                bare.spiral(),
                bare.questionEn(),
                bare.questionCy(),
                bare.open(),
                bare.brought(),
                new ArrayList<>(roles),
                bare.openedOn());
    }

    /** How many had voted when its files were taken away last; nought before. */
    int countTaken(UUID id) {
        return jdbc.sql("select taken_at from opinion_conversation where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    void setTaken(UUID id, int voted) {
        jdbc.sql("update opinion_conversation set taken_at = ? where id = ?")
                .params(voted, id)
                .update();
    }

    void add(Conversation conversation) {
        jdbc.sql("insert into opinion_conversation values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        conversation.partnership(),
                        conversation.id(),
                        conversation.code(),
                        conversation.spiral(),
                        conversation.questionEn(),
                        conversation.questionCy(),
                        conversation.open(),
                        conversation.brought(),
                        conversation.openedOn())
                .update();
        conversation
                .roles()
                .forEach(role -> jdbc.sql("insert into opinion_role values (?, ?, ?, ?, ?)")
                        .params(conversation.partnership(), conversation.id(), role.number(), role.en(), role.cy())
                        .update());
    }

    void setOpen(UUID id, boolean open) {
        jdbc.sql("update opinion_conversation set open = ? where id = ?")
                .params(open, id)
                .update();
    }

    /** Who comes next waits until whoever was first is done. */
    void lock(UUID id) {
        jdbc.sql("select id from opinion_conversation where id = ? for update")
                .param(id)
                .query(UUID.class)
                .optional();
    }
}

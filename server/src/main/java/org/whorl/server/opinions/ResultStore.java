package org.whorl.server.opinions;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What came of conversations, in the database. */
@Repository
class ResultStore {

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;

    ResultStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A result, when it was worked out, and how many had voted then. */
    record Kept(Result result, Instant at, int voted) {}

    Optional<Kept> find(UUID conversation) {
        return jdbc.sql("select * from opinion_result where conversation = ?")
                .param(conversation)
                .query((row, _) -> new Kept(
                        JSON.readValue(row.getString("document"), Result.class),
                        row.getTimestamp("at").toInstant(),
                        row.getInt("voted")))
                .optional();
    }

    void put(UUID partnership, UUID conversation, Kept kept) {
        jdbc.sql("""
                        insert into opinion_result values (?, ?, ?, ?, ?)
                        on conflict (partnership, conversation) do update
                            set at = excluded.at, voted = excluded.voted, document = excluded.document""")
                .params(
                        partnership,
                        conversation,
                        Timestamp.from(kept.at()),
                        kept.voted(),
                        JSON.writeValueAsString(kept.result()))
                .update();
    }
}

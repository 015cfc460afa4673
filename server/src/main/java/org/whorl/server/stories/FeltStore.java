package org.whorl.server.stories;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.platform.Parameters;

/** How it felt to take part, in the database: of when, only the month. */
@Repository
class FeltStore {

    private final JdbcClient jdbc;

    FeltStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID partnership, Felt felt, LocalDate month) {
        jdbc.sql("insert into felt values (?, gen_random_uuid(), ?, ?, ?, ?, ?, ?, ?)")
                .params(Parameters.of(
                        partnership,
                        felt.after().key(),
                        felt.spiral(),
                        felt.language(),
                        Optional.ofNullable(felt.answers().get("heard")),
                        Optional.ofNullable(felt.answers().get("safe")),
                        Optional.ofNullable(felt.answers().get("worth")),
                        month))
                .update();
    }

    /** All of them since that month, in no order that says who was first. */
    List<Felt> list(LocalDate since) {
        return jdbc.sql("select * from felt where month >= ? order by id")
                .param(since)
                .query((row, _) -> {
                    Map<String, Integer> answers = new HashMap<>();
                    for (String question : Felt.QUESTIONS) {
                        int answer = row.getInt(question);
                        if (answer > 0) {
                            answers.put(question, answer);
                        }
                    }
                    return new Felt(
                            Felt.After.of(row.getString("after")),
                            Optional.ofNullable(row.getObject("spiral", UUID.class)),
                            row.getString("language"),
                            answers);
                })
                .list();
    }
}

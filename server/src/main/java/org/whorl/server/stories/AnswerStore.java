package org.whorl.server.stories;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.design.Language;

/** What tellers were answered, in the database; hidden like the stories themselves. */
@Repository
class AnswerStore {

    private final JdbcClient jdbc;
    private final HeldStore held;

    AnswerStore(JdbcClient jdbc, HeldStore held) {
        this.jdbc = jdbc;
        this.held = held;
    }

    void add(UUID partnership, UUID contribution, Answer answer, UUID member) {
        held.inCare(() -> jdbc.sql("insert into teller_answer values (?, gen_random_uuid(), ?, ?, ?, ?, ?)")
                .params(
                        partnership,
                        contribution,
                        answer.words(),
                        answer.language(),
                        member,
                        Timestamp.from(answer.at()))
                .update());
    }

    /** In the order in which they came. */
    List<Answer> list(UUID contribution) {
        return held.inCare(() -> jdbc.sql("select * from teller_answer where contribution = ? order by at, id")
                .param(contribution)
                .query((row, _) -> new Answer(
                        row.getString("words"),
                        row.getString("language"),
                        row.getTimestamp("at").toInstant()))
                .list());
    }

    /** Everything told since then, the oldest first; a question, help pointed to and what came of it are answers too. */
    List<Awaited> listAwaited(Instant since) {
        return held.inCare(() -> jdbc.sql("""
                        select c.id, c.kind, c.language, c.answer_in, c.told_at, c.looked_at, (
                            select min(a.at) from (
                                select at from teller_answer where contribution = c.id
                                union all select at from contribution_use where contribution = c.id
                                union all select at from care_outcome
                                    where contribution = c.id and outcome in ('contact', 'signpost')) a) as answered_at
                        from contribution c where c.told_at >= ? order by c.told_at, c.id""")
                .param(Timestamp.from(since))
                .query((row, _) -> new Awaited(
                        row.getObject("id", UUID.class),
                        Kind.find(row.getString("kind")).orElseThrow(),
                        Language.of(row.getString("language")),
                        Language.of(row.getString("answer_in")),
                        row.getTimestamp("told_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("looked_at")).map(Timestamp::toInstant),
                        Optional.ofNullable(row.getTimestamp("answered_at")).map(Timestamp::toInstant)))
                .list());
    }
}

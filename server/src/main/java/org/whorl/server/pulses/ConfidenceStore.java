package org.whorl.server.pulses;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.platform.Parameters;

/** How sure people said they feel, in the database. */
@Repository
class ConfidenceStore {

    private final JdbcClient jdbc;

    ConfidenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose round has that code. */
    Optional<UUID> findPartnership(String code) {
        return jdbc.sql("select partnership from pulse where code = ?")
                .param(code)
                .query(UUID.class)
                .optional();
    }

    /** Notes that a sheet was sent in; false if it had been, or the round is over. */
    boolean give(UUID partnership, UUID pulse, byte[] key) {
        return jdbc.sql("""
                        insert into confidence_given (partnership, pulse, key)
                        select ?, id, ? from pulse where id = ? and closed_on is null on conflict do nothing""").params(partnership, key, pulse).update() == 1;
    }

    /** Under a number drawn by chance, so that the order says nothing. */
    void answer(UUID partnership, UUID pulse, Confidence.Answer answer) {
        jdbc.sql("""
                        insert into confidence_answer (partnership, id, pulse, perspective, heard, trying, daring)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(Parameters.of(
                        partnership,
                        UUID.randomUUID(),
                        pulse,
                        answer.group(),
                        answer.mark(Confidence.Question.HEARD),
                        answer.mark(Confidence.Question.TRYING),
                        answer.mark(Confidence.Question.DARING)))
                .update();
    }

    List<Confidence.Answer> list(UUID pulse) {
        return jdbc.sql("select perspective, heard, trying, daring from confidence_answer where pulse = ? order by id")
                .param(pulse)
                .query((row, _) -> new Confidence.Answer(
                        Optional.ofNullable(row.getObject("perspective", UUID.class)),
                        Map.of(
                                Confidence.Question.HEARD, row.getInt("heard"),
                                Confidence.Question.TRYING, row.getInt("trying"),
                                Confidence.Question.DARING, row.getInt("daring"))))
                .list();
    }
}

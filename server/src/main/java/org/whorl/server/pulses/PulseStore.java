package org.whorl.server.pulses;

import java.sql.Date;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.engine.voices.TrustPulse;
import org.whorl.server.platform.Parameters;

/** Rounds of all kinds; of trust between partners also who has answered, and answers, in the database; the last two know nothing of each other. */
@Repository
class PulseStore {

    private final JdbcClient jdbc;

    PulseStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Begins a round; false if that turn has had one of its kind. */
    boolean open(UUID partnership, Pulse pulse, Optional<UUID> member) {
        return jdbc.sql("""
                        insert into pulse (partnership, id, spiral, turn, kind, opened_on, opened_by, code)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict do nothing""")
                        .params(Parameters.of(
                                partnership,
                                pulse.id(),
                                pulse.spiral(),
                                pulse.turn(),
                                pulse.kind().key(),
                                Date.valueOf(pulse.openedOn()),
                                member,
                                pulse.code()))
                        .update()
                == 1;
    }

    boolean close(UUID id, LocalDate day) {
        return jdbc.sql("update pulse set closed_on = ? where id = ? and closed_on is null")
                        .params(Date.valueOf(day), id)
                        .update()
                == 1;
    }

    List<Pulse> list() {
        return jdbc.sql("select * from pulse order by turn, opened_on, id")
                .query((row, _) -> new Pulse(
                        row.getObject("id", UUID.class),
                        row.getObject("spiral", UUID.class),
                        row.getInt("turn"),
                        Pulse.Kind.of(row.getString("kind")),
                        row.getObject("opened_on", LocalDate.class),
                        Optional.ofNullable(row.getObject("closed_on", LocalDate.class)),
                        Optional.ofNullable(row.getString("code"))))
                .list();
    }

    /** Notes that somebody has answered about a partner; false if they had. */
    boolean give(UUID partnership, UUID pulse, UUID member, UUID about, String note) {
        return jdbc.sql("""
                        insert into pulse_given (partnership, pulse, member, about, note)
                        select ?, id, ?, ?, ? from pulse where id = ? and closed_on is null on conflict do nothing""").params(partnership, member, about, note, pulse).update() == 1;
    }

    /** Under a number drawn by chance, so that the order says nothing. */
    void answer(UUID partnership, UUID pulse, UUID from, UUID about, int trust) {
        jdbc.sql(
                        "insert into pulse_answer (partnership, id, pulse, from_partner, about, trust) values (?, ?, ?, ?, ?, ?)")
                .params(partnership, UUID.randomUUID(), pulse, from, about, trust)
                .update();
    }

    List<TrustPulse.Answer> listAnswers(UUID pulse) {
        return jdbc.sql(
                        "select from_partner, about, trust from pulse_answer where pulse = ? order by about, from_partner, id")
                .param(pulse)
                .query((row, _) -> new TrustPulse.Answer(
                        row.getString("from_partner"), row.getString("about"), row.getInt("trust")))
                .list();
    }

    /** About whom somebody has answered in a round, and what they wrote for themselves. */
    Map<UUID, String> listGiven(UUID pulse, UUID member) {
        Map<UUID, String> given = new HashMap<>();
        jdbc.sql("select about, note from pulse_given where pulse = ? and member = ?")
                .params(pulse, member)
                .query((RowCallbackHandler)
                        row -> given.put(row.getObject("about", UUID.class), row.getString("note")));
        return given;
    }
}

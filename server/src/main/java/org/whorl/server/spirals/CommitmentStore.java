package org.whorl.server.spirals;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.platform.Parameters;
import org.whorl.server.search.Findable;
import org.whorl.server.trust.Action;

/** Ways of working that were agreed on for a turn, in the database. */
@Repository
class CommitmentStore {

    static final Findable COMMITMENTS = new Findable("commitment", Action.LOOK, """
            select c.what as title, '' as other, c.language as lang, c.learnt as words,
                '/spirals/' || c.spiral || '/commitments#commitment-' || c.id as path
            from commitment c""");

    private final JdbcClient jdbc;

    CommitmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of a spiral, turn by turn, in the order they were written in. */
    List<Commitment> list(UUID spiral) {
        return jdbc.sql("""
                        select c.*, coalesce(m.name, '') as owner_name from commitment c
                        left join member m on m.partnership = c.partnership and m.id = c.owner
                        where c.spiral = ? order by c.turn, c.place""")
                .param(spiral)
                .query((row, _) -> new Commitment(
                        row.getObject("id", UUID.class),
                        row.getObject("spiral", UUID.class),
                        row.getInt("turn"),
                        row.getString("what"),
                        row.getString("language"),
                        Optional.ofNullable(row.getObject("owner", UUID.class)),
                        row.getString("owner_name"),
                        Optional.ofNullable(row.getObject("due_on", LocalDate.class)),
                        Commitment.Outcome.of(row.getString("outcome")),
                        row.getString("learnt"),
                        row.getString("learnt_language"),
                        row.getInt("version")))
                .list();
    }

    /** Adds one to a turn that goes on; false if it is over or has as many as there may be. */
    boolean add(UUID partnership, Commitment commitment) {
        return jdbc.sql("""
                        insert into commitment (partnership, id, spiral, turn, place, what, language, owner, due_on)
                        select ?, ?, t.spiral, t.number, free.place, ?, ?, ?, ?
                        from turn t cross join lateral (
                            select min(place) as place from generate_series(1, ?) as place where not exists (
                                select from commitment c where c.partnership = t.partnership and c.spiral = t.spiral
                                    and c.turn = t.number and c.place = place.place)) free
                        where t.spiral = ? and t.number = ? and t.ended_on is null and free.place is not null
                        on conflict do nothing""")
                        .params(Parameters.of(
                                partnership,
                                commitment.id(),
                                commitment.what(),
                                commitment.language(),
                                commitment.owner(),
                                commitment.dueOn().map(Date::valueOf),
                                Commitment.MOST,
                                commitment.spiral(),
                                commitment.turn()))
                        .update()
                == 1;
    }

    /** How many came to what, of one spiral or of all. */
    Commitment.Tally tally(Optional<UUID> spiral) {
        return jdbc.sql("""
                        select count(*) filter (where outcome = 'kept') as kept,
                            count(*) filter (where outcome = 'partly') as partly,
                            count(*) filter (where outcome = 'not-kept') as not_kept,
                            count(*) filter (where outcome = '' and t.ended_on is not null) as waiting
                        from commitment c
                        join turn t on t.partnership = c.partnership and t.spiral = c.spiral and t.number = c.turn
                        where cast(:spiral as uuid) is null or c.spiral = cast(:spiral as uuid)""")
                .param("spiral", spiral.map(UUID::toString).orElse(null))
                .query((row, _) -> new Commitment.Tally(
                        row.getInt("kept"), row.getInt("partly"), row.getInt("not_kept"), row.getInt("waiting")))
                .single();
    }
}

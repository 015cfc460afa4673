package org.whorl.server.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.platform.Parameters;

/** Jobs in the database. Whoever runs one gives signs of life; PostgreSQL's own clock judges them. */
@Repository
class JobStore {

    private static final int ATTEMPTS = 3;

    private final JdbcClient jdbc;

    JobStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a job; where the same is waiting or running, gives back that one. */
    UUID add(Job job, boolean resumes) {
        jdbc.sql("""
                        insert into job (partnership, id, kind, parameters, resumes, member, account)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(Parameters.of(
                        job.partnership(),
                        job.id(),
                        job.kind(),
                        job.parameters(),
                        resumes,
                        job.member(),
                        job.account()))
                .update();
        return jdbc.sql("""
                        select id from job where partnership = ? and kind = ? and parameters = ?
                        order by state in ('waiting', 'running') desc, made_at desc limit 1""")
                .params(job.partnership(), job.kind(), job.parameters())
                .query(UUID.class)
                .single();
    }

    /** What an account has started in a partnership, the newest first. */
    List<Job> list(UUID partnership, UUID account, int most) {
        return jdbc.sql("""
                        select * from job where partnership = ? and account = ? order by made_at desc, id limit ?""")
                .params(partnership, account, most)
                .query((row, _) -> job(row))
                .list();
    }

    Optional<Job> find(UUID partnership, UUID account, UUID id) {
        return jdbc.sql("select * from job where partnership = ? and account = ? and id = ?")
                .params(partnership, account, id)
                .query((row, _) -> job(row))
                .optional();
    }

    /** Asks a job to stop; one that waits is stopped at once. False if it has ended. */
    boolean cancel(UUID partnership, UUID id) {
        return jdbc.sql("""
                        update job set cancel_asked = true,
                            state = case when state = 'waiting' then 'cancelled' else state end,
                            ended_at = case when state = 'waiting' then now() end
                        where partnership = ? and id = ? and state in ('waiting', 'running')""").params(partnership, id).update() == 1;
    }

    /** Takes the next job: of the partnership for which least is being done, or was longest ago, the oldest. */
    Optional<Job> take(UUID worker) {
        return jdbc.sql("""
                        update job set state = 'running', worker = ?, attempts = attempts + 1, beat_at = now(),
                            started_at = now(), done = 0, expected = 0, step = '{}'
                        where (partnership, id) = (
                            select partnership, id from job w where state = 'waiting'
                            order by
                                (select count(*) from job r
                                    where r.partnership = w.partnership and r.state = 'running'),
                                (select max(started_at) from job r where r.partnership = w.partnership) nulls first,
                                made_at, id
                            for update skip locked limit 1)
                        returning *""").param(worker).query((row, _) -> job(row)).optional();
    }

    /** Gives a sign of life, and says how far it is. Empty if the job is no longer ours; otherwise whether to stop. */
    Optional<Boolean> beat(UUID worker, UUID id, Run.At at) {
        return jdbc.sql("""
                        update job set beat_at = now(), done = ?, expected = ?, step = ?
                        where id = ? and worker = ? and state = 'running' returning cancel_asked""")
                .params(at.done(), at.expected(), at.step().toArray(String[]::new), id, worker)
                .query(Boolean.class)
                .optional();
    }

    /** Ends a job that is still ours. */
    boolean end(UUID worker, UUID id, Job.State state, Outcome outcome) {
        return jdbc.sql("""
                        update job set state = ?, ended_at = now(), outcome = ?, link = ?, file = ?,
                            done = case when ? = 'done' then greatest(expected, 1) else done end,
                            expected = greatest(expected, 1)
                        where id = ? and worker = ? and state = 'running'""")
                        .params(
                                state.key(),
                                outcome.sentence().isEmpty()
                                        ? new String[0]
                                        : Sentence.of(outcome.sentence(), outcome.parts())
                                                .toArray(String[]::new),
                                outcome.link(),
                                outcome.file(),
                                state.key(),
                                id,
                                worker)
                        .update()
                == 1;
    }

    /** What a worker had in hand waits again, or is told to have been interrupted. */
    List<Job> letGo(UUID worker) {
        return over("worker = :worker", worker, Duration.ZERO);
    }

    /** The same for jobs whose workers have given no sign of life for so long. */
    List<Job> findAbandoned(Duration silence) {
        return over("beat_at < now() - make_interval(secs => :silence)", new UUID(0, 0), silence);
    }

    /** Those of them that ended by it. */
    private List<Job> over(String which, UUID worker, Duration silence) {
        return jdbc
                .sql("""
                        update job set worker = null,
                            state = case when cancel_asked then 'cancelled'
                                when resumes and attempts < :attempts then 'waiting' else 'interrupted' end,
                            ended_at = case when resumes and attempts < :attempts and not cancel_asked
                                then null else now() end
                        where state = 'running' and %s returning *""".formatted(which))
                .param("attempts", ATTEMPTS)
                .param("worker", worker)
                .param("silence", (double) silence.toSeconds())
                .query((row, _) -> job(row))
                .list()
                .stream()
                .filter(job -> !job.goesOn())
                .toList();
    }

    /** The jobs that ended so long ago, and whose files need no longer be kept; they have none from then on. */
    List<UUID> forgetFiles(Duration old) {
        return jdbc.sql("""
                        update job set file = '' where file <> '' and ended_at < now() - make_interval(secs => ?)
                        returning id""").param((double) old.toSeconds()).query(UUID.class).list();
    }

    /** The jobs of a kind in a partnership that have left a file; they have none from then on. */
    List<UUID> forgetFiles(UUID partnership, String kind) {
        return jdbc.sql("update job set file = '' where file <> '' and partnership = ? and kind = ? returning id")
                .params(partnership, kind)
                .query(UUID.class)
                .list();
    }

    private static Job job(ResultSet row) throws SQLException {
        return new Job(
                row.getObject("partnership", UUID.class),
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("parameters"),
                Job.State.of(row.getString("state")),
                Optional.ofNullable(row.getObject("member", UUID.class)),
                Optional.ofNullable(row.getObject("account", UUID.class)),
                row.getTimestamp("made_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(java.sql.Timestamp::toInstant),
                row.getInt("done"),
                row.getInt("expected"),
                List.of((String[]) row.getArray("step").getArray()),
                row.getBoolean("cancel_asked"),
                List.of((String[]) row.getArray("outcome").getArray()),
                row.getString("link"),
                row.getString("file"));
    }
}

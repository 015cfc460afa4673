package org.whorl.server.experiments;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.decisions.Evidence;
import org.whorl.server.platform.Parameters;

/** What goes along with an experiment, in the database. */
@Repository
class AlongsideStore {

    private final JdbcClient jdbc;

    AlongsideStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Clause, List<Evidence>> listEvidence(UUID experiment) {
        Map<Clause, List<Evidence>> all = new EnumMap<>(Clause.class);
        jdbc.sql("select * from experiment_evidence where experiment = ? order by clause, kind, id")
                .param(experiment)
                .query((RowCallbackHandler) row -> all.computeIfAbsent(
                                Clause.find(row.getString("clause")).orElseThrow(), _ -> new ArrayList<>())
                        .add(new Evidence(
                                row.getObject("id", UUID.class),
                                Evidence.Kind.find(row.getString("kind")).orElseThrow(),
                                row.getObject("target", UUID.class),
                                row.getInt("number"))));
        return all;
    }

    void addEvidence(UUID partnership, UUID experiment, Clause clause, Evidence evidence) {
        jdbc.sql("""
                        insert into experiment_evidence (partnership, id, experiment, clause, kind, target, number)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(
                        partnership,
                        evidence.id(),
                        experiment,
                        clause.key(),
                        evidence.kind().key(),
                        evidence.target(),
                        evidence.number())
                .update();
    }

    boolean removeEvidence(UUID experiment, UUID evidence) {
        return jdbc.sql("delete from experiment_evidence where experiment = ? and id = ?")
                        .params(experiment, evidence)
                        .update()
                == 1;
    }

    List<UUID> listHelpers(UUID experiment) {
        return jdbc.sql("select member from experiment_helper where experiment = ? order by member")
                .param(experiment)
                .query(UUID.class)
                .list();
    }

    void addHelper(UUID partnership, UUID experiment, UUID member) {
        jdbc.sql(
                        "insert into experiment_helper (partnership, experiment, member) values (?, ?, ?) on conflict do nothing")
                .params(partnership, experiment, member)
                .update();
    }

    void removeHelper(UUID experiment, UUID member) {
        jdbc.sql("delete from experiment_helper where experiment = ? and member = ?")
                .params(experiment, member)
                .update();
    }

    List<Task> listTasks(UUID experiment) {
        return jdbc.sql("""
                        select t.*, coalesce(m.name, '') as owner_name from experiment_task t
                        left join member m on m.partnership = t.partnership and m.id = t.owner
                        where t.experiment = ? order by t.done_on nulls first, t.due_on nulls last, t.id""").param(experiment).query((row, _) -> task(row)).list();
    }

    Optional<Task> findTask(UUID id) {
        return jdbc.sql("""
                        select t.*, coalesce(m.name, '') as owner_name from experiment_task t
                        left join member m on m.partnership = t.partnership and m.id = t.owner where t.id = ?""").param(id).query((row, _) -> task(row)).optional();
    }

    /** Sent twice it is one. */
    boolean add(UUID partnership, Task task) {
        return jdbc.sql("""
                        insert into experiment_task (partnership, id, experiment, what, owner, due_on, language)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(Parameters.of(
                                partnership,
                                task.id(),
                                task.experiment(),
                                task.what(),
                                task.owner(),
                                task.dueOn().map(Date::valueOf),
                                task.language()))
                        .update()
                == 1;
    }

    List<Entry> listEntries(UUID experiment) {
        return jdbc.sql("""
                        select n.*, coalesce(m.name, '') as name from experiment_note n
                        left join member m on m.partnership = n.partnership and m.id = n.noted_by
                        where n.experiment = ? order by n.noted_on desc, n.noted_at desc, n.id""")
                .param(experiment)
                .query((row, _) -> new Entry(
                        Entry.Kind.find(row.getString("kind")).orElseThrow(),
                        row.getString("words"),
                        row.getString("language"),
                        row.getObject("noted_on", LocalDate.class),
                        row.getString("name")))
                .list();
    }

    void add(UUID partnership, UUID experiment, Entry entry, Optional<UUID> member, Instant now) {
        jdbc.sql("""
                        insert into experiment_note (partnership, id, experiment, kind, words, language, noted_on, noted_at,
                            noted_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Parameters.of(
                        partnership,
                        UUID.randomUUID(),
                        experiment,
                        entry.kind().key(),
                        entry.words(),
                        entry.language(),
                        Date.valueOf(entry.on()),
                        Timestamp.from(now),
                        member))
                .update();
    }

    List<UUID> listStories(UUID experiment) {
        return jdbc.sql("select story from experiment_story where experiment = ? order by pinned_on desc, story")
                .param(experiment)
                .query(UUID.class)
                .list();
    }

    void pin(UUID partnership, UUID experiment, UUID story, LocalDate on) {
        jdbc.sql("""
                        insert into experiment_story (partnership, experiment, story, pinned_on) values (?, ?, ?, ?)
                        on conflict do nothing""").params(partnership, experiment, story, Date.valueOf(on)).update();
    }

    void unpin(UUID experiment, UUID story) {
        jdbc.sql("delete from experiment_story where experiment = ? and story = ?")
                .params(experiment, story)
                .update();
    }

    private static Task task(ResultSet row) throws SQLException {
        return new Task(
                row.getObject("id", UUID.class),
                row.getObject("experiment", UUID.class),
                row.getString("what"),
                Optional.ofNullable(row.getObject("owner", UUID.class)),
                row.getString("owner_name"),
                Optional.ofNullable(row.getObject("due_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("done_on", LocalDate.class)),
                row.getString("language"),
                row.getInt("version"));
    }
}

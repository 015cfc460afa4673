package org.whorl.server.stories;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.design.Language;
import org.whorl.server.platform.Parameters;

/** Who cares for stories, what they have read, and what they decided, in the database. */
@Repository
class CareStore {

    private final JdbcClient jdbc;
    private final HeldStore held;

    CareStore(JdbcClient jdbc, HeldStore held) {
        this.jdbc = jdbc;
        this.held = held;
    }

    /** Everybody with that role, whoever has read least first. */
    List<Carer> listCarers(LocalDate today, Instant since) {
        return held.inCare(() -> jdbc.sql("""
                        select m.id, m.name, c.trained_on, coalesce(c.avoids, false) as avoids,
                            exists (select from care_duty d where d.member = m.id and d.day = :today) as today,
                            (select count(*) from care_reading r where r.member = m.id and r.at >= :since) as read,
                            (select count(*) from care_reading r
                                where r.member = m.id and r.at >= :since and r.hard) as hard
                        from member m join member_role o on o.member = m.id and o.role = 'story-carer'
                        left join carer c on c.member = m.id
                        where m.left_on is null order by hard, read, m.name""")
                .param("today", Date.valueOf(today))
                .param("since", Timestamp.from(since))
                .query((row, _) -> new Carer(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        Optional.ofNullable(row.getObject("trained_on", LocalDate.class)),
                        row.getBoolean("avoids"),
                        row.getBoolean("today"),
                        row.getInt("read"),
                        row.getInt("hard")))
                .list());
    }

    void setCarer(UUID partnership, UUID member, LocalDate trainedOn, boolean avoids) {
        jdbc.sql("""
                        insert into carer values (?, ?, ?, ?) on conflict (partnership, member)
                        do update set trained_on = excluded.trained_on, avoids = excluded.avoids""")
                .params(partnership, member, Date.valueOf(trainedOn), avoids)
                .update();
    }

    void setDuty(UUID partnership, UUID member, LocalDate day, boolean there) {
        jdbc.sql("delete from care_duty where member = ? and day = ?")
                .params(member, Date.valueOf(day))
                .update();
        if (there) {
            jdbc.sql("insert into care_duty values (?, ?, ?)")
                    .params(partnership, Date.valueOf(day), member)
                    .update();
        }
    }

    /** Which ones a member has read. */
    Set<UUID> listRead(UUID member) {
        return new HashSet<>(held.inCare(() -> jdbc.sql("select contribution from care_reading where member = ?")
                .param(member)
                .query(UUID.class)
                .list()));
    }

    void noteReading(UUID partnership, UUID contribution, UUID member, boolean hard, Instant at) {
        held.inCare(() -> jdbc.sql("insert into care_reading values (?, ?, ?, ?, ?) on conflict do nothing")
                .params(partnership, contribution, member, hard, Timestamp.from(at))
                .update());
    }

    void add(UUID partnership, UUID contribution, Outcome outcome, UUID member, Instant at) {
        held.inCare(() -> jdbc.sql("""
                        insert into care_outcome (partnership, id, contribution, outcome, member, at, reported_to,
                            reference, reported_at, note)
                        values (?, gen_random_uuid(), ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Parameters.of(
                        partnership,
                        contribution,
                        outcome.kind().key(),
                        member,
                        Timestamp.from(at),
                        outcome.report().map(Outcome.Report::to).orElse(""),
                        outcome.report().map(Outcome.Report::reference).orElse(""),
                        outcome.report().map(report -> Timestamp.from(report.at())),
                        outcome.note()))
                .update());
    }

    List<Outcome.Noted> listOutcomes(UUID contribution) {
        return held.inCare(() ->
                jdbc.sql("""
                        select o.*, m.name from care_outcome o
                        join member m on m.partnership = o.partnership and m.id = o.member
                        where o.contribution = ? order by o.at, o.id""").param(contribution).query((row, _) -> noted(row)).list());
    }

    private static Outcome.Noted noted(ResultSet row) throws SQLException {
        Optional<Outcome.Report> report = row.getTimestamp("reported_at") == null
                ? Optional.empty()
                : Optional.of(new Outcome.Report(
                        row.getString("reported_to"),
                        row.getString("reference"),
                        row.getTimestamp("reported_at").toInstant()));
        return new Outcome.Noted(
                new Outcome(Outcome.Kind.find(row.getString("outcome")).orElseThrow(), row.getString("note"), report),
                row.getString("name"),
                row.getObject("member", UUID.class),
                row.getTimestamp("at").toInstant());
    }

    /** How long stories that came since then waited for their first reading. */
    List<Turnaround> listTurnarounds(Instant since) {
        return held.inCare(() -> jdbc.sql("""
                        select language, count(*) as stories,
                            percentile_cont(array[0.5, 0.25, 0.75]) within group
                                (order by extract(epoch from looked_at - told_at) / 3600) as hours
                        from contribution where looked_at is not null and told_at >= ? group by language order by language""")
                .param(Timestamp.from(since))
                .query((row, _) -> {
                    Double[] hours = (Double[]) row.getArray("hours").getArray();
                    return new Turnaround(
                            Language.of(row.getString("language")),
                            row.getInt("stories"),
                            hours[0],
                            hours[1],
                            hours[2]);
                })
                .list());
    }

    /** How many were withdrawn. */
    int countWithdrawn() {
        return jdbc.sql("select count(*) from withdrawn_contribution")
                .query(Integer.class)
                .single();
    }
}

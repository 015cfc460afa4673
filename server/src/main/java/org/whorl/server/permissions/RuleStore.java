package org.whorl.server.permissions;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.platform.Parameters;
import org.whorl.server.search.Findable;
import org.whorl.server.trust.Action;

/** Rules in the database. */
@Repository
class RuleStore {

    static final Findable FINDABLE = new Findable("rule", Action.LOOK, """
            select name as title, '' as other, language as lang, source as words, '/rules/' || id as path from rule""");

    private static final String SELECT = """
            select r.*, p.name_en, p.name_cy from rule r
            join partner p on p.partnership = r.partnership and p.id = r.partner
            """;

    private final JdbcClient jdbc;

    RuleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Rule> list() {
        return jdbc.sql(SELECT + "order by p.name_en, p.id, r.name, r.id")
                .query((row, _) -> rule(row))
                .list();
    }

    Optional<Rule> find(UUID id) {
        return jdbc.sql(SELECT + "where r.id = ?")
                .param(id)
                .query((row, _) -> rule(row))
                .optional();
    }

    /** Is it otherwise retired now than before the change that led to that version? */
    boolean isAboutRetiring(UUID id, int version) {
        return jdbc.sql("""
                        select exists (select from earlier e join rule r on r.partnership = e.partnership and r.id = e.subject
                            where e.kind = ? and e.subject = ? and e.version = ? - 1
                            and (e.content ->> 'retired_on') is distinct from r.retired_on::text)""")
                .params(Rule.VERSIONED.kind(), id, version)
                .query(Boolean.class)
                .single();
    }

    /** How many days each was suspended so far, of permissions that were not stopped. */
    Map<UUID, Integer> listDaysSuspended(LocalDate today) {
        Map<UUID, Integer> days = new HashMap<>();
        jdbc.sql("""
                        select pr.rule, sum(least(p.ends_on + 1, :today::date) - p.starts_on)::int as days
                        from permission_rule pr join permission p on p.partnership = pr.partnership and p.id = pr.permission
                        where p.stopped_at is null and p.starts_on < :today::date and not exists (
                            select from permission_rule other
                            join rule r on r.partnership = other.partnership and r.id = other.rule
                            where other.partnership = p.partnership and other.permission = p.id and not exists (
                                select from permission_signature s where s.partnership = p.partnership and s.permission = p.id
                                    and s.partner = r.partner and s.signed = p.version))
                        group by pr.rule""")
                .param("today", Date.valueOf(today))
                .query((row, _) -> Map.entry(row.getObject("rule", UUID.class), row.getInt("days")))
                .list()
                .forEach(each -> days.put(each.getKey(), each.getValue()));
        return days;
    }

    void add(UUID partnership, Rule rule, Optional<UUID> member) {
        jdbc.sql("""
                        insert into rule (partnership, id, name, partner, source, duty, kind, added, minutes_low, minutes_high,
                            staff, since, review_on, language, added_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Parameters.of(
                        partnership,
                        rule.id(),
                        rule.name(),
                        rule.owner().partner(),
                        rule.source(),
                        rule.duty().map(Duty::key).orElse(""),
                        rule.kind().key(),
                        rule.added(),
                        rule.minutesLow(),
                        rule.minutesHigh(),
                        rule.staff(),
                        Date.valueOf(rule.since()),
                        rule.reviewOn().map(Date::valueOf),
                        rule.language(),
                        member))
                .update();
    }

    /** What people change of it, column by column. */
    static Map<String, Object> written(Rule rule) {
        return Map.of(
                "name", rule.name(),
                "source", rule.source(),
                "minutes_low", rule.minutesLow(),
                "minutes_high", rule.minutesHigh(),
                "staff", rule.staff(),
                "review_on", rule.reviewOn().map(Date::valueOf));
    }

    /** Those of all partnerships that have lapsed and of which nobody was told. */
    List<UUID> listPartnershipsWithLapsed(LocalDate today) {
        return jdbc.sql("""
                        select distinct partnership from rule
                        where added and retired_on is null and review_on < ? and not lapse_told""").param(Date.valueOf(today)).query(UUID.class).list();
    }

    /** Those that have lapsed and of which nobody was told until now, with who added them. */
    List<Lapse> tellLapsed(LocalDate today) {
        return jdbc.sql("""
                        update rule set lapse_told = true
                        where added and retired_on is null and review_on < ? and not lapse_told returning id, added_by""")
                .param(Date.valueOf(today))
                .query((row, _) -> new Lapse(
                        row.getObject("id", UUID.class),
                        Optional.ofNullable(row.getObject("added_by", UUID.class)).stream()
                                .toList()))
                .list();
    }

    static Rule rule(ResultSet row) throws SQLException {
        return new Rule(
                row.getObject("id", UUID.class),
                row.getString("name"),
                new Authority(row.getObject("partner", UUID.class), row.getString("name_en"), row.getString("name_cy")),
                row.getString("source"),
                duty(row.getString("duty")),
                Rule.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getBoolean("added"),
                row.getInt("minutes_low"),
                row.getInt("minutes_high"),
                row.getInt("staff"),
                row.getObject("since", LocalDate.class),
                Optional.ofNullable(row.getObject("review_on", LocalDate.class)),
                row.getString("renewed_why"),
                Optional.ofNullable(row.getObject("retired_on", LocalDate.class)),
                row.getString("retired_why"),
                row.getString("language"),
                row.getInt("version"));
    }

    /** A key that a newer list knows is still a duty in law. */
    private static Optional<Duty> duty(String key) {
        return key.isEmpty() ? Optional.empty() : Optional.of(Duty.of(key).orElse(Duty.OTHER));
    }
}

package org.whorl.server.permissions;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.design.Pause;
import org.whorl.server.measures.Range;
import org.whorl.server.platform.Parameters;
import org.whorl.server.search.Findable;
import org.whorl.server.trust.Action;

/** Permissions in the database, with their rules, what stops them and who signs. */
@Repository
class PermissionStore {

    static final Findable FINDABLE = new Findable("permission", Action.LOOK, """
            select tries as title, '' as other, language as lang, concat_ws(' ', principles, place, whom, safety) as words,
                '/permissions/' || id as path from permission""");

    private static final String SELECT = """
            select p.*, coalesce(o.name, '') as owner_name, coalesce(b.name, '') as stopped_name from permission p
            left join member o on o.partnership = p.partnership and o.id = p.owner
            left join member b on b.partnership = p.partnership and b.id = p.stopped_by
            """;

    private final JdbcClient jdbc;

    PermissionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Permission> list() {
        return filled(jdbc.sql(SELECT + "order by p.ends_on, p.id")
                .query((row, _) -> bare(row))
                .list());
    }

    Optional<Permission> find(UUID id) {
        return filled(jdbc.sql(SELECT + "where p.id = ?")
                        .param(id)
                        .query((row, _) -> bare(row))
                        .list())
                .stream()
                .findFirst();
    }

    /** The same, and nobody else changes it before this transaction is over. */
    Optional<Permission> hold(UUID id) {
        jdbc.sql("select id from permission where id = ? for update")
                .param(id)
                .query(UUID.class)
                .optional();
        return find(id);
    }

    /** Is there that decision: one that is made, or also one that is being prepared? */
    boolean hasDecision(UUID id, boolean drafts) {
        return jdbc.sql(
                        "select exists(select from decision where id = ? and (state = 'made' or (? and state = 'open')))")
                .params(id, drafts)
                .query(Boolean.class)
                .single();
    }

    void add(UUID partnership, Permission permission, Optional<UUID> member) {
        jdbc.sql("""
                        insert into permission (partnership, id, tries, principles, place, whom, most, safety,
                            suspends, signers, heard, alternatives, anyway, starts_on, ends_on, decision, renews, learnt, owner,
                            begun_by, language)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Parameters.of(
                        partnership,
                        permission.id(),
                        permission.tries(),
                        permission.principles(),
                        permission.place(),
                        permission.whom(),
                        permission.most(),
                        permission.safety(),
                        permission.suspends(),
                        permission.signers(),
                        permission.pause().heard(),
                        permission.pause().alternatives(),
                        permission.pause().anyway(),
                        Date.valueOf(permission.span().starts()),
                        Date.valueOf(permission.span().ends()),
                        permission.decision(),
                        permission.renews(),
                        permission.learnt(),
                        permission.owner(),
                        member,
                        permission.language()))
                .update();
        putParts(partnership, permission);
    }

    /** What people write, column by column. */
    static Map<String, Object> written(Permission permission) {
        Map<String, Object> values = new HashMap<>();
        values.put("tries", permission.tries());
        values.put("principles", permission.principles());
        values.put("place", permission.place());
        values.put("whom", permission.whom());
        values.put("most", permission.most());
        values.put("safety", permission.safety());
        values.put("suspends", permission.suspends());
        values.put("signers", permission.signers());
        values.put("heard", permission.pause().heard());
        values.put("alternatives", permission.pause().alternatives());
        values.put("anyway", permission.pause().anyway());
        values.put("starts_on", Date.valueOf(permission.span().starts()));
        values.put("ends_on", Date.valueOf(permission.span().ends()));
        values.put("learnt", permission.learnt());
        values.put("owner", permission.owner());
        return values;
    }

    /** Its rules, what stops it and who signs, in place of what was there. */
    void putParts(UUID partnership, Permission permission) {
        UUID id = permission.id();
        for (String table : List.of("permission_rule", "permission_stop")) {
            jdbc.sql("delete from %s where permission = ?".formatted(table))
                    .param(id)
                    .update();
        }
        permission
                .rules()
                .forEach(
                        rule -> jdbc.sql("insert into permission_rule (partnership, permission, rule) values (?, ?, ?)")
                                .params(partnership, id, rule.id())
                                .update());
        for (int i = 0; i < permission.stops().size(); i++) {
            Stop stop = permission.stops().get(i);
            jdbc.sql("""
                            insert into permission_stop (partnership, permission, number, what, way, figure, days, measure)
                            values (?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(Parameters.of(
                            partnership,
                            id,
                            i + 1,
                            stop.what(),
                            stop.way().key(),
                            stop.figure(),
                            stop.days(),
                            stop.measure()))
                    .update();
        }
        List<UUID> signing = permission.signatures().stream()
                .map(each -> each.authority().partner())
                .toList();
        jdbc
                .sql("select partner from permission_signature where permission = ?")
                .param(id)
                .query(UUID.class)
                .list()
                .stream()
                .filter(each -> !signing.contains(each))
                .forEach(gone -> jdbc.sql("delete from permission_signature where permission = ? and partner = ?")
                        .params(id, gone)
                        .update());
        // Whoever had signed an earlier version is still seen to have, and is asked again.
        permission
                .signatures()
                .forEach(each -> jdbc.sql("""
                        insert into permission_signature as s (partnership, permission, partner, member, named_by)
                        values (?, ?, ?, ?, ?)
                        on conflict (partnership, permission, partner) do update set member = excluded.member,
                            named_by = case when s.member = excluded.member then s.named_by else excluded.named_by end,
                            signed = case when s.member = excluded.member then s.signed end,
                            signed_at = case when s.member = excluded.member then s.signed_at end""")
                        .params(Parameters.of(
                                partnership, id, each.authority().partner(), each.member(), each.namedBy()))
                        .update());
    }

    /** Signs a version for every organisation that member signs for; false if there is none. */
    boolean sign(UUID id, UUID member, int version, Instant now) {
        return jdbc.sql("update permission_signature set signed = ?, signed_at = ? where permission = ? and member = ?")
                        .params(version, Timestamp.from(now), id, member)
                        .update()
                > 0;
    }

    /** Notes that people are told of a figure; false if they were told of it before. */
    boolean told(UUID partnership, UUID id, int number, Range figure, LocalDate today) {
        return jdbc.sql("""
                        insert into permission_stop_told (partnership, permission, number, point, figure, told_on)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(partnership, id, number, figure.point(), figure.figure(), Date.valueOf(today))
                        .update()
                == 1;
    }

    void stop(UUID id, Optional<UUID> member, Instant now, String why) {
        jdbc.sql("update permission set stopped_at = ?, stopped_by = ?, stopped_why = ? where id = ?")
                .params(Parameters.of(Timestamp.from(now), member, why, id))
                .update();
    }

    /** In which partnerships one has lapsed of which nobody was told. */
    List<UUID> listPartnershipsWithLapsed(LocalDate today) {
        return jdbc.sql("""
                        select distinct partnership from permission
                        where stopped_at is null and ends_on < ? and not lapse_told""").param(Date.valueOf(today)).query(UUID.class).list();
    }

    /** Those that have lapsed and of which nobody was told until now, with all whom they concern. */
    List<Lapse> tellLapsed(LocalDate today) {
        return jdbc.sql("""
                        with over as (
                            update permission set lapse_told = true
                            where stopped_at is null and ends_on < ? and not lapse_told
                            returning partnership, id, owner, begun_by)
                        select over.id, array(select owner union select begun_by where begun_by is not null union
                            select s.member from permission_signature s
                            where s.partnership = over.partnership and s.permission = over.id)::text[] as whom
                        from over""")
                .param(Date.valueOf(today))
                .query((row, _) -> new Lapse(row.getObject("id", UUID.class), ids(row)))
                .list();
    }

    private static List<UUID> ids(ResultSet row) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        for (Object each : (Object[]) row.getArray("whom").getArray()) {
            ids.add(UUID.fromString(String.valueOf(each)));
        }
        return ids;
    }

    private List<Permission> filled(List<Permission> bare) {
        if (bare.isEmpty()) {
            return bare;
        }
        Map<UUID, List<Rule>> rules = new HashMap<>();
        jdbc.sql("""
                        select pr.permission, pr.name as name_then, pr.source as source_then, pr.language as language_then,
                            r.*, p.name_en, p.name_cy
                        from permission_rule pr
                        join rule r on r.partnership = pr.partnership and r.id = pr.rule
                        join partner p on p.partnership = r.partnership and p.id = r.partner
                        order by p.name_en, p.id, r.name, r.id""")
                .query((row, _) -> Map.entry(
                        row.getObject("permission", UUID.class),
                        RuleStore.rule(row)
                                .saying(
                                        row.getString("name_then"),
                                        row.getString("source_then"),
                                        row.getString("language_then"))))
                .list()
                .forEach(each -> rules.computeIfAbsent(each.getKey(), _ -> new ArrayList<>())
                        .add(each.getValue()));
        Map<UUID, List<Stop>> stops = new HashMap<>();
        jdbc.sql("select * from permission_stop order by number")
                .query((row, _) -> Map.entry(
                        row.getObject("permission", UUID.class),
                        new Stop(
                                row.getString("what"),
                                Stop.Way.valueOf(row.getString("way").toUpperCase(Locale.ROOT)),
                                row.getDouble("figure"),
                                row.getInt("days"),
                                Optional.ofNullable(row.getObject("measure", UUID.class)))))
                .list()
                .forEach(each -> stops.computeIfAbsent(each.getKey(), _ -> new ArrayList<>())
                        .add(each.getValue()));
        Map<UUID, List<Signature>> signatures = new HashMap<>();
        jdbc.sql("""
                        select s.*, p.name_en, p.name_cy, coalesce(m.name, '') as name from permission_signature s
                        join partner p on p.partnership = s.partnership and p.id = s.partner
                        left join member m on m.partnership = s.partnership and m.id = s.member
                        order by p.name_en, p.id""")
                .query((row, _) -> Map.entry(row.getObject("permission", UUID.class), signature(row)))
                .list()
                .forEach(each -> signatures
                        .computeIfAbsent(each.getKey(), _ -> new ArrayList<>())
                        .add(each.getValue()));
        return bare.stream()
                .map(each -> each.with(
                        rules.getOrDefault(each.id(), List.of()),
                        stops.getOrDefault(each.id(), List.of()),
                        signatures.getOrDefault(each.id(), List.of())))
                .toList();
    }

    private static Signature signature(ResultSet row) throws SQLException {
        return new Signature(
                new Authority(row.getObject("partner", UUID.class), row.getString("name_en"), row.getString("name_cy")),
                row.getObject("member", UUID.class),
                row.getString("name"),
                Optional.ofNullable(row.getObject("named_by", UUID.class)),
                row.getInt("signed"),
                Optional.ofNullable(row.getTimestamp("signed_at")).map(Timestamp::toInstant));
    }

    private static Permission bare(ResultSet row) throws SQLException {
        String stoppedBy = row.getString("stopped_name");
        String why = row.getString("stopped_why");
        return new Permission(
                row.getObject("id", UUID.class),
                row.getString("tries"),
                row.getString("principles"),
                row.getString("place"),
                row.getString("whom"),
                row.getInt("most"),
                row.getString("safety"),
                new Pause(row.getString("heard"), row.getString("alternatives"), row.getString("anyway")),
                new Span(row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class)),
                List.of(),
                List.of(),
                List.of(),
                Optional.ofNullable(row.getObject("decision", UUID.class)),
                Optional.ofNullable(row.getObject("renews", UUID.class)),
                row.getString("learnt"),
                row.getObject("owner", UUID.class),
                row.getString("owner_name"),
                Optional.ofNullable(row.getObject("begun_by", UUID.class)),
                Optional.ofNullable(row.getTimestamp("stopped_at"))
                        .map(at -> new Stopped(at.toInstant(), stoppedBy, why)),
                row.getString("language"),
                row.getInt("version"));
    }
}

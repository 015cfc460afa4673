package org.whorl.server.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.design.Language;
import org.whorl.server.design.Wording;
import org.whorl.server.platform.Parameters;
import org.whorl.server.search.Findable;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Role;

/** Partnerships and their people in the database. */
@Repository
class PeopleStore {

    static final Findable MEMBERS = new Findable("member", Action.SEE_PEOPLE, """
            select name as title, '' as other, '' as lang, '' as words, '/people/' || id as path
            from member where left_on is null and coalesce(until, current_date) >= current_date""");

    static final Findable PARTNERS = new Findable("partner", Action.LOOK, """
            select name_en as title, name_cy as other, 'en' as lang, '' as words, '/partners' as path from partner""");

    static final Findable PLACES = new Findable("place", Action.LOOK, """
            select name_en as title, name_cy as other, 'en' as lang, '' as words, '/places' as path from place""");

    private static final String PARTNERSHIP = """
            select p.*, array(select array[word, name_en, name_cy] from own_word w where w.partnership = p.id) as words
            from partnership p
            """;

    private final JdbcClient jdbc;

    PeopleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Partnership> findPartnership(String slug) {
        return jdbc.sql(PARTNERSHIP + "where p.slug = ?")
                .param(slug)
                .query((row, _) -> partnership(row))
                .optional();
    }

    Optional<Partnership> findPartnership(UUID id) {
        return jdbc.sql(PARTNERSHIP + "where p.id = ?")
                .param(id)
                .query((row, _) -> partnership(row))
                .optional();
    }

    List<Partnership> listOpen() {
        return jdbc.sql(PARTNERSHIP + "where p.open_to_guests order by p.illustrative desc, p.name_en")
                .query((row, _) -> partnership(row))
                .list();
    }

    List<Partnership> listOf(UUID account) {
        return jdbc.sql(PARTNERSHIP + """
                        join member m on m.partnership = p.id
                        where m.account = ? and m.left_on is null and coalesce(m.until, current_date) >= current_date
                        order by p.name_en""")
                .param(account)
                .query((row, _) -> partnership(row))
                .list();
    }

    void add(Partnership partnership) {
        jdbc.sql("""
                        insert into partnership (id, slug, name_en, name_cy, open_to_guests, illustrative)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        partnership.id(),
                        partnership.slug(),
                        partnership.nameEn(),
                        partnership.nameCy(),
                        partnership.open(),
                        partnership.illustrative())
                .update();
    }

    void add(UUID partnership, Member member, Optional<UUID> account, Optional<UUID> onlySpiral) {
        jdbc.sql("""
                        insert into member (partnership, id, account, name, partner, perspective, joined_on, until,
                            only_spiral)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Parameters.of(
                        partnership,
                        member.id(),
                        account,
                        member.name(),
                        member.partner().map(Partner::id),
                        member.perspective().map(Perspective::id),
                        member.joinedOn(),
                        member.until(),
                        onlySpiral))
                .update();
        member.roles()
                .forEach(role -> jdbc.sql("insert into member_role values (?, ?, ?)")
                        .params(partnership, member.id(), role.key())
                        .update());
        member.circles()
                .forEach(circle -> jdbc.sql("insert into circle_member values (?, ?, ?)")
                        .params(partnership, member.id(), circle)
                        .update());
    }

    List<Member> listMembers() {
        return jdbc.sql("""
                        select m.*, o.name_en as partner_en, o.name_cy as partner_cy, o.kind, o.began_on, o.ended_on,
                            v.name_en as voice_en, v.name_cy as voice_cy, v.required,
                            array(select role from member_role r where r.member = m.id order by role) as roles,
                            array(select circle from circle_member c where c.member = m.id order by circle) as circles
                        from member m
                        left join partner o on o.id = m.partner
                        left join perspective v on v.id = m.perspective
                        where m.left_on is null and coalesce(m.until, current_date) >= current_date
                        order by m.name""").query((row, _) -> member(row)).list();
    }

    /** The member who belongs to an account, where it is in this partnership. */
    Optional<Membership> findMembership(UUID account) {
        return jdbc.sql("""
                        select m.id, m.only_spiral, array(select role from member_role r where r.member = m.id) as roles
                        from member m where m.account = ? and m.left_on is null
                            and coalesce(m.until, current_date) >= current_date""")
                .param(account)
                .query((row, _) -> new Membership(
                        id(row, "id"), roles(row), Optional.ofNullable(row.getObject("only_spiral", UUID.class))))
                .optional();
    }

    /**
     * That an account is in the partnership.
     *
     * @param member as whom
     * @param roles in which roles
     * @param only the one spiral they are here for; none for all
     */
    record Membership(UUID member, Set<Role> roles, Optional<UUID> only) {}

    private static Partnership partnership(ResultSet row) throws SQLException {
        return new Partnership(
                id(row, "id"),
                row.getString("slug"),
                row.getString("name_en"),
                row.getString("name_cy"),
                row.getBoolean("open_to_guests"),
                row.getBoolean("illustrative"),
                wording(row),
                row.getInt("version"));
    }

    private static Wording wording(ResultSet row) throws SQLException {
        Map<String, String> english = new HashMap<>();
        Map<String, String> welsh = new HashMap<>();
        for (Object word : (Object[]) row.getArray("words").getArray()) {
            String[] parts = (String[]) word;
            english.put(parts[0], parts[1]);
            welsh.put(parts[0], parts[2]);
        }
        return new Wording(row.getString("nation"), Language.find(row.getString("first_language")), english, welsh);
    }

    private static Member member(ResultSet row) throws SQLException {
        @Nullable UUID partner = row.getObject("partner", UUID.class);
        @Nullable UUID perspective = row.getObject("perspective", UUID.class);
        return new Member(
                id(row, "id"),
                row.getString("name"),
                partner == null
                        ? Optional.empty()
                        : Optional.of(new Partner(
                                partner,
                                row.getString("partner_en"),
                                row.getString("partner_cy"),
                                row.getString("kind"),
                                Optional.ofNullable(row.getObject("began_on", LocalDate.class)),
                                Optional.ofNullable(row.getObject("ended_on", LocalDate.class)),
                                1)),
                perspective == null
                        ? Optional.empty()
                        : Optional.of(new Perspective(
                                perspective,
                                row.getString("voice_en"),
                                row.getString("voice_cy"),
                                row.getBoolean("required"),
                                1)),
                roles(row),
                Set.of((String[]) row.getArray("circles").getArray()),
                row.getObject("joined_on", LocalDate.class),
                Optional.ofNullable(row.getObject("until", LocalDate.class)),
                row.getInt("version"));
    }

    private static Set<Role> roles(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}

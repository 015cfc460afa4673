package org.whorl.server.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.whorl.server.platform.Parameters;
import org.whorl.server.trust.Role;

/** Partnerships and their people in the database. */
@Repository
class PeopleStore {

    private final JdbcClient jdbc;

    PeopleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Partnership> findPartnership(String slug) {
        return jdbc.sql("select * from partnership where slug = ?")
                .param(slug)
                .query((row, _) -> partnership(row))
                .optional();
    }

    List<Partnership> listOpen() {
        return jdbc.sql("select * from partnership where open_to_guests order by illustrative desc, name_en")
                .query((row, _) -> partnership(row))
                .list();
    }

    List<Partnership> listOf(UUID account) {
        return jdbc.sql("""
                        select p.* from partnership p join member m on m.partnership = p.id
                        where m.account = ? and m.left_on is null order by p.name_en""").param(account).query((row, _) -> partnership(row)).list();
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

    void add(UUID partnership, Place place) {
        jdbc.sql("insert into place (partnership, id, parent, level, name_en, name_cy) values (?, ?, ?, ?, ?, ?)")
                .params(Parameters.of(
                        partnership, place.id(), place.parent(), place.level(), place.nameEn(), place.nameCy()))
                .update();
    }

    void add(UUID partnership, Partner partner) {
        jdbc.sql("insert into partner (partnership, id, name_en, name_cy, kind) values (?, ?, ?, ?, ?)")
                .params(partnership, partner.id(), partner.nameEn(), partner.nameCy(), partner.kind())
                .update();
    }

    void add(UUID partnership, Perspective perspective, int position) {
        jdbc.sql("insert into perspective (partnership, id, name_en, name_cy, position) values (?, ?, ?, ?, ?)")
                .params(partnership, perspective.id(), perspective.nameEn(), perspective.nameCy(), position)
                .update();
    }

    void add(UUID partnership, Member member, Optional<UUID> account) {
        jdbc.sql("""
                        insert into member (partnership, id, account, name, partner, perspective, joined_on)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(Parameters.of(
                        partnership,
                        member.id(),
                        account,
                        member.name(),
                        member.partner().map(Partner::id),
                        member.perspective().map(Perspective::id),
                        member.joinedOn()))
                .update();
        member.roles().forEach(role -> giveRole(partnership, member.id(), role));
        member.circles()
                .forEach(circle -> jdbc.sql("insert into circle_member values (?, ?, ?)")
                        .params(partnership, member.id(), circle)
                        .update());
    }

    void giveRole(UUID partnership, UUID member, Role role) {
        jdbc.sql("insert into member_role values (?, ?, ?) on conflict do nothing")
                .params(partnership, member, role.key())
                .update();
    }

    void takeRole(UUID member, Role role) {
        jdbc.sql("delete from member_role where member = ? and role = ?")
                .params(member, role.key())
                .update();
    }

    List<Place> listPlaces() {
        return jdbc.sql("""
                        select * from place
                        order by case level when 'region' then 0 when 'place' then 1 else 2 end, name_en""")
                .query((row, _) -> new Place(
                        id(row, "id"),
                        Optional.ofNullable(row.getObject("parent", UUID.class)),
                        row.getString("level"),
                        row.getString("name_en"),
                        row.getString("name_cy")))
                .list();
    }

    List<Partner> listPartners() {
        return jdbc.sql("select * from partner order by name_en")
                .query((row, _) -> new Partner(
                        id(row, "id"), row.getString("name_en"), row.getString("name_cy"), row.getString("kind")))
                .list();
    }

    List<Perspective> listPerspectives() {
        return jdbc.sql("select * from perspective order by position")
                .query((row, _) -> new Perspective(id(row, "id"), row.getString("name_en"), row.getString("name_cy")))
                .list();
    }

    List<Member> listMembers() {
        return jdbc.sql("""
                        select m.*, o.name_en as partner_en, o.name_cy as partner_cy, o.kind,
                            v.name_en as voice_en, v.name_cy as voice_cy,
                            array(select role from member_role r where r.member = m.id order by role) as roles,
                            array(select circle from circle_member c where c.member = m.id order by circle) as circles
                        from member m
                        left join partner o on o.id = m.partner
                        left join perspective v on v.id = m.perspective
                        where m.left_on is null order by m.name""").query((row, _) -> member(row)).list();
    }

    /** The member who belongs to an account, where it is in this partnership. */
    Optional<Membership> findMembership(UUID account) {
        return jdbc.sql("""
                        select m.id, array(select role from member_role r where r.member = m.id) as roles
                        from member m where m.account = ? and m.left_on is null""")
                .param(account)
                .query((row, _) -> new Membership(id(row, "id"), roles(row)))
                .optional();
    }

    /**
     * That an account is in the partnership.
     *
     * @param member as whom
     * @param roles in which roles
     */
    record Membership(UUID member, Set<Role> roles) {}

    private static Partnership partnership(ResultSet row) throws SQLException {
        return new Partnership(
                id(row, "id"),
                row.getString("slug"),
                row.getString("name_en"),
                row.getString("name_cy"),
                row.getBoolean("open_to_guests"),
                row.getBoolean("illustrative"));
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
                                row.getString("kind"))),
                perspective == null
                        ? Optional.empty()
                        : Optional.of(
                                new Perspective(perspective, row.getString("voice_en"), row.getString("voice_cy"))),
                roles(row),
                Set.of((String[]) row.getArray("circles").getArray()),
                row.getObject("joined_on", LocalDate.class));
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
